/// The edge that all doors share: how a failure becomes a status and a problem+json, which headers
/// every answer carries, how large a request may be, in which language it is answered.
///
/// Knows HTTP and JSON; no route of any door, and no word of the business.
@NullMarked
@CheckReturnValue
package vn.congkhai.http;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
