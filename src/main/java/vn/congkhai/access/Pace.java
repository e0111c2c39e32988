package vn.congkhai.access;

import java.util.function.LongSupplier;

/// How often something may happen.
///
/// @param perSecond in the long run; more than 0
/// @param atOnce after a rest; at least 1
/// @param nanoTime a clock that only runs forward
public record Pace(double perSecond, double atOnce, LongSupplier nanoTime) {
  /// What a quiet office may do when it comes back, in seconds of its rate.
  private static final double BURST_SECONDS = 2;

  /// So many requests a second, and two seconds' worth at once.
  public static Pace ofRequests(int perSecond, LongSupplier nanoTime) {
    return new Pace(perSecond, BURST_SECONDS * perSecond, nanoTime);
  }
}
