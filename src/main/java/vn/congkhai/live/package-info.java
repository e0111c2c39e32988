/// Server-sent events: tells every screen that the board changed, and what.
///
/// Knows boards and connections, and which named screens hold one; nothing of pages or of how
/// figures came in.
@NullMarked
@CheckReturnValue
package vn.congkhai.live;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
