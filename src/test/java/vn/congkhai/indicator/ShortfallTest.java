package vn.congkhai.indicator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congkhai.indicator.Shortfall.Basis;
import vn.congkhai.indicator.Shortfall.Rest;

class ShortfallTest {
  private static final Target ON_TIME = StandingTest.target(Bound.AT_LEAST, "97");

  @ParameterizedTest
  @CsvSource({
    "700, 1000, AT_LEAST, 97,   270",
    "969, 1000, AT_LEAST, 97,   1",
    "0,   1,    AT_LEAST, 97,   1",
    "600, 1000, ABOVE,    60,   1",
    "0,   5,    ABOVE,    0,    1",
    "59,  100,  ABOVE,    60,   2",
    "332, 1000, AT_LEAST, 33.3, 1",
    "333, 1001, AT_LEAST, 33.3, 1",
    "999999999999, 1000000000000, AT_LEAST, 100, 1",
  })
  void so_many_more_of_the_cases_so_far_would_have_had_to_qualify(
      long numerator, long denominator, Bound bound, String value, long missing) {
    Figure.Ratio sums = new Figure.Ratio(numerator, denominator);

    Shortfall shortfall =
        requireNonNull(Shortfall.of(sums, StandingTest.target(bound, value), null));

    assertThat(shortfall.missingCases()).isEqualTo(missing);
  }

  @ParameterizedTest
  @CsvSource({
    "940, 1000, 1000, 1000, 1.0,  true",
    "939, 1000, 1000, 1001, 1.001, false",
    "960, 1000, 1000, 980,  0.98, true",
    "96,  100,  50,   50,   1.0,  true",
    "96,  100,  4,    5,    1.25, false",
  })
  void so_many_of_the_cases_to_come_must_qualify(
      long numerator, long denominator, long rest, long needed, double ratio, boolean reachable) {
    Figure.Ratio sums = new Figure.Ratio(numerator, denominator);

    Shortfall shortfall =
        requireNonNull(Shortfall.of(sums, ON_TIME, new Rest(rest, Basis.RUNNING_AVERAGE)));

    assertThat(shortfall.needed()).isEqualTo(needed);
    assertThat(shortfall.neededRatio()).hasValue(ratio);
    assertThat(shortfall.reachable()).isEqualTo(reachable);
  }

  @Test
  void what_is_missed_when_the_year_is_over_cannot_be_reached() {
    Shortfall shortfall =
        requireNonNull(Shortfall.of(new Figure.Ratio(96, 100), ON_TIME, Rest.NOTHING));

    assertThat(shortfall.needed()).isEqualTo(1);
    assertThat(shortfall.neededRatio()).isEmpty();
    assertThat(shortfall.reachable()).isFalse();
  }

  @Test
  void nobody_knows_what_is_needed_of_an_unknown_rest() {
    Shortfall shortfall = requireNonNull(Shortfall.of(new Figure.Ratio(96, 100), ON_TIME, null));

    assertThat(shortfall.missingCases()).isEqualTo(1);
    assertThat(shortfall.neededRatio()).isEmpty();
    assertThat(shortfall.reachable()).isNull();
  }

  @Test
  void nothing_is_short_without_figures_cases_or_a_target() {
    assertThat(Shortfall.of(null, ON_TIME, Rest.NOTHING)).isNull();
    assertThat(Shortfall.of(Figure.Ratio.NONE, ON_TIME, Rest.NOTHING)).isNull();
    assertThat(Shortfall.of(new Figure.Ratio(0, 9), null, Rest.NOTHING)).isNull();
  }
}
