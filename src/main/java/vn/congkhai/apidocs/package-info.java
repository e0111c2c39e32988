/// What other programmers read before they talk to the doors: the contract `web/openapi.yaml` as it
/// is and as a page, and the list of rules that figures must keep.
///
/// Knows the contract's text and the names of the rules; no figure, and nobody who sends one.
@NullMarked
@CheckReturnValue
package vn.congkhai.apidocs;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
