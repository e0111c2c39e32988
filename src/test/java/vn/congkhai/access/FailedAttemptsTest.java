package vn.congkhai.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FailedAttemptsTest {
  private final AtomicLong now = new AtomicLong();
  private final FailedAttempts attempts = new FailedAttempts(now::get);

  private void fail(String address, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(attempts.count(address)).isZero();
    }
  }

  @Test
  void thirty_mistakes_a_minute_are_human() {
    fail("192.0.2.1", 30);

    assertThat(attempts.count("192.0.2.1")).isEqualTo(Duration.ofSeconds(2));
    assertThat(attempts.count("192.0.2.2")).isZero();

    now.set(Duration.ofMinutes(1).toNanos());
    fail("192.0.2.1", 30);
    assertThat(attempts.count("192.0.2.1")).isPositive();
  }

  @Test
  void only_the_ten_thousand_addresses_that_failed_last_are_remembered() {
    fail("the first", 30);
    fail("the busy one", 30);
    for (int i = 0; i < 9_999; i++) {
      assertThat(attempts.count("other " + i)).isZero();
      assertThat(attempts.count("the busy one")).isPositive();
    }

    assertThat(attempts.count("the busy one")).isPositive();
    assertThat(attempts.count("the first")).isZero();
  }
}
