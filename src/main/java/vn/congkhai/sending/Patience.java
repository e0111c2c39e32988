package vn.congkhai.sending;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// How long to wait between attempts, and when to stop. Waits grow twofold and are drawn at random
/// below that ("full jitter"), so that a province that lost its line does not come back as one.
public final class Patience {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int MOST_DOUBLINGS = 6;

  private final LongSupplier nanoTime;
  private final RandomGenerator random;
  private final Sleep sleep;
  private final long end;

  /// Passes some time.
  @FunctionalInterface
  public interface Sleep {
    void of(Duration duration) throws InterruptedException;
  }

  /// It begins to run out now.
  ///
  /// @param total of all attempts and waits together
  public Patience(Duration total, LongSupplier nanoTime, RandomGenerator random, Sleep sleep) {
    this.nanoTime = nanoTime;
    this.random = random;
    this.sleep = sleep;
    this.end = nanoTime.getAsLong() + total.toNanos();
  }

  /// What is left; zero or less when it is over.
  Duration left() {
    return Duration.ofNanos(end - nanoTime.getAsLong());
  }

  /// How long to wait after a failed attempt, or null when that would be too long.
  ///
  /// @param failed number of attempts that failed so far, at least one
  /// @param asked what the server asks to wait for at least; null when it says nothing
  @Nullable Duration pause(int failed, @Nullable Duration asked) {
    long bound = FIRST.toMillis() << Math.min(failed - 1, MOST_DOUBLINGS);
    long drawn = random.nextLong(Math.min(bound, LONGEST.toMillis())) + 1;
    Duration pause = asked == null ? Duration.ofMillis(drawn) : asked.plusMillis(drawn);
    return pause.compareTo(left()) < 0 ? pause : null;
  }

  void rest(Duration pause) throws InterruptedException {
    sleep.of(pause);
  }
}
