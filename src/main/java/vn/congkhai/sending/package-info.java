/// An agency's side of the line: a file of figures is checked, sent until it is answered, and never
/// stored twice, whatever breaks in between.
///
/// Knows the agencies' door by its addresses and answers only, as every other sender does.
@NullMarked
@CheckReturnValue
package vn.congkhai.sending;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
