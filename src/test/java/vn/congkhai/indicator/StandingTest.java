package vn.congkhai.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {
  static Target target(Bound bound, String value) {
    return new Target(
        new IndicatorCode("on-time-rate"),
        new PlanCode("plan"),
        "II.1",
        bound,
        new BigDecimal(value),
        Validity.ALWAYS,
        Addressees.of(Level.COMMUNE),
        "toàn tỉnh",
        "",
        "đạt",
        null);
  }

  @ParameterizedTest
  @CsvSource({
    "97,     100,     AT_LEAST, 97, MET",
    "9699,   10000,   AT_LEAST, 97, MISSED",
    "60,     100,     ABOVE,    60, MISSED",
    "60000000001, 100000000000, ABOVE, 60, MET",
    "94996,  100000,  AT_LEAST, 95, MISSED",
    "95,     100,     AT_LEAST, 95, MET",
    "1000000000000, 1000000000000, AT_LEAST, 100, MET",
    "999999999999,  1000000000000, AT_LEAST, 100, MISSED",
    "1,      3,       AT_LEAST, 33.333333, MET",
    "1,      3,       AT_LEAST, 33.333334, MISSED",
    "0,      5,       AT_LEAST, 0,  MET",
  })
  void a_ratio_is_compared_without_rounding(
      long numerator, long denominator, Bound bound, String value, Standing standing) {
    Figure figure = new Figure.Ratio(numerator, denominator);

    assertThat(Standing.of(figure, target(bound, value))).isEqualTo(standing);
  }

  @ParameterizedTest
  @CsvSource({"95, MET", "94.9999999, MISSED", "95.0, MET"})
  void a_value_is_compared_without_rounding(String value, Standing standing) {
    Figure figure = new Figure.Value(new BigDecimal(value));

    assertThat(Standing.of(figure, target(Bound.AT_LEAST, "95"))).isEqualTo(standing);
  }

  @Test
  void no_cases_are_neither_met_nor_missed() {
    assertThat(Standing.of(Figure.Ratio.NONE, target(Bound.AT_LEAST, "97")))
        .isEqualTo(Standing.NO_CASES);
  }

  @Test
  void a_figure_without_a_target_is_untargeted_and_no_figure_is_unreported() {
    assertThat(Standing.of(new Figure.Ratio(1, 2), null)).isEqualTo(Standing.UNTARGETED);
    assertThat(Standing.of((Figure) null, target(Bound.AT_LEAST, "97")))
        .isEqualTo(Standing.UNREPORTED);
  }

  @Test
  void of_two_equal_targets_the_strict_one_is_stricter() {
    Target above = target(Bound.ABOVE, "60");
    Target more = target(Bound.AT_LEAST, "60.1");

    assertThat(List.of(more, above, target(Bound.AT_LEAST, "60")))
        .isSortedAccordingTo(Target.BY_STRICTNESS.reversed());
  }
}
