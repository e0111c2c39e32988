package vn.congkhai.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  private final AtomicLong now = new AtomicLong(-7);
  private final Allowance allowance = new Allowance(Pace.ofRequests(10, now::get));

  private void pass(Duration time) {
    var _ = now.addAndGet(time.toNanos());
  }

  private int taken() {
    int taken = 0;
    while (allowance.take().isZero()) {
      taken++;
    }
    return taken;
  }

  @Test
  void two_seconds_worth_may_come_at_once() {
    assertThat(taken()).isEqualTo(20);
  }

  @Test
  void what_was_used_up_comes_back_with_time_and_no_more_than_there_was() {
    assertThat(taken()).isEqualTo(20);

    pass(Duration.ofMillis(500));
    assertThat(taken()).isEqualTo(5);

    pass(Duration.ofHours(1));
    assertThat(taken()).isEqualTo(20);
  }

  @Test
  void whoever_waits_as_long_as_told_is_let_in() {
    assertThat(taken()).isEqualTo(20);
    pass(Duration.ofMillis(30));

    Duration wait = allowance.take();

    assertThat(wait).isBetween(Duration.ofMillis(70), Duration.ofMillis(71));
    pass(wait.minusMillis(5));
    assertThat(allowance.take()).isPositive();
    pass(Duration.ofMillis(5));
    assertThat(allowance.take()).isZero();
  }
}
