/// A province that never was: plausible figures from a seed, and a simulator that posts them
/// through the real door. Everything it feeds says that its data is illustrative.
///
/// Knows the catalogue and HTTP; nothing of what the service does with the figures.
@NullMarked
@CheckReturnValue
package vn.congkhai.demo;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
