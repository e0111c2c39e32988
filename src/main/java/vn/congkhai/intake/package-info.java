/// An agency's submission on its way in: decode, check, authorise, append, answer. Every rule that
/// a figure must keep has a name and a row in `Rule`.
///
/// Knows requests, rules and the catalogue; nothing of how the journal stores, nor how pages look.
@NullMarked
@CheckReturnValue
package vn.congkhai.intake;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
