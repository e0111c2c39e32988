package vn.congkhai.board;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.board.Reports.COMMUNE;
import static vn.congkhai.board.Reports.CONTROL_PLAN;
import static vn.congkhai.board.Reports.NEWS;
import static vn.congkhai.board.Reports.OWN_PLAN;
import static vn.congkhai.board.Reports.PROVINCE;
import static vn.congkhai.board.Reports.WARD;
import static vn.congkhai.indicator.TaskState.CANCELLED;
import static vn.congkhai.indicator.TaskState.DONE;
import static vn.congkhai.indicator.TaskState.IN_PROGRESS;
import static vn.congkhai.indicator.TaskState.NOT_STARTED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congkhai.catalogue.Catalogues;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.PlanTask;
import vn.congkhai.indicator.Submission;
import vn.congkhai.indicator.TaskState;

class TasksTest {
  private final Reports reports = new Reports();

  private Tasks.Progress progress(PlanTask.Id task) {
    return reports.board().tasks().of(task.plan()).stream()
        .filter(progress -> progress.task().id().equals(task))
        .findFirst()
        .orElseThrow();
  }

  private Tasks.Part part(AgencyCode agency, PlanTask.Id task) {
    return reports.board().tasks().of(agency).stream()
        .filter(part -> part.task().id().equals(task))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_task_nobody_spoke_of_has_not_started() {
    assertThat(part(WARD, OWN_PLAN).state()).isEqualTo(NOT_STARTED);
    assertThat(part(WARD, OWN_PLAN).said()).isNull();
    assertThat(progress(OWN_PLAN).state()).isEqualTo(NOT_STARTED);
    assertThat(progress(OWN_PLAN).parts()).hasSize(71);
  }

  @Test
  void a_plan_has_its_own_tasks_in_its_order() {
    assertThat(reports.board().tasks().of(CONTROL_PLAN.plan()))
        .extracting(progress -> progress.task().id())
        .containsExactly(CONTROL_PLAN);
    assertThat(reports.board().tasks().of(OWN_PLAN.plan()))
        .hasSize(60)
        .element(1)
        .extracting(progress -> progress.task().id())
        .isEqualTo(OWN_PLAN);
  }

  @Test
  void an_agency_speaks_of_its_own_part() {
    Submission word = reports.says(WARD, OWN_PLAN, DONE);

    assertThat(part(WARD, OWN_PLAN).state()).isEqualTo(DONE);
    assertThat(part(COMMUNE, OWN_PLAN).state()).isEqualTo(NOT_STARTED);
    assertThat(progress(OWN_PLAN).state()).isEqualTo(IN_PROGRESS);
    assertThat(progress(OWN_PLAN).done()).isEqualTo(1);
    assertThat(requireNonNull(progress(OWN_PLAN).said()).source().submission())
        .isEqualTo(word.number());
  }

  @Test
  void the_province_speaks_of_the_whole() {
    reports.says(PROVINCE, OWN_PLAN, DONE);

    assertThat(part(WARD, OWN_PLAN).state()).isEqualTo(DONE);
    assertThat(progress(OWN_PLAN).state()).isEqualTo(DONE);
    assertThat(progress(OWN_PLAN).done()).isEqualTo(71);
    assertThat(part(WARD, CONTROL_PLAN).state()).isEqualTo(NOT_STARTED);
  }

  @Test
  void the_later_word_wins_whoever_spoke() {
    reports.says(WARD, OWN_PLAN, DONE);
    reports.says(PROVINCE, OWN_PLAN, IN_PROGRESS);
    assertThat(part(WARD, OWN_PLAN).state()).isEqualTo(IN_PROGRESS);

    reports.says(WARD, OWN_PLAN, DONE);
    assertThat(part(WARD, OWN_PLAN).state()).isEqualTo(DONE);
    assertThat(part(COMMUNE, OWN_PLAN).state()).isEqualTo(IN_PROGRESS);

    reports.says(WARD, OWN_PLAN, NOT_STARTED);
    assertThat(part(WARD, OWN_PLAN).state()).isEqualTo(NOT_STARTED);
  }

  @Test
  void the_newest_word_on_any_part_is_the_newest_on_the_whole() {
    reports.says(PROVINCE, OWN_PLAN, IN_PROGRESS);
    Submission newest = reports.says(COMMUNE, OWN_PLAN, DONE);
    assertThat(requireNonNull(progress(OWN_PLAN).said()).source().submission())
        .isEqualTo(newest.number());

    Submission newer = reports.says(WARD, OWN_PLAN, DONE);
    assertThat(requireNonNull(progress(OWN_PLAN).said()).source().submission())
        .isEqualTo(newer.number());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-14, IN_PROGRESS, false",
    "2026-01-15, IN_PROGRESS, true",
    "2026-01-15, NOT_STARTED, true",
    "2026-01-15, DONE,        false",
    "2026-01-15, CANCELLED,   false",
  })
  void an_open_task_is_overdue_on_the_day_after_its_last(
      String day, TaskState state, boolean overdue) {
    reports.on(day).says(PROVINCE, OWN_PLAN, state);

    assertThat(progress(OWN_PLAN).overdue()).isEqualTo(overdue);
  }

  @Test
  void a_task_that_recurs_is_never_overdue() {
    assertThat(reports.on("2026-12-31").board().tasks().of(NEWS.plan()))
        .filteredOn(progress -> progress.task().recurring())
        .hasSizeGreaterThan(30)
        .noneMatch(Tasks.Progress::overdue);
  }

  @Test
  void a_cancelled_part_does_not_keep_the_whole_from_being_done() {
    reports.says(PROVINCE, OWN_PLAN, DONE);
    reports.says(WARD, OWN_PLAN, CANCELLED);

    assertThat(progress(OWN_PLAN).state()).isEqualTo(DONE);
    assertThat(progress(OWN_PLAN).done()).isEqualTo(70);
  }

  @ParameterizedTest
  @CsvSource({
    "DONE;DONE,               DONE",
    "NOT_STARTED;NOT_STARTED, NOT_STARTED",
    "DONE;NOT_STARTED,        IN_PROGRESS",
    "DONE;IN_PROGRESS,        IN_PROGRESS",
    "DONE;CANCELLED,          DONE",
    "NOT_STARTED;CANCELLED,   NOT_STARTED",
    "CANCELLED;CANCELLED,     CANCELLED",
  })
  void a_shared_task_is_as_far_as_its_live_parts(String parts, TaskState whole) {
    List<TaskState> states = List.of(parts.split(";")).stream().map(TaskState::valueOf).toList();

    assertThat(Tasks.whole(states)).isEqualTo(whole);
  }

  @Test
  void a_task_that_no_agency_of_ours_leads_is_as_the_province_says() {
    String line = "cao-bang-2026-administrative-reform,99,,Việc,,Báo Cao Bằng,,,,,,,\n";
    Reports others = new Reports(Catalogues.caoBangWith("tasks.csv", text -> text + line));
    PlanTask.Id task = Reports.task("cao-bang-2026-administrative-reform", "99");

    others.says(PROVINCE, task, IN_PROGRESS);

    Tasks.Progress progress = others.board().tasks().of(task.plan()).getLast();
    assertThat(progress.task().id()).isEqualTo(task);
    assertThat(progress.parts()).isEmpty();
    assertThat(progress.state()).isEqualTo(IN_PROGRESS);
  }
}
