package vn.congkhai.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
  private static Period period(String text) {
    return Objects.requireNonNull(Period.parse(text), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-10", "2026-01", "2026-Q4", "2026-H2", "2026"})
  void is_written_as_it_is_read(String text) {
    assertThat(period(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "26-10",
        "2026-13",
        "2026-00",
        "2026-1",
        "2026-Q5",
        "2026-Q0",
        "2026-H3",
        "2026-q1",
        "2026/10",
        "1999",
        "2100-01",
        "2026-10-01",
        "٢٠٢٦"
      })
  void is_refused_when_it_is_none(String text) {
    assertThat(Period.parse(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10, ADMINISTRATIVE, 2026-09-15, 2026-10-15",
    "2026-01, ADMINISTRATIVE, 2025-12-15, 2026-01-15",
    "2026-03, ADMINISTRATIVE, 2026-02-15, 2026-03-15",
    "2026-Q1, ADMINISTRATIVE, 2025-12-15, 2026-03-15",
    "2026-Q4, ADMINISTRATIVE, 2026-09-15, 2026-12-15",
    "2026-H1, ADMINISTRATIVE, 2025-12-15, 2026-06-15",
    "2026-H2, ADMINISTRATIVE, 2026-06-15, 2026-12-15",
    "2026,    ADMINISTRATIVE, 2025-12-15, 2026-12-15",
    "2026-10, STATISTICAL,    2026-10-01, 2026-11-01",
    "2028-02, STATISTICAL,    2028-02-01, 2028-03-01",
    "2026-Q4, STATISTICAL,    2026-10-01, 2027-01-01",
    "2026,    STATISTICAL,    2026-01-01, 2027-01-01",
  })
  void has_the_bounds_of_its_regime(String text, Regime regime, LocalDate start, LocalDate end) {
    assertThat(period(text).start(regime)).isEqualTo(start);
    assertThat(period(text).end(regime)).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-14, MONTH, 2026-11",
    "2026-11-15, MONTH, 2026-12",
    "2026-12-14, YEAR, 2026",
    "2026-12-15, YEAR, 2027",
    "2026-12-15, MONTH, 2027-01",
    "2026-03-15, QUARTER, 2026-Q2",
  })
  void contains_a_day_of_the_administrative_regime(LocalDate day, Cycle cycle, String period) {
    assertThat(Period.containing(day, cycle, Regime.ADMINISTRATIVE)).hasToString(period);
  }

  @Test
  void has_ended_on_the_day_after_its_last() {
    Period october = period("2026-10");

    assertThat(october.ended(LocalDate.of(2026, 10, 14), Regime.ADMINISTRATIVE)).isFalse();
    assertThat(october.ended(LocalDate.of(2026, 10, 15), Regime.ADMINISTRATIVE)).isTrue();
  }

  @Test
  void follows_the_one_before_over_the_end_of_a_year() {
    assertThat(period("2026-12").next()).hasToString("2027-01");
    assertThat(period("2027-Q1").previous()).hasToString("2026-Q4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2000-01", "2000-Q1", "2000-H1", "2000"})
  void nothing_is_before_the_first_of_its_cycle(String first) {
    assertThat(period(first).previous()).isNull();
    assertThat(period(first).next().previous()).isEqualTo(period(first));
  }
}
