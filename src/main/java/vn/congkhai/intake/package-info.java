/// The agencies' door: who asks, what is sent, and its way into the journal and back as a receipt.
///
/// Knows requests; nothing of how content is read and judged, nor how the journal stores, nor how
/// pages look.
@NullMarked
@CheckReturnValue
package vn.congkhai.intake;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
