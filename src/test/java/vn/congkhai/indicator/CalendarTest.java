package vn.congkhai.indicator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congkhai.catalogue.Catalogues;
import vn.congkhai.indicator.DueRule.DayOff;
import vn.congkhai.indicator.DueRule.Deadline;
import vn.congkhai.indicator.DueRule.Limit;

/// Periods and deadlines day by day. Every date here was worked out by hand from a wall calendar
/// and the list of days off (Nghị định 09/2019/NĐ-CP, Điều 12; `catalogues/common/holidays.csv`).
class CalendarTest {
  private final WorkingDays calendar = Catalogues.caoBang().schedule().calendar();

  private static Period period(String text) {
    return requireNonNull(Period.parse(text), text);
  }

  @ParameterizedTest
  @CsvSource({
    "ADMINISTRATIVE, 2025-12-14, 2025-12, 2025-Q4, 2025-H2, 2025",
    "ADMINISTRATIVE, 2025-12-15, 2026-01, 2026-Q1, 2026-H1, 2026",
    "ADMINISTRATIVE, 2025-12-31, 2026-01, 2026-Q1, 2026-H1, 2026",
    "ADMINISTRATIVE, 2026-01-01, 2026-01, 2026-Q1, 2026-H1, 2026",
    "ADMINISTRATIVE, 2026-01-14, 2026-01, 2026-Q1, 2026-H1, 2026",
    "ADMINISTRATIVE, 2026-01-15, 2026-02, 2026-Q1, 2026-H1, 2026",
    "ADMINISTRATIVE, 2026-02-14, 2026-02, 2026-Q1, 2026-H1, 2026",
    "ADMINISTRATIVE, 2026-02-15, 2026-03, 2026-Q1, 2026-H1, 2026",
    "ADMINISTRATIVE, 2026-02-28, 2026-03, 2026-Q1, 2026-H1, 2026",
    "ADMINISTRATIVE, 2024-02-29, 2024-03, 2024-Q1, 2024-H1, 2024",
    "ADMINISTRATIVE, 2028-02-29, 2028-03, 2028-Q1, 2028-H1, 2028",
    "ADMINISTRATIVE, 2026-03-14, 2026-03, 2026-Q1, 2026-H1, 2026",
    "ADMINISTRATIVE, 2026-03-15, 2026-04, 2026-Q2, 2026-H1, 2026",
    "ADMINISTRATIVE, 2026-06-14, 2026-06, 2026-Q2, 2026-H1, 2026",
    "ADMINISTRATIVE, 2026-06-15, 2026-07, 2026-Q3, 2026-H2, 2026",
    "ADMINISTRATIVE, 2026-09-14, 2026-09, 2026-Q3, 2026-H2, 2026",
    "ADMINISTRATIVE, 2026-09-15, 2026-10, 2026-Q4, 2026-H2, 2026",
    "ADMINISTRATIVE, 2026-12-14, 2026-12, 2026-Q4, 2026-H2, 2026",
    "ADMINISTRATIVE, 2026-12-15, 2027-01, 2027-Q1, 2027-H1, 2027",
    "STATISTICAL,    2025-12-15, 2025-12, 2025-Q4, 2025-H2, 2025",
    "STATISTICAL,    2025-12-31, 2025-12, 2025-Q4, 2025-H2, 2025",
    "STATISTICAL,    2026-01-01, 2026-01, 2026-Q1, 2026-H1, 2026",
    "STATISTICAL,    2026-01-31, 2026-01, 2026-Q1, 2026-H1, 2026",
    "STATISTICAL,    2026-02-01, 2026-02, 2026-Q1, 2026-H1, 2026",
    "STATISTICAL,    2026-02-28, 2026-02, 2026-Q1, 2026-H1, 2026",
    "STATISTICAL,    2024-02-29, 2024-02, 2024-Q1, 2024-H1, 2024",
    "STATISTICAL,    2024-03-01, 2024-03, 2024-Q1, 2024-H1, 2024",
    "STATISTICAL,    2028-02-29, 2028-02, 2028-Q1, 2028-H1, 2028",
    "STATISTICAL,    2026-03-15, 2026-03, 2026-Q1, 2026-H1, 2026",
    "STATISTICAL,    2026-03-31, 2026-03, 2026-Q1, 2026-H1, 2026",
    "STATISTICAL,    2026-04-01, 2026-04, 2026-Q2, 2026-H1, 2026",
    "STATISTICAL,    2026-06-30, 2026-06, 2026-Q2, 2026-H1, 2026",
    "STATISTICAL,    2026-07-01, 2026-07, 2026-Q3, 2026-H2, 2026",
    "STATISTICAL,    2026-09-30, 2026-09, 2026-Q3, 2026-H2, 2026",
    "STATISTICAL,    2026-10-01, 2026-10, 2026-Q4, 2026-H2, 2026",
    "STATISTICAL,    2026-12-31, 2026-12, 2026-Q4, 2026-H2, 2026",
    "STATISTICAL,    2027-01-01, 2027-01, 2027-Q1, 2027-H1, 2027",
  })
  void a_day_lies_in_one_period_of_each_cycle(
      Regime regime, LocalDate day, String month, String quarter, String half, String year) {
    for (String text : List.of(month, quarter, half, year)) {
      Period period = period(text);
      assertThat(Period.containing(day, period.cycle(), regime)).isEqualTo(period);
      assertThat(period.ended(day, regime)).as("%s has ended", period).isFalse();
      assertThat(requireNonNull(period.previous()).ended(day, regime))
          .as("before %s", period)
          .isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ADMINISTRATIVE, 2025-12, 2025-11-15, 2025-12-14",
    "ADMINISTRATIVE, 2026-01, 2025-12-15, 2026-01-14",
    "ADMINISTRATIVE, 2026-02, 2026-01-15, 2026-02-14",
    "ADMINISTRATIVE, 2026-03, 2026-02-15, 2026-03-14",
    "ADMINISTRATIVE, 2024-03, 2024-02-15, 2024-03-14",
    "ADMINISTRATIVE, 2026-Q1, 2025-12-15, 2026-03-14",
    "ADMINISTRATIVE, 2026-Q2, 2026-03-15, 2026-06-14",
    "ADMINISTRATIVE, 2026-Q3, 2026-06-15, 2026-09-14",
    "ADMINISTRATIVE, 2026-Q4, 2026-09-15, 2026-12-14",
    "ADMINISTRATIVE, 2026-H1, 2025-12-15, 2026-06-14",
    "ADMINISTRATIVE, 2026-H2, 2026-06-15, 2026-12-14",
    "ADMINISTRATIVE, 2026,    2025-12-15, 2026-12-14",
    "STATISTICAL,    2025-12, 2025-12-01, 2025-12-31",
    "STATISTICAL,    2026-01, 2026-01-01, 2026-01-31",
    "STATISTICAL,    2026-02, 2026-02-01, 2026-02-28",
    "STATISTICAL,    2024-02, 2024-02-01, 2024-02-29",
    "STATISTICAL,    2028-02, 2028-02-01, 2028-02-29",
    "STATISTICAL,    2026-04, 2026-04-01, 2026-04-30",
    "STATISTICAL,    2024-Q1, 2024-01-01, 2024-03-31",
    "STATISTICAL,    2026-Q2, 2026-04-01, 2026-06-30",
    "STATISTICAL,    2026-Q3, 2026-07-01, 2026-09-30",
    "STATISTICAL,    2026-Q4, 2026-10-01, 2026-12-31",
    "STATISTICAL,    2026-H1, 2026-01-01, 2026-06-30",
    "STATISTICAL,    2026-H2, 2026-07-01, 2026-12-31",
    "STATISTICAL,    2026,    2026-01-01, 2026-12-31",
  })
  void a_period_is_interim_up_to_its_last_day(
      Regime regime, String text, LocalDate first, LocalDate last) {
    Period period = period(text);

    assertThat(period.start(regime)).isEqualTo(first);
    assertThat(period.end(regime)).isEqualTo(last.plusDays(1));
    assertThat(period.ended(first.minusDays(1), regime)).isFalse();
    assertThat(period.ended(last, regime)).isFalse();
    assertThat(period.ended(last.plusDays(1), regime)).isTrue();
    assertThat(Period.containing(first.minusDays(1), period.cycle(), regime))
        .isEqualTo(period.previous());
    assertThat(Period.containing(first, period.cycle(), regime)).isEqualTo(period);
    assertThat(Period.containing(last, period.cycle(), regime)).isEqualTo(period);
    assertThat(Period.containing(last.plusDays(1), period.cycle(), regime))
        .isEqualTo(period.next());
  }

  @ParameterizedTest
  @CsvSource({
    "2025-12-31, true,  false",
    "2026-01-01, false, false",
    "2026-01-02, false, false",
    "2026-01-09, true,  false",
    "2026-01-10, true,  false",
    "2026-01-11, false, false",
    "2026-01-17, false, false",
    "2026-02-13, true,  false",
    "2026-02-14, false, false",
    "2026-02-16, false, false",
    "2026-02-20, false, false",
    "2026-02-22, false, false",
    "2026-02-23, true,  false",
    "2026-08-22, true,  true",
    "2026-08-31, false, true",
    "2026-09-01, false, false",
    "2026-11-24, false, true",
    "2025-04-26, true,  false",
    "2024-01-01, true,  true",
    "2024-02-10, false, true",
    "2027-01-01, true,  true",
    "2027-01-02, false, true",
  })
  void a_day_is_worked_or_free_for_certain_or_not(
      LocalDate day, boolean working, boolean provisional) {
    assertThat(calendar.working(day)).isEqualTo(working);
    assertThat(calendar.provisional(day)).isEqualTo(provisional);
  }

  /// The last three columns are the last day in time when a day off stays, moves on and moves back;
  /// `?` marks one that could still change.
  @ParameterizedTest(name = "{0} +{1} {2} {3}")
  @CsvSource({
    // Tết 2026: Saturday 14 to Sunday 22 February
    "2026-02, 0, BEFORE, 20, 2026-02-19, 2026-02-23, 2026-02-13",
    "2026-02, 0, BY,     20, 2026-02-20, 2026-02-23, 2026-02-13",
    "2026-01, 1, BEFORE, 20, 2026-02-19, 2026-02-23, 2026-02-13",
    "2026-01, 1, BY,     20, 2026-02-20, 2026-02-23, 2026-02-13",
    "2026-02, 0, BY,     13, 2026-02-13, 2026-02-13, 2026-02-13",
    "2026-02, 0, BEFORE, 15, 2026-02-14, 2026-02-23, 2026-02-13",
    "2026-02, 0, BY,     22, 2026-02-22, 2026-02-23, 2026-02-13",
    "2026-02, 0, BY,     23, 2026-02-23, 2026-02-23, 2026-02-23",
    "2025-01, 0, BY,     27, 2025-01-27, 2025-02-03, 2025-01-24",
    // the worked Saturdays 10/01/2026 and 26/4/2025
    "2026-01, 0, BY,     10, 2026-01-10, 2026-01-10, 2026-01-10",
    "2026-01, 0, BEFORE, 12, 2026-01-11, 2026-01-12, 2026-01-10",
    "2026-01, 0, BY,     17, 2026-01-17, 2026-01-19, 2026-01-16",
    "2025-04, 0, BY,     26, 2025-04-26, 2025-04-26, 2025-04-26",
    // other days off
    "2025-04, 0, BY,     30, 2025-04-30, 2025-05-05, 2025-04-29",
    "2026-04, 0, BY,     25, 2026-04-25, 2026-04-28, 2026-04-24",
    "2026-04, 0, BY,     30, 2026-04-30, 2026-05-04, 2026-04-29",
    // days of 2026 that are not confirmed: 22/8 worked, 31/8 and 24/11 free
    "2026-08, 0, BY,     21, 2026-08-21, 2026-08-21, 2026-08-21",
    "2026-08, 0, BY,     22, 2026-08-22, 2026-08-22?, 2026-08-22?",
    "2026-08, 0, BEFORE, 24, 2026-08-23, 2026-08-24, 2026-08-22?",
    "2026-08, 0, BY,     29, 2026-08-29, 2026-09-03?, 2026-08-28",
    "2026-08, 0, BY,     31, 2026-08-31, 2026-09-03?, 2026-08-28?",
    "2026-08, 1, BY,      1, 2026-09-01, 2026-09-03, 2026-08-28?",
    "2026-11, 0, BEFORE, 24, 2026-11-23, 2026-11-23, 2026-11-23",
    "2026-11, 0, BY,     24, 2026-11-24, 2026-11-25?, 2026-11-23?",
    "2026-10, 1, BEFORE, 25, 2026-11-24, 2026-11-25?, 2026-11-23?",
    // over the end of a year
    "2025-12, 0, BEFORE, 20, 2025-12-19, 2025-12-19, 2025-12-19",
    "2025-12, 1, BEFORE, 20, 2026-01-19, 2026-01-19, 2026-01-19",
    "2025-12, 1, BY,      1, 2026-01-01, 2026-01-05, 2025-12-31",
    "2025-12, 1, BY,      3, 2026-01-03, 2026-01-05, 2025-12-31",
    "2026-12, 0, BEFORE, 20, 2026-12-19, 2026-12-21, 2026-12-18",
    "2026-12, 0, BY,     31, 2026-12-31, 2026-12-31, 2026-12-31",
    "2026-12, 1, BEFORE,  1, 2026-12-31, 2026-12-31, 2026-12-31",
    "2026-12, 1, BY,      1, 2027-01-01, 2027-01-01?, 2027-01-01?",
    "2026-12, 1, BEFORE,  4, 2027-01-03, 2027-01-04?, 2027-01-01?",
    // quarters, halves, years
    "2026-Q1, 0, BEFORE, 20, 2026-03-19, 2026-03-19, 2026-03-19",
    "2026-Q2, 0, BY,     20, 2026-06-20, 2026-06-22, 2026-06-19",
    "2026-Q3, 0, BEFORE, 20, 2026-09-19, 2026-09-21, 2026-09-18",
    "2026-Q4, 0, BEFORE, 20, 2026-12-19, 2026-12-21, 2026-12-18",
    "2026-Q4, 1, BEFORE, 20, 2027-01-19, 2027-01-19?, 2027-01-19?",
    "2026-H1, 0, BEFORE, 20, 2026-06-19, 2026-06-19, 2026-06-19",
    "2026-H1, 1, BEFORE, 20, 2026-07-19, 2026-07-20, 2026-07-17",
    "2026-H2, 0, BEFORE, 20, 2026-12-19, 2026-12-21, 2026-12-18",
    "2025-H2, 1, BY,     10, 2026-01-10, 2026-01-10, 2026-01-10",
    "2026,    0, BEFORE, 20, 2026-12-19, 2026-12-21, 2026-12-18",
    "2025,    2, BY,     16, 2026-02-16, 2026-02-23, 2026-02-13",
    // the ends of February
    "2024-02, 0, BY,     29, 2024-02-29, 2024-02-29?, 2024-02-29?",
    "2024-01, 1, BY,     31, 2024-02-29, 2024-02-29?, 2024-02-29?",
    "2028-02, 0, BY,     31, 2028-02-29, 2028-02-29?, 2028-02-29?",
    "2026-02, 0, BY,     31, 2026-02-28, 2026-03-02, 2026-02-27",
    "2025-02, 0, BY,     30, 2025-02-28, 2025-02-28, 2025-02-28",
    // weekends, and years whose days off were not collected
    "2026-07, 0, BEFORE, 20, 2026-07-19, 2026-07-20, 2026-07-17",
    "2026-07, 0, BY,     18, 2026-07-18, 2026-07-20, 2026-07-17",
    "2024-06, 0, BY,     20, 2024-06-20, 2024-06-20?, 2024-06-20?",
    "2024-07, 0, BY,     20, 2024-07-20, 2024-07-22?, 2024-07-19?",
    "2027-02, 0, BEFORE, 20, 2027-02-19, 2027-02-19?, 2027-02-19?",
    "2027-08, 0, BEFORE, 23, 2027-08-22, 2027-08-23?, 2027-08-20?",
  })
  void a_deadline_stays_or_moves_over_days_off(
      String text, int monthOffset, Limit limit, int day, String stays, String next, String back) {
    Period period = period(text);
    DueRule rule = rule(monthOffset, day, limit, DayOff.STAYS);

    assertThat(rule.deadline(period, calendar)).isEqualTo(deadline(stays));
    assertThat(rule(monthOffset, day, limit, DayOff.NEXT).deadline(period, calendar))
        .isEqualTo(deadline(next));
    assertThat(rule(monthOffset, day, limit, DayOff.PREVIOUS).deadline(period, calendar))
        .isEqualTo(deadline(back));
  }

  private static DueRule rule(int monthOffset, int day, Limit limit, DayOff dayOff) {
    return new DueRule(
        new PlanCode("plan"),
        null,
        monthOffset,
        day,
        limit,
        dayOff,
        new Text("giả định", "assumed"));
  }

  private static Deadline deadline(String text) {
    return new Deadline(LocalDate.parse(text.replace("?", "")), text.endsWith("?"));
  }

  @Test
  void days_off_were_collected_for_2025_and_2026_only() {
    assertThat(calendar.knows(2024)).isFalse();
    assertThat(calendar.knows(2025)).isTrue();
    assertThat(calendar.knows(2026)).isTrue();
    assertThat(calendar.knows(2027)).isFalse();
  }
}
