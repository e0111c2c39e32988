package vn.congkhai.board;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.board.Reports.COMMUNE;
import static vn.congkhai.board.Reports.DEPARTMENT;
import static vn.congkhai.board.Reports.WARD;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congkhai.board.Ranking.Place;
import vn.congkhai.board.Ranking.Reason;
import vn.congkhai.board.Ranking.Row;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.DutyState;

/// By the share of owed targets that are met, then by the score.
class OverallRankingTest {
  private static final String ON_TIME = "on-time-rate";

  private final Reports reports = new Reports();

  private Row overall(AgencyCode agency) {
    return requireNonNull(reports.board().ranking().row(agency));
  }

  @Test
  void more_of_the_owed_targets_met_is_ahead_overall() {
    reports.sends(WARD, ON_TIME, "2026-10", 100, 100);
    reports.sends(COMMUNE, ON_TIME, "2026-10", 97, 100);
    reports.sends(COMMUNE, "online-dossier-rate", "2026-10", 61, 100);
    reports.sends(COMMUNE, "digitisation-rate", "2026-10", 0, 100);

    assertThat(overall(COMMUNE).place()).isEqualTo(new Place(1, 1, 56));
    assertThat(overall(WARD).place()).isEqualTo(new Place(2, 2, 56));
    assertThat(overall(WARD).of()).isEqualTo(71);
    assertThat(overall(DEPARTMENT).reason()).isEqualTo(Reason.UNREPORTED);
  }

  @Test
  void an_owed_target_without_a_report_counts_as_not_met_and_one_without_cases_does_not_count() {
    reports.sends(WARD, ON_TIME, "2026-10", 100, 100);
    reports.sends(COMMUNE, ON_TIME, "2026-10", 100, 100);
    reports.sends(COMMUNE, "feedback-on-time-rate", "2026-10", 0, 0);

    long owed = pastTheirLastDay(WARD);

    assertThat(owed).isGreaterThan(10);
    assertThat(overall(WARD).merit().ratio()).hasValue(1.0 / owed);
    assertThat(overall(COMMUNE).merit().ratio()).hasValue(1.0 / (owed - 1));
    assertThat(overall(COMMUNE).place()).isEqualTo(new Place(1, 1, 56));
  }

  /// The targets that the agency has owed a report on by now.
  private long pastTheirLastDay(AgencyCode agency) {
    return reports.board().duties().of(agency).stream()
        .filter(duty -> duty.state() != DutyState.NOT_DUE && duty.state() != DutyState.DUE)
        .map(Duty::indicator)
        .distinct()
        .count();
  }

  @Test
  void what_is_not_yet_due_is_no_target_missed() {
    reports.on("2026-01-20").sends(WARD, ON_TIME, "2026-01", 100, 100);

    long monthly =
        reports.board().duties().of(WARD).stream()
            .filter(duty -> duty.state() == DutyState.NEVER || duty.state() == DutyState.LATE)
            .count();

    assertThat(overall(WARD).merit().ratio()).hasValue(1.0 / monthly);
  }

  @ParameterizedTest
  @CsvSource({"99, 50, 1, 2", "50, 99, 2, 1", "50, 50, 1, 1"})
  void of_equal_shares_of_met_targets_the_higher_score_is_ahead(
      long ofWard, long ofCommune, int placeOfWard, int placeOfCommune) {
    reports.sends(WARD, "electronic-result-rate", "2026-10", ofWard, 100);
    reports.sends(COMMUNE, "electronic-result-rate", "2026-10", ofCommune, 100);

    assertThat(requireNonNull(overall(WARD).place()).all()).isEqualTo(placeOfWard);
    assertThat(requireNonNull(overall(COMMUNE).place()).all()).isEqualTo(placeOfCommune);
  }

  @Test
  void who_fell_silent_in_june_has_no_place_in_november() {
    for (int month = 1; month <= 10; month++) {
      String period = "2026-%02d".formatted(month);
      AgencyCode[] silent = month > 6 ? new AgencyCode[] {WARD} : new AgencyCode[0];
      reports.everybodySends(ON_TIME, period, silent);
    }

    assertThat(overall(WARD).reason()).isEqualTo(Reason.COVERAGE);
    assertThat(overall(COMMUNE).reason()).isNull();
  }

  @Test
  void who_reports_too_few_of_the_common_indicators_has_no_place_overall() {
    reports.everybodySends(ON_TIME, "2026-10", WARD, COMMUNE);
    reports.everybodySends("online-dossier-rate", "2026-10", WARD);
    reports.everybodySends("digitisation-rate", "2026-10");
    reports.everybodySends("online-payment-rate", "2026-10");

    assertThat(overall(WARD).reason()).isEqualTo(Reason.COVERAGE);
    assertThat(overall(WARD).place()).isNull();
    assertThat(overall(COMMUNE).reason()).isNull();
    assertThat(requireNonNull(overall(COMMUNE).place()).level()).isEqualTo(1);
  }

  @Test
  void a_movement_overall_is_counted_from_the_last_period_whatever_longer_one_still_runs() {
    reports.sends(WARD, ON_TIME, "2026-09", 100, 100);
    reports.sends(COMMUNE, ON_TIME, "2026-09", 0, 100);
    reports.sends(COMMUNE, "online-dossier-rate", "2026-10", 99, 100);
    reports.sends(COMMUNE, "digitisation-rate", "2026-10", 99, 100);
    assertThat(overall(COMMUNE).movement()).isEqualTo(1);
    assertThat(overall(WARD).movement()).isEqualTo(-1);

    reports.sends(DEPARTMENT, "unit-procedure-control-plan-issued", "2026", "1");
    assertThat(overall(COMMUNE).movement()).isEqualTo(1);
    assertThat(overall(WARD).movement()).isEqualTo(-1);
  }
}
