package vn.congkhai.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The report of February 2026: the period ends with 14 February, Tết moves its last day to the
/// 23rd.
class DutyStateTest {
  private static final LocalDate ENDED = LocalDate.of(2026, 2, 15);
  private static final LocalDate DUE = LocalDate.of(2026, 2, 23);

  /// The day it is in Vietnam, as the service reckons it.
  private static LocalDate day(String instant) {
    return LocalDate.ofInstant(Instant.parse(instant), Period.ZONE);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-15, false, NOT_DUE",
    "2026-02-14, false, NOT_DUE",
    "2026-02-14, true,  NOT_DUE",
    "2026-02-15, false, DUE",
    "2026-02-15, true,  DUE",
    "2026-02-22, false, DUE",
    "2026-02-23, false, DUE",
    "2026-02-23, true,  DUE",
    "2026-02-24, false, NEVER",
    "2026-02-24, true,  OVERDUE",
    "2026-12-31, false, NEVER",
    "2026-12-31, true,  OVERDUE",
  })
  void a_missing_report_stands_as_the_day_has_it(LocalDate today, boolean ever, DutyState state) {
    assertThat(DutyState.open(today, ENDED, DUE, ever)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-15, ON_TIME",
    "2026-02-22, ON_TIME",
    "2026-02-23, ON_TIME",
    "2026-02-24, LATE",
    "2026-12-31, LATE",
  })
  void a_report_is_in_time_up_to_its_last_day(LocalDate arrived, DutyState state) {
    assertThat(DutyState.settled(arrived, DUE)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-23T00:00:00+07:00,     ON_TIME",
    "2026-02-23T23:59:59+07:00,     ON_TIME",
    "2026-02-23T23:59:59.999+07:00, ON_TIME",
    "2026-02-24T00:00:00+07:00,     LATE",
    "2026-02-23T16:59:59Z,          ON_TIME",
    "2026-02-23T17:00:00Z,          LATE",
    "2026-02-23T23:59:59Z,          LATE",
  })
  void the_last_day_ends_at_midnight_in_vietnam(String arrived, DutyState state) {
    assertThat(DutyState.settled(day(arrived), DUE)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-14T23:59:59+07:00, NOT_DUE",
    "2026-02-15T00:00:00+07:00, DUE",
    "2026-02-14T16:59:59Z,      NOT_DUE",
    "2026-02-14T17:00:00Z,      DUE",
    "2026-02-23T23:59:59+07:00, DUE",
    "2026-02-24T00:00:00+07:00, OVERDUE",
    "2026-02-23T17:00:00Z,      OVERDUE",
  })
  void a_missing_report_changes_at_midnight_in_vietnam(String now, DutyState state) {
    assertThat(DutyState.open(day(now), ENDED, DUE, true)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-09, 2026-02-14, NOT_DUE",
    "2026-02-09, 2026-02-15, OVERDUE",
    "2026-02-14, 2026-02-15, OVERDUE",
    "2026-02-15, 2026-02-15, DUE",
  })
  void nothing_is_overdue_before_its_period_has_ended(
      LocalDate due, LocalDate today, DutyState state) {
    assertThat(DutyState.open(today, ENDED, due, true)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_DUE, not-due, false, false",
    "DUE,     due,     false, false",
    "ON_TIME, on-time, true,  false",
    "LATE,    late,    true,  false",
    "OVERDUE, overdue, false, true",
    "NEVER,   never,   false, true",
  })
  void a_state_says_whether_the_report_is_there_and_whether_it_is_missed(
      DutyState state, String code, boolean reported, boolean overdue) {
    assertThat(state.code()).isEqualTo(code);
    assertThat(state.reported()).isEqualTo(reported);
    assertThat(state.overdue()).isEqualTo(overdue);
  }
}
