package vn.congkhai.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that runs like a real one and can be set forward, so that a year's reports can arrive on
/// their days within seconds.
public final class DemoClock extends Clock {
  private final Clock real;
  private volatile Duration ahead;

  public DemoClock(Clock real, Instant start) {
    this.real = real;
    this.ahead = Duration.between(real.instant(), start);
  }

  /// Sets the clock; never back.
  void forwardTo(Instant instant) {
    Duration wanted = Duration.between(real.instant(), instant);
    if (wanted.compareTo(ahead) > 0) {
      ahead = wanted;
    }
  }

  @Override
  public Instant instant() {
    return real.instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the service reads instants only");
  }
}
