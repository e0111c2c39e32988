package vn.congkhai.telemetry;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.congkhai.board.Board;
import vn.congkhai.board.Coverage;
import vn.congkhai.board.Duty;
import vn.congkhai.board.Score;
import vn.congkhai.board.Tasks;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.PlanCode;
import vn.congkhai.indicator.TaskState;

/// The gauges that have a few series for each agency, and for the province: how it reports, how far
/// its tasks are, how it scores.
final class ConductGauges {
  private final Board board;
  private final SeriesLabels labels;
  private final GaugeSnapshot.Builder completeness =
      gauge(
          "congkhai_report_completeness_ratio",
          "Reports that are there, of those of the year whose period has ended");
  private final GaugeSnapshot.Builder timeliness =
      gauge(
          "congkhai_report_timeliness_ratio",
          "Reports that came in time, of those of the year whose period has ended");
  private final GaugeSnapshot.Builder tasks =
      gauge("congkhai_plan_tasks", "Tasks of a plan that an agency leads, by state");
  private final GaugeSnapshot.Builder overdueTasks =
      gauge(
          "congkhai_plan_tasks_overdue",
          "Tasks past their last day and neither done nor cancelled");
  private final GaugeSnapshot.Builder points =
      gauge("congkhai_score_points", "Points of the unofficial self-assessment, by group");
  private final GaugeSnapshot.Builder scoredMax =
      gauge(
          "congkhai_score_scored_max_points",
          "Points that could be had in the parts that were scored, by group");

  ConductGauges(Board board, SeriesLabels labels) {
    this.board = board;
    this.labels = labels;
  }

  List<GaugeSnapshot> gauges() {
    Sum complete = new Sum();
    Sum timely = new Sum();
    for (Agency agency : board.catalogue().agencies()) {
      Labels own = labels.agency(agency);
      Duty.Tally tally = Duty.Tally.of(board.duties().of(agency.code()));
      complete.add(tally.completeness());
      timely.add(tally.timeliness());
      if (!board.inForce(agency)) {
        continue;
      }
      share(completeness, own, tally.completeness());
      share(timeliness, own, tally.timeliness());
      tasks(own, board.tasks().of(agency.code()));
      score(own, board.score(agency));
    }
    Labels whole = labels.province();
    share(completeness, whole, complete.coverage());
    share(timeliness, whole, timely.coverage());
    wholeTasks(whole);
    score(whole, board.score());
    return List.of(
        completeness.build(),
        timeliness.build(),
        tasks.build(),
        overdueTasks.build(),
        points.build(),
        scoredMax.build());
  }

  /// Adds coverages: a ratio of sums here too.
  private static final class Sum {
    private int reported;
    private int expected;

    void add(Coverage coverage) {
      reported += coverage.reported();
      expected += coverage.expected();
    }

    Coverage coverage() {
      return new Coverage(reported, expected);
    }
  }

  private static void share(GaugeSnapshot.Builder gauge, Labels labels, Coverage coverage) {
    if (coverage.expected() > 0) {
      BoardCollector.point(gauge, labels, (double) coverage.reported() / coverage.expected());
    }
  }

  private void tasks(Labels labels, List<Tasks.Part> parts) {
    Map<PlanCode, Count> byPlan = new HashMap<>();
    for (Tasks.Part part : parts) {
      byPlan
          .computeIfAbsent(part.task().id().plan(), _ -> new Count())
          .add(part.state(), part.task().overdue(part.state(), board.today()));
    }
    write(labels, byPlan);
  }

  private void wholeTasks(Labels labels) {
    Map<PlanCode, Count> byPlan = new HashMap<>();
    for (var plan : board.catalogue().plans()) {
      for (Tasks.Progress progress : board.tasks().of(plan.code())) {
        byPlan
            .computeIfAbsent(plan.code(), _ -> new Count())
            .add(progress.state(), progress.overdue());
      }
    }
    write(labels, byPlan);
  }

  private void write(Labels labels, Map<PlanCode, Count> byPlan) {
    byPlan.forEach((plan, count) -> {
      Labels own = labels.add("plan", plan.value());
      count.byState.forEach(
          (state, number) -> BoardCollector.point(tasks, own.add("state", state.code()), number));
      BoardCollector.point(overdueTasks, own, count.overdue);
    });
  }

  /// Tasks of one plan, every state with its number, also when it is 0.
  private static final class Count {
    private final Map<TaskState, Integer> byState = new EnumMap<>(TaskState.class);
    private int overdue;

    Count() {
      for (TaskState state : TaskState.values()) {
        byState.put(state, 0);
      }
    }

    void add(TaskState state, boolean late) {
      byState.merge(state, 1, Integer::sum);
      overdue += late ? 1 : 0;
    }
  }

  private void score(Labels labels, Score score) {
    for (Score.GroupScore group : score.groups()) {
      if (group.scoredMax() > 0) {
        Labels own =
            labels.add("profile", score.profile().code()).add("group", group.group().code());
        BoardCollector.point(points, own, group.points());
        BoardCollector.point(scoredMax, own, group.scoredMax());
      }
    }
  }

  private static GaugeSnapshot.Builder gauge(String name, String help) {
    return GaugeSnapshot.builder().name(name).help(help);
  }
}
