/// The board: every agency's newest figures, how they stand, and the province's roll-ups, as one
/// immutable snapshot of the committed submissions.
///
/// Knows figures and targets; nothing of how a figure came in, nor how it is drawn.
@NullMarked
@CheckReturnValue
package vn.congkhai.board;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
