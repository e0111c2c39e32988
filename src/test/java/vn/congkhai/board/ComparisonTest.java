package vn.congkhai.board;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.board.Reports.COMMUNE;
import static vn.congkhai.board.Reports.PROVINCE;
import static vn.congkhai.board.Reports.WARD;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;

class ComparisonTest {
  private static final String ON_TIME = "on-time-rate";
  private static final String SATISFACTION = "satisfaction-procedures";

  private final Reports reports = new Reports();

  private Comparison only() {
    assertThat(reports.board().comparisons()).hasSize(1);
    return reports.board().comparisons().getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "97, 100, 0.95,   0.97,  0.02",
    "95, 100, 0.97,   0.95,  -0.02",
    "3,  10,  0.3,    0.3,   0",
    "1,  8,   0.1249, 0.125, 0.0001",
  })
  void the_gap_is_ours_minus_theirs(
      long numerator, long denominator, String theirs, double ours, double gap) {
    reports.sends(WARD, ON_TIME, "2026-10", numerator, denominator);
    reports.publishes(WARD, ON_TIME, "2026-10", theirs, "2026-11-01");

    assertThat(requireNonNull(only().agency()).code()).isEqualTo(WARD);
    assertThat(only().ours()).hasValue(ours);
    assertThat(only().gap()).hasValue(gap);
  }

  @Test
  void what_others_published_never_changes_ours() {
    reports.sends(WARD, ON_TIME, "2026-10", 97, 100);
    AgencyFigure figure = reports.figure(WARD, ON_TIME);
    RollUp rollUp = reports.rollUp(ON_TIME);

    reports.publishes(WARD, ON_TIME, "2026-10", "0.5", "2026-11-01");
    reports.publishes(PROVINCE, ON_TIME, "2026-10", "0.5", "2026-11-01");
    reports.publishes(COMMUNE, ON_TIME, "2026-10", "1", "2026-11-01");

    assertThat(reports.figure(WARD, ON_TIME)).isEqualTo(figure);
    assertThat(reports.rollUp(ON_TIME)).isEqualTo(rollUp);
    assertThat(reports.figure(COMMUNE, ON_TIME).newest()).isNull();
    assertThat(reports.board().newestArrival())
        .isEqualTo(requireNonNull(figure.newest()).receivedAt());
  }

  @Test
  void every_day_is_kept_as_it_was_said_last_the_newest_first() {
    reports.publishes(WARD, ON_TIME, "2026-10", "0.91", "2026-11-03");
    reports.publishes(WARD, ON_TIME, "2026-10", "0.92", "2026-11-01");
    reports.publishes(WARD, ON_TIME, "2026-10", "0.93", "2026-11-03");
    reports.publishes(WARD, ON_TIME, "2026-10", "0.94", "2026-11-05");

    assertThat(reports.board().comparisons())
        .extracting(comparison -> comparison.official().figure().ratio().toString())
        .containsExactly("0.94", "0.93", "0.92");
  }

  @Test
  void the_province_is_compared_with_the_sum_of_its_agencies() {
    reports.sends(WARD, ON_TIME, "2026-10", 1, 1);
    reports.sends(COMMUNE, ON_TIME, "2026-10", 0, 3);
    reports.sends(COMMUNE, ON_TIME, "2026-09", 100, 100);
    reports.publishes(PROVINCE, ON_TIME, "2026-10", "0.5", "2026-11-01");

    assertThat(only().agency()).isNull();
    assertThat(only().ours()).hasValue(0.25);
    assertThat(only().gap()).hasValue(-0.25);
  }

  @Test
  void there_is_no_gap_to_what_we_do_not_have() {
    reports.sends(COMMUNE, ON_TIME, "2026-10", 1, 1);
    reports.sends(WARD, ON_TIME, "2026-09", 1, 1);
    reports.publishes(WARD, ON_TIME, "2026-10", "0.5", "2026-11-01");

    assertThat(only().ours()).isEmpty();
    assertThat(only().gap()).isEmpty();
  }

  @Test
  void no_cases_are_no_figure_to_compare() {
    reports.sends(WARD, ON_TIME, "2026-10", 0, 0);
    reports.publishes(WARD, ON_TIME, "2026-10", "1", "2026-11-01");

    assertThat(only().gap()).isEmpty();
  }

  @Test
  void a_value_in_per_cent_is_compared_as_a_fraction_and_any_other_is_not() {
    reports.sends(WARD, SATISFACTION, "2026-10", "95.5");
    reports.sends(WARD, "unit-procedure-control-plan-issued", "2026", "1");
    reports.publishes(WARD, SATISFACTION, "2026-10", "0.95", "2026-11-02");
    reports.publishes(WARD, "unit-procedure-control-plan-issued", "2026", "1", "2026-11-01");

    assertThat(reports.board().comparisons().getFirst().gap()).hasValue(0.005);
    assertThat(reports.board().comparisons().getLast().ours()).isEmpty();
  }

  @Test
  void an_agency_that_left_the_catalogue_is_not_taken_for_the_province() {
    reports.sends(WARD, ON_TIME, "2026-10", 1, 1);
    reports.publishes(new AgencyCode("cb-xa-00000"), ON_TIME, "2026-10", "0.5", "2026-11-01");
    reports.publishes(WARD, "no-longer-measured", "2026-10", "0.5", "2026-11-01");

    assertThat(reports.board().comparisons()).isEmpty();
  }

  @Test
  void an_agency_that_no_longer_exists_can_still_be_compared() {
    AgencyCode gone = new AgencyCode("cb-so-thong-tin-va-truyen-thong");
    reports.sends(gone, ON_TIME, "2025-02", 9, 10);
    reports.publishes(gone, ON_TIME, "2025-02", "0.8", "2025-03-20");

    assertThat(only().agency()).extracting(Agency::code).isEqualTo(gone);
    assertThat(only().gap()).hasValue(0.1);
  }
}
