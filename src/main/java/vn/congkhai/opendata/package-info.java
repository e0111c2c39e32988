/// The public read API: the board and the journal as open data.
///
/// Knows boards and the journal's rows; never changes anything.
@NullMarked
@CheckReturnValue
package vn.congkhai.opendata;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
