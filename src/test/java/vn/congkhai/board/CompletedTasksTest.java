package vn.congkhai.board;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.board.Reports.AUTONOMY;
import static vn.congkhai.board.Reports.COMMUNE;
import static vn.congkhai.board.Reports.CONTROL_PLAN;
import static vn.congkhai.board.Reports.DEPARTMENT;
import static vn.congkhai.board.Reports.NEWS;
import static vn.congkhai.board.Reports.OWN_PLAN;
import static vn.congkhai.board.Reports.PROVINCE;
import static vn.congkhai.board.Reports.WARD;
import static vn.congkhai.indicator.TaskState.CANCELLED;
import static vn.congkhai.indicator.TaskState.DONE;
import static vn.congkhai.indicator.TaskState.IN_PROGRESS;

import org.junit.jupiter.api.Test;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Shortfall.Rest;
import vn.congkhai.indicator.Standing;
import vn.congkhai.indicator.Submission;

/// The indicator that is computed of the tasks: nobody can send it.
class CompletedTasksTest {
  private static final String COMPLETED = "plan-tasks-completed-rate";

  private final Reports reports = new Reports();

  private Figure.Ratio completed(AgencyCode agency) {
    return requireNonNull(reports.figure(agency, COMPLETED).yearToDate());
  }

  @Test
  void nothing_is_completed_or_missed_while_nobody_has_said_anything() {
    assertThat(reports.figure(WARD, COMPLETED).standing()).isEqualTo(Standing.UNREPORTED);
    assertThat(reports.rollUp(COMPLETED).standing()).isEqualTo(Standing.UNREPORTED);
    assertThat(reports.rollUp(COMPLETED).coverage()).isEqualTo(new Coverage(0, 71));
  }

  @Test
  void what_is_done_is_counted_out_of_what_was_due() {
    reports.says(WARD, OWN_PLAN, DONE);
    assertThat(completed(WARD)).isEqualTo(new Figure.Ratio(1, 2));
    assertThat(reports.figure(WARD, COMPLETED).standing()).isEqualTo(Standing.MISSED);

    reports.says(WARD, CONTROL_PLAN, DONE);
    assertThat(completed(WARD)).isEqualTo(new Figure.Ratio(2, 2));
    assertThat(reports.figure(WARD, COMPLETED).standing()).isEqualTo(Standing.MET);
    assertThat(reports.figure(COMMUNE, COMPLETED).standing()).isEqualTo(Standing.UNREPORTED);
  }

  @Test
  void nobody_has_yet_to_report_it_when_the_year_is_over() {
    reports.says(WARD, OWN_PLAN, DONE);

    reports.on("2027-01-01");
    assertThat(requireNonNull(reports.figure(WARD, COMPLETED).shortfall()).rest())
        .isEqualTo(Rest.NOTHING);
  }

  @Test
  void a_task_done_before_its_day_counts_and_one_that_recurs_does_not() {
    reports.says(WARD, NEWS, DONE);
    assertThat(completed(WARD)).isEqualTo(new Figure.Ratio(0, 2));

    reports.says(WARD, AUTONOMY, DONE);
    assertThat(completed(WARD)).isEqualTo(new Figure.Ratio(1, 3));

    reports.says(WARD, AUTONOMY, IN_PROGRESS);
    assertThat(completed(WARD)).isEqualTo(new Figure.Ratio(0, 2));
  }

  @Test
  void the_share_is_as_new_as_the_newest_word() {
    Submission newest = reports.says(WARD, AUTONOMY, DONE);
    assertThat(requireNonNull(reports.figure(WARD, COMPLETED).newest()).submission())
        .isEqualTo(newest.number());

    Submission newer = reports.says(WARD, OWN_PLAN, DONE);
    assertThat(requireNonNull(reports.figure(WARD, COMPLETED).newest()).submission())
        .isEqualTo(newer.number());
  }

  @Test
  void a_cancelled_task_is_not_counted() {
    reports.says(WARD, OWN_PLAN, DONE);
    reports.says(PROVINCE, CONTROL_PLAN, CANCELLED);

    assertThat(completed(WARD)).isEqualTo(new Figure.Ratio(1, 1));
    assertThat(completed(COMMUNE)).isEqualTo(new Figure.Ratio(0, 1));
  }

  @Test
  void before_any_day_has_come_there_are_no_cases() {
    reports.on("2026-01-14").says(WARD, OWN_PLAN, IN_PROGRESS);

    assertThat(completed(WARD)).isEqualTo(Figure.Ratio.NONE);
    assertThat(reports.figure(WARD, COMPLETED).standing()).isEqualTo(Standing.NO_CASES);
  }

  @Test
  void the_province_adds_the_parts_of_its_agencies() {
    reports.says(WARD, OWN_PLAN, DONE);
    reports.says(COMMUNE, NEWS, IN_PROGRESS);
    reports.says(DEPARTMENT, CONTROL_PLAN, DONE);

    RollUp rollUp = reports.rollUp(COMPLETED);

    // the department of justice also led task 13, by 31 January
    assertThat(rollUp.yearToDate()).isEqualTo(new Figure.Ratio(2, 7));
    assertThat(rollUp.coverage()).isEqualTo(new Coverage(3, 71));
    assertThat(rollUp.interim()).isTrue();
  }
}
