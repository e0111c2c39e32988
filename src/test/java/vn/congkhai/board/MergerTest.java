package vn.congkhai.board;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Standing;
import vn.congkhai.indicator.Submission;
import vn.congkhai.indicator.TaskState;

/// On 1 July 2026 A was merged into C, and F was split into G and H.
class MergerTest {
  private static final String ON_TIME = "on-time-rate";
  private static final AgencyCode A = new AgencyCode("cb-xa-a");
  private static final AgencyCode C = new AgencyCode("cb-xa-c");
  private static final AgencyCode F = new AgencyCode("cb-xa-f");
  private static final AgencyCode G = new AgencyCode("cb-xa-g");
  private static final AgencyCode H = new AgencyCode("cb-xa-h");

  private final Reports reports =
      Reports.withAgencies(
          """
          cb-xa-a,commune,UBND xã A,A,,2026-06-30,,
          cb-xa-c,commune,UBND xã C,C,2026-07-01,,cb-xa-a,
          cb-xa-f,commune,UBND xã F,F,,2026-06-30,,
          cb-xa-g,commune,UBND xã G,G,2026-07-01,,cb-xa-f,
          cb-xa-h,commune,UBND xã H,H,2026-07-01,,cb-xa-f,
          """);

  @Test
  void a_merged_agency_is_judged_with_what_was_merged_into_it() {
    reports.sends(A, ON_TIME, "2026-05", 900, 1000);
    Submission own = reports.sends(C, ON_TIME, "2026-08", 100, 100);

    assertThat(own.observations().getFirst().standing()).isEqualTo(Standing.MISSED);
    assertThat(reports.figure(C, ON_TIME).yearToDate()).isEqualTo(new Figure.Ratio(1000, 1100));
    assertThat(reports.figure(C, ON_TIME).standing()).isEqualTo(Standing.MISSED);
    assertThat(reports.figure(A, ON_TIME).yearToDate()).isEqualTo(new Figure.Ratio(900, 1000));
  }

  @Test
  void what_was_split_counts_for_the_province_and_for_none_of_its_units() {
    reports.sends(F, ON_TIME, "2026-05", 0, 1000);
    Submission own = reports.sends(G, ON_TIME, "2026-08", 100, 100);

    assertThat(own.observations().getFirst().standing()).isEqualTo(Standing.MET);
    assertThat(reports.figure(G, ON_TIME).yearToDate()).isEqualTo(new Figure.Ratio(100, 100));
    assertThat(reports.figure(H, ON_TIME).standing()).isEqualTo(Standing.UNREPORTED);
    assertThat(reports.rollUp(ON_TIME).yearToDate()).isEqualTo(new Figure.Ratio(100, 1100));
  }

  @Test
  void over_the_years_only_all_units_of_a_split_can_be_compared() {
    reports.sends(F, ON_TIME, "2025-10", 900, 1000);
    reports.sends(G, ON_TIME, "2026-10", 100, 100);
    reports.sends(H, ON_TIME, "2026-10", 50, 100);

    Sums sums = reports.board().comparable(reports.agency(G), reports.indicator(ON_TIME));

    assertThat(sums.at(Reports.period("2025-10"))).isEqualTo(new Figure.Ratio(900, 1000));
    assertThat(sums.at(Reports.period("2026-10"))).isEqualTo(new Figure.Ratio(150, 200));
  }

  @Test
  void a_period_is_expected_of_those_who_existed_when_it_ended() {
    reports.sends(A, ON_TIME, "2026-06", 100, 100);
    assertThat(reports.rollUp(ON_TIME).coverage()).isEqualTo(new Coverage(1, 73));

    reports.sends(C, ON_TIME, "2026-07", 100, 100);
    assertThat(reports.rollUp(ON_TIME).coverage()).isEqualTo(new Coverage(1, 74));
  }

  @Test
  void only_who_exists_is_shown_and_ranked() {
    reports.sends(A, ON_TIME, "2026-05", 100, 100);

    Ranking ranking = reports.board().ranking(reports.indicator(ON_TIME));

    assertThat(ranking.row(A)).isNull();
    assertThat(ranking.rows()).hasSize(74);
    assertThat(reports.board().figures(reports.indicator(ON_TIME).code())).hasSize(74);
    assertThat(reports.board().inForce(reports.agency(A))).isFalse();
    assertThat(reports.board().inForce(reports.agency(C))).isTrue();
  }

  @Test
  void board_and_ranking_judge_the_heir_of_two_stocks_alike() {
    Reports two =
        Reports.withAgencies(
            """
            cb-xa-a,commune,UBND xã A,A,,2026-06-30,,
            cb-xa-b,commune,UBND xã B,B,,2026-06-30,,
            cb-xa-c,commune,UBND xã C,C,2026-07-01,,cb-xa-a;cb-xa-b,
            """);
    two.sends(A, "staff-digital-signature-rate", "2026-Q1", 0, 50);
    two.sends(new AgencyCode("cb-xa-b"), "staff-digital-signature-rate", "2026-Q2", 50, 50);

    AgencyFigure figure = two.figure(C, "staff-digital-signature-rate");
    Ranking ranking = two.board().ranking(two.indicator("staff-digital-signature-rate"));
    Ranking.Row row = requireNonNull(ranking.row(C));

    assertThat(figure.yearToDate()).isEqualTo(new Figure.Ratio(50, 100));
    assertThat(figure.standing()).isEqualTo(Standing.MISSED);
    assertThat(row.merit().standing()).isEqualTo(figure.standing());
    assertThat(row.merit().ratio()).hasValue(0.5);
  }

  @Test
  void the_finished_tasks_of_a_merged_unit_count_for_its_heir() {
    var task =
        reports.board().catalogue().tasks().stream()
            .filter(each -> each.due() != null && each.leads().include(reports.agency(A)))
            .findFirst()
            .orElseThrow();
    reports.says(A, task.id(), TaskState.DONE);

    assertThat(reports.figure(A, "plan-tasks-completed-rate").yearToDate())
        .isEqualTo(new Figure.Ratio(1, 1));
    assertThat(reports.figure(C, "plan-tasks-completed-rate").yearToDate())
        .isEqualTo(new Figure.Ratio(1, 1));
  }
}
