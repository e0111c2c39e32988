/// Small pictures that lead to the board from elsewhere: badges for agencies' own websites, and QR
/// codes of the board's addresses.
///
/// Knows boards and how figures are written; decides nothing about figures, and never needs a font,
/// a script or a style of anybody's.
@NullMarked
@CheckReturnValue
package vn.congkhai.marks;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
