package vn.congkhai.access;

import java.time.Duration;

/// How much of a pace is left to one who uses it (a token bucket). Not thread-safe.
final class Allowance {
  private static final double NANOS = 1e9;

  private final Pace pace;
  private double left;
  private long asOf;

  Allowance(Pace pace) {
    this.pace = pace;
    this.left = pace.atOnce();
    this.asOf = pace.nanoTime().getAsLong();
  }

  /// Takes one. Zero when there was one, else how long it takes until there is.
  Duration take() {
    long now = pace.nanoTime().getAsLong();
    left = Math.min(pace.atOnce(), left + (now - asOf) / NANOS * pace.perSecond());
    asOf = now;
    if (left >= 1) {
      left--;
      return Duration.ZERO;
    }
    return Duration.ofNanos((long) Math.ceil((1 - left) / pace.perSecond() * NANOS));
  }
}
