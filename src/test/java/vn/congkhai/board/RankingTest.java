package vn.congkhai.board;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.board.Reports.COMMUNE;
import static vn.congkhai.board.Reports.DEPARTMENT;
import static vn.congkhai.board.Reports.WARD;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congkhai.board.Ranking.Place;
import vn.congkhai.board.Ranking.Reason;
import vn.congkhai.board.Ranking.Row;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Standing;

/// 71 agencies, 56 of them communes. A place takes 10 cases and three quarters of what at least
/// half of those who owe it have reported.
class RankingTest {
  private static final String ON_TIME = "on-time-rate";

  private final Reports reports = new Reports();

  private Row row(String indicator, AgencyCode agency) {
    return requireNonNull(reports.board().ranking(reports.indicator(indicator)).row(agency));
  }

  private Row row(AgencyCode agency) {
    return row(ON_TIME, agency);
  }

  @Test
  void the_higher_year_to_date_is_ahead_among_all_and_within_its_level() {
    reports.sends(WARD, ON_TIME, "2026-09", 100, 100);
    reports.sends(WARD, ON_TIME, "2026-10", 0, 100);
    reports.sends(DEPARTMENT, ON_TIME, "2026-10", 80, 100);
    reports.sends(COMMUNE, ON_TIME, "2026-10", 98, 100);

    assertThat(row(COMMUNE).place()).isEqualTo(new Place(1, 1, 56));
    assertThat(row(DEPARTMENT).place()).isEqualTo(new Place(2, 1, 15));
    assertThat(row(WARD).place()).isEqualTo(new Place(3, 2, 56));
    assertThat(row(WARD).of()).isEqualTo(71);
    assertThat(row(WARD).merit().ratio()).hasValue(0.5);
    assertThat(row(COMMUNE).merit().standing()).isEqualTo(Standing.MET);
  }

  @Test
  void equal_shares_share_a_place_and_the_next_place_skips() {
    reports.sends(WARD, ON_TIME, "2026-10", 10, 30);
    reports.sends(COMMUNE, ON_TIME, "2026-10", 111, 333);
    reports.sends(DEPARTMENT, ON_TIME, "2026-10", 33333333, 100000000);

    assertThat(row(WARD).place()).isEqualTo(new Place(1, 1, 56));
    assertThat(row(COMMUNE).place()).isEqualTo(new Place(1, 1, 56));
    assertThat(row(DEPARTMENT).place()).isEqualTo(new Place(3, 1, 15));
  }

  @Test
  void fewer_than_ten_cases_earn_no_place() {
    reports.sends(WARD, ON_TIME, "2026-10", 9, 9);
    reports.sends(COMMUNE, ON_TIME, "2026-10", 1, 10);
    reports.sends(DEPARTMENT, ON_TIME, "2026-10", 0, 0);

    assertThat(row(WARD).reason()).isEqualTo(Reason.FEW_CASES);
    assertThat(row(WARD).place()).isNull();
    assertThat(row(WARD).merit().ratio()).hasValue(1.0);
    assertThat(row(COMMUNE).place()).isEqualTo(new Place(1, 1, 56));
    assertThat(row(DEPARTMENT).reason()).isEqualTo(Reason.FEW_CASES);
  }

  @Test
  void who_reported_nothing_is_last_and_still_counted() {
    reports.sends(WARD, ON_TIME, "2026-10", 1, 100);
    reports.sends(COMMUNE, ON_TIME, "2025-10", 100, 100);

    Ranking ranking = reports.board().ranking(reports.indicator(ON_TIME));

    assertThat(row(COMMUNE).reason()).isEqualTo(Reason.UNREPORTED);
    assertThat(row(COMMUNE).of()).isEqualTo(71);
    assertThat(ranking.rows()).hasSize(71);
    assertThat(ranking.rows().getFirst().agency().code()).isEqualTo(WARD);
    assertThat(ranking.rows().subList(1, 71))
        .allMatch(row -> row.reason() == Reason.UNREPORTED)
        .isSortedAccordingTo(Comparator.comparing(row -> row.agency().code()));
  }

  @Test
  void two_of_four_common_periods_are_too_few_and_three_are_enough() {
    reports.everybodySends(ON_TIME, "2026-07", WARD, COMMUNE);
    reports.everybodySends(ON_TIME, "2026-08", WARD);
    reports.everybodySends(ON_TIME, "2026-09");
    reports.everybodySends(ON_TIME, "2026-10");

    assertThat(row(WARD).reason()).isEqualTo(Reason.COVERAGE);
    assertThat(row(WARD).place()).isNull();
    assertThat(row(WARD).merit().ratio()).hasValue(0.9);
    assertThat(row(COMMUNE).place()).isEqualTo(new Place(1, 1, 56));
  }

  @ParameterizedTest
  @CsvSource({"27, 1", "28, "})
  void what_half_of_the_56_communes_have_reported_is_asked_of_all(
      int reported, @Nullable Integer placeOfTheOthers) {
    String indicator = "work-files-online-rate-commune";
    reports.everybodySends(indicator, "2026-Q1");
    for (AgencyFigure owed :
        reports.board().figures(new IndicatorCode(indicator)).subList(0, reported)) {
      reports.sends(owed.agency().code(), indicator, "2026-Q2", 90, 100);
    }

    Row last = row(indicator, new AgencyCode("cb-xa-01318"));
    assertThat(last.place() == null ? null : last.place().all()).isEqualTo(placeOfTheOthers);
  }

  @Test
  void a_report_of_no_cases_covers_its_period() {
    reports.everybodySends(ON_TIME, "2026-09", WARD);
    reports.everybodySends(ON_TIME, "2026-10");
    assertThat(row(WARD).reason()).isEqualTo(Reason.COVERAGE);

    reports.sends(WARD, ON_TIME, "2026-09", 0, 0);
    assertThat(row(WARD).place()).isEqualTo(new Place(1, 1, 56));
  }

  @Test
  void nobody_is_asked_for_periods_before_it_existed() {
    Reports grown = Reports.withAgencies("cb-xa-d,commune,UBND xã D,D,2026-07-01,,,\n");
    AgencyCode commune = new AgencyCode("cb-xa-d");
    grown.everybodySends(ON_TIME, "2026-05", commune);
    grown.everybodySends(ON_TIME, "2026-06", commune);
    grown.everybodySends(ON_TIME, "2026-07");

    Row row = requireNonNull(grown.board().ranking(grown.indicator(ON_TIME)).row(commune));

    assertThat(row.place()).isEqualTo(new Place(1, 1, 57));
  }

  @Test
  void nobody_loses_a_place_for_a_period_that_hardly_anybody_has_reported() {
    reports.everybodySends(ON_TIME, "2026-09");
    reports.sends(WARD, ON_TIME, "2026-10", 100, 100);

    assertThat(row(WARD).place()).isEqualTo(new Place(1, 1, 56));
    assertThat(row(COMMUNE).place()).isEqualTo(new Place(2, 2, 56));
    assertThat(row(COMMUNE).reason()).isNull();
  }

  @Test
  void a_movement_is_counted_from_where_the_last_period_left_everybody() {
    reports.sends(WARD, ON_TIME, "2026-09", 90, 100);
    reports.sends(COMMUNE, ON_TIME, "2026-09", 80, 100);
    reports.sends(DEPARTMENT, ON_TIME, "2026-09", 70, 100);
    reports.sends(DEPARTMENT, ON_TIME, "2026-10", 100, 100);

    assertThat(row(DEPARTMENT).place()).isEqualTo(new Place(2, 1, 15));
    assertThat(row(DEPARTMENT).movement()).isEqualTo(1);
    assertThat(row(COMMUNE).movement()).isEqualTo(-1);
    assertThat(row(WARD).movement()).isZero();
  }

  @Test
  void nobody_moves_in_the_first_period_nor_without_a_place_then() {
    reports.sends(WARD, ON_TIME, "2026-09", 90, 100);
    assertThat(row(WARD).movement()).isNull();

    reports.sends(COMMUNE, ON_TIME, "2026-10", 95, 100);
    assertThat(row(COMMUNE).place()).isEqualTo(new Place(1, 1, 56));
    assertThat(row(COMMUNE).movement()).isNull();
    assertThat(row(WARD).movement()).isEqualTo(-1);
  }

  @Test
  void a_bare_value_is_ranked_by_its_newest_period() {
    reports.sends(WARD, "satisfaction-procedures", "2026-09", "99");
    reports.sends(WARD, "satisfaction-procedures", "2026-10", "94.9");
    reports.sends(COMMUNE, "satisfaction-procedures", "2026-10", "95");

    assertThat(row("satisfaction-procedures", COMMUNE).place()).isEqualTo(new Place(1, 1, 56));
    assertThat(row("satisfaction-procedures", WARD).place()).isEqualTo(new Place(2, 2, 56));
    assertThat(row("satisfaction-procedures", WARD).merit().ratio()).isEmpty();
  }

  @Test
  void only_those_who_owe_an_indicator_are_ranked_by_it() {
    reports.sends(DEPARTMENT, "work-files-online-rate-province", "2026-Q3", 98, 100);

    Ranking ranking = reports.board().ranking(reports.indicator("work-files-online-rate-province"));

    assertThat(ranking.rows()).hasSize(15);
    assertThat(ranking.row(WARD)).isNull();
  }
}
