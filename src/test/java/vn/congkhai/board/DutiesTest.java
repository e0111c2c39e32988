package vn.congkhai.board;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.board.Reports.DEPARTMENT;
import static vn.congkhai.board.Reports.WARD;
import static vn.congkhai.board.Reports.period;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congkhai.catalogue.Catalogues;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.DutyState;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Submission;

/// The report of October covers 15 September to 14 October and is due on 19 October 2026.
class DutiesTest {
  private static final String ON_TIME = "on-time-rate";

  private final Reports reports = new Reports();

  private Duty october(AgencyCode agency) {
    return reports.board().duties().of(period("2026-10")).stream()
        .filter(duty -> duty.agency().code().equals(agency))
        .filter(duty -> duty.indicator().code().value().equals(ON_TIME))
        .findFirst()
        .orElseThrow();
  }

  private DutyState october(String day) {
    reports.on(day);
    return october(WARD).state();
  }

  private List<Period> owed(AgencyCode agency, String indicator) {
    return reports
        .board()
        .duties()
        .of(reports.agency(agency), reports.indicator(indicator))
        .stream()
        .map(Duty::period)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-14, NOT_DUE",
    "2026-10-15, DUE",
    "2026-10-19, DUE",
    "2026-10-20, NEVER",
    "2027-03-01, NEVER",
  })
  void a_report_that_nobody_sent_is_due_until_its_last_day(String day, DutyState state) {
    assertThat(october(day)).isEqualTo(state);
  }

  @Test
  void who_has_reported_the_indicator_before_is_overdue_and_not_silent() {
    reports.on("2026-09-16").sends(WARD, ON_TIME, "2026-09", 97, 100);

    assertThat(october("2026-10-19")).isEqualTo(DutyState.DUE);
    assertThat(october("2026-10-20")).isEqualTo(DutyState.OVERDUE);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-14T17:00:00Z, ON_TIME",
    "2026-10-19T16:59:59.999Z, ON_TIME",
    "2026-10-19T17:00:00Z, LATE",
    "2026-12-31T00:00:00Z, LATE",
  })
  void the_last_day_ends_at_midnight_in_vietnam(Instant arrival, DutyState state) {
    reports.at(arrival).sends(WARD, ON_TIME, "2026-10", 97, 100);

    assertThat(october(WARD).state()).isEqualTo(state);
    assertThat(requireNonNull(october(WARD).settled()).receivedAt()).isEqualTo(arrival);
  }

  @Test
  void an_interim_figure_settles_nothing() {
    reports.at(Instant.parse("2026-10-14T16:59:59Z")).sends(WARD, ON_TIME, "2026-10", 97, 100);

    assertThat(october("2026-10-14")).isEqualTo(DutyState.NOT_DUE);
    assertThat(october("2026-10-19")).isEqualTo(DutyState.DUE);
    assertThat(october("2026-10-20")).isEqualTo(DutyState.OVERDUE);
    assertThat(october(WARD).settled()).isNull();
  }

  @Test
  void the_interim_figure_sent_again_after_the_end_settles_the_report() {
    Submission interim = reports.on("2026-10-10").sends(WARD, ON_TIME, "2026-10", 97, 100);
    Submission again = reports.on("2026-10-16").sends(WARD, ON_TIME, "2026-10", 97, 100);

    assertThat(october(WARD).state()).isEqualTo(DutyState.ON_TIME);
    assertThat(requireNonNull(october(WARD).settled()).submission()).isEqualTo(again.number());
    assertThat(requireNonNull(reports.figure(WARD, ON_TIME).newest()).submission())
        .isEqualTo(interim.number());
  }

  @Test
  void a_final_figure_that_differs_from_the_interim_one_settles_the_report_and_corrects_nothing() {
    reports.on("2026-10-10").sends(WARD, ON_TIME, "2026-10", 90, 100);
    reports.on("2026-10-20").sends(WARD, ON_TIME, "2026-10", 97, 120);

    assertThat(october(WARD).state()).isEqualTo(DutyState.LATE);
    assertThat(requireNonNull(reports.figure(WARD, ON_TIME).newest()).corrected()).isFalse();
  }

  @Test
  void a_correction_after_the_last_day_keeps_the_report_on_time() {
    Submission first = reports.on("2026-10-16").sends(WARD, ON_TIME, "2026-10", 97, 100);
    reports.on("2026-10-25").sends(WARD, ON_TIME, "2026-10", 96, 100);
    reports.on("2026-11-25").sends(WARD, ON_TIME, "2026-10", 96, 100);

    assertThat(october(WARD).state()).isEqualTo(DutyState.ON_TIME);
    assertThat(requireNonNull(october(WARD).settled()).submission()).isEqualTo(first.number());
    assertThat(requireNonNull(reports.figure(WARD, ON_TIME).newest()).corrected()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01, 2026-01-19",
    "2026-02, 2026-02-23",
    "2026-09, 2026-09-21",
    "2026-10, 2026-10-19",
    "2026-12, 2026-12-21",
    "2026-Q3, 2026-09-21",
  })
  void a_last_day_that_offices_are_closed_on_moves_to_the_next_working_day(
      String period, LocalDate last) {
    reports.on("2026-12-31");

    assertThat(reports.board().duties().of(period(period)))
        .isNotEmpty()
        .allSatisfy(duty -> assertThat(duty.deadline().day()).isEqualTo(last));
  }

  @Test
  void periods_are_owed_up_to_the_one_that_runs() {
    reports.on("2026-03-14");
    assertThat(owed(WARD, ON_TIME)).hasToString("[2026-01, 2026-02, 2026-03]");

    reports.on("2026-03-15");
    assertThat(owed(WARD, ON_TIME)).hasToString("[2026-01, 2026-02, 2026-03, 2026-04]");
  }

  @Test
  void an_agency_that_no_longer_exists_owes_nothing() {
    AgencyCode gone = new AgencyCode("cb-so-thong-tin-va-truyen-thong");

    assertThat(owed(gone, ON_TIME)).isEmpty();
    assertThat(reports.board().duties().of(gone)).isEmpty();
    assertThat(reports.board().duties().of(period("2026-01")))
        .isNotEmpty()
        .noneMatch(duty -> duty.agency().code().equals(gone));
  }

  @Test
  void a_merger_passes_the_duty_on_with_the_period_that_ends_after_it() {
    Reports merged =
        Reports.withAgencies(
            """
            cb-xa-a,commune,UBND xã A,A,,2026-06-30,,
            cb-xa-c,commune,UBND xã C,C,2026-07-01,,cb-xa-a,
            """);
    Duties duties = merged.on("2026-08-01").board().duties();

    assertThat(duties.of(merged.agency(new AgencyCode("cb-xa-a")), merged.indicator(ON_TIME)))
        .extracting(duty -> duty.period().toString())
        .containsExactly("2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06");
    assertThat(duties.of(merged.agency(new AgencyCode("cb-xa-c")), merged.indicator(ON_TIME)))
        .extracting(duty -> duty.period().toString())
        .containsExactly("2026-07", "2026-08");
  }

  @ParameterizedTest
  @CsvSource({"on-time-rate-in-term", "plan-tasks-completed-rate", "procedure-publication-rate"})
  void nothing_is_owed_that_no_plan_targets_or_that_is_computed_or_that_others_owe(
      String indicator) {
    assertThat(owed(WARD, indicator)).isEmpty();
  }

  @Test
  void what_an_agency_owes_comes_the_newest_period_first() {
    List<Duty> duties = reports.board().duties().of(DEPARTMENT);

    assertThat(duties.getFirst().period()).hasToString("2026-12");
    assertThat(duties.getLast().period()).hasToString("2026-01");
    assertThat(duties)
        .extracting(duty -> duty.indicator().cycle())
        .contains(period("2026-H1").cycle(), period("2026-Q1").cycle(), period("2026").cycle());
  }

  @ParameterizedTest
  @CsvSource({"2026-10-14, 2026-09", "2026-10-15, 2026-10", "2026-12-15, 2026-12"})
  void the_newest_month_that_has_ended_is_shown_first(String day, String month) {
    assertThat(reports.on(day).board().duties().newestEnded()).hasToString(month);
  }

  @Test
  void before_a_month_has_ended_the_newest_period_of_any_kind_is_shown_first() {
    Duties duties = reports.on("2026-01-14").board().duties();

    assertThat(duties.newestEnded()).hasToString("2026");
    assertThat(duties.periods()).hasToString("[2026, 2026-H1, 2026-Q1, 2026-01]");
  }

  @Test
  void of_several_plans_that_ask_for_a_report_the_earliest_day_counts() {
    Reports hurried =
        new Reports(
            Catalogues.caoBangWith(
                "due.csv",
                text -> text.replace("procedure-control,,0,20", "procedure-control,,0,16")));
    Map<String, LocalDate> last =
        hurried.board().duties().of(period("2026-10")).stream()
            .filter(duty -> duty.agency().code().equals(WARD))
            .collect(toMap(duty -> duty.indicator().code().value(), duty -> duty.deadline().day()));

    assertThat(last).containsEntry(ON_TIME, LocalDate.of(2026, 10, 15));
    assertThat(last).containsEntry("electronic-result-rate", LocalDate.of(2026, 10, 19));
  }

  @Test
  void nothing_is_owed_before_the_first_period_has_begun() {
    assertThat(reports.on("2025-12-14").board().duties().periods()).isEmpty();
    assertThat(reports.on("2025-12-14").board().duties().newestEnded()).isNull();
  }
}
