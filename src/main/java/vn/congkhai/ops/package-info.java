/// The management door: metrics, health and readiness, for machines inside the operator's network,
/// and which screens are dark, for people there.
///
/// Knows whom to ask whether the service works; nothing of figures.
@NullMarked
@CheckReturnValue
package vn.congkhai.ops;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
