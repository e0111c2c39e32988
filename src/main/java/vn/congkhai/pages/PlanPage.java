package vn.congkhai.pages;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Said;
import vn.congkhai.board.Tasks;
import vn.congkhai.catalogue.LeftOut;
import vn.congkhai.indicator.Plan;
import vn.congkhai.indicator.PlanTask;
import vn.congkhai.indicator.TaskState;
import vn.congkhai.pages.Views.Frame;
import vn.congkhai.pages.Views.Framed;
import vn.congkhai.pages.Views.Goal;
import vn.congkhai.pages.Views.Origin;
import vn.congkhai.pages.Views.Verdict;

/// `/board/plans/CODE`: a plan's targets as printed, and how far its tasks are.
record PlanPage(Plan plan) implements Page {
  record View(
      Frame frame,
      String name,
      String title,
      String issuer,
      String date,
      String note,
      List<Goal> goals,
      List<LeftOutRow> leftOut,
      List<TaskTally> tallies,
      List<TaskRow> tasks)
      implements Framed {}

  /// What no target was made of, as printed, and why.
  record LeftOutRow(String location, String asPrinted, String reason) {}

  record TaskTally(Verdict verdict, String count) {}

  /// @param progress how many of the agencies that share it are done; empty when one does it alone
  /// @param said the newest word, empty when there is none
  record TaskRow(
      String number,
      String title,
      String product,
      String lead,
      String coordination,
      String time,
      String due,
      String recurrence,
      Verdict state,
      String progress,
      String said,
      String evidence,
      Origin origin,
      String note) {}

  @Override
  public String path() {
    return "/board/plans/" + plan.code();
  }

  @Override
  public String template() {
    return "plan";
  }

  @Override
  public View view(Drawing drawing) {
    List<Tasks.Progress> tasks = drawing.board().tasks().of(plan.code());
    return new View(
        drawing.frame(drawing.setter().heading(plan), path()),
        drawing.setter().heading(plan),
        plan.title(),
        plan.issuer(),
        plan.date() == null ? "" : drawing.type().date(plan.date()),
        drawing.setter().own(plan.note()),
        drawing.catalogue().targets().of(plan.code()).stream()
            .map(target -> drawing.setter().goal(target, drawing.board().effective(target)))
            .toList(),
        drawing.catalogue().leftOut().stream()
            .filter(leftOut -> leftOut.plan().equals(plan.code()))
            .map(leftOut -> row(drawing, leftOut))
            .toList(),
        tallies(drawing, tasks),
        tasks.stream().map(progress -> row(drawing, progress)).toList());
  }

  private static LeftOutRow row(Drawing drawing, LeftOut leftOut) {
    return new LeftOutRow(leftOut.location(), leftOut.asPrinted(), drawing.text(leftOut.reason()));
  }

  private static List<TaskTally> tallies(Drawing drawing, List<Tasks.Progress> tasks) {
    Map<TaskState, Integer> counts = new EnumMap<>(TaskState.class);
    int overdue = 0;
    for (Tasks.Progress progress : tasks) {
      if (progress.overdue()) {
        overdue++;
      } else {
        counts.merge(progress.state(), 1, Integer::sum);
      }
    }
    List<TaskTally> tallies = new ArrayList<>();
    if (overdue > 0) {
      Verdict late = new Verdict("missed", "✕", drawing.text("task-overdue"));
      tallies.add(new TaskTally(late, drawing.type().count(overdue)));
    }
    counts.forEach((state, count) ->
        tallies.add(
            new TaskTally(States.task(drawing, state, false), drawing.type().count(count))));
    return tallies;
  }

  private static TaskRow row(Drawing drawing, Tasks.Progress progress) {
    Verdict state = States.task(drawing, progress.state(), progress.overdue());
    int parts = progress.parts().size();
    String shared =
        parts < 2
            ? ""
            : drawing.text(
                "task-shared", drawing.type().count(progress.done()), drawing.type().count(parts));
    return row(drawing, progress.task(), state, shared, progress.said());
  }

  /// @param state of the whole task, or of one agency's part
  static TaskRow row(
      Drawing drawing, PlanTask task, Verdict state, String shared, @Nullable Said said) {
    String recurrence =
        task.recurrence().stream()
            .map(each -> drawing.text("recurrence-" + each.code()))
            .collect(Collectors.joining(", "));
    return new TaskRow(
        task.id().number(),
        task.title(),
        task.product(),
        task.lead(),
        task.coordination(),
        task.time(),
        task.due() == null ? "" : drawing.type().day(task.due()),
        recurrence.equalsIgnoreCase(task.time()) ? "" : recurrence,
        state,
        shared,
        said == null ? "" : said.note(),
        said == null ? "" : said.evidence(),
        drawing.setter().origin(said == null ? null : said.source()),
        drawing.setter().own(task.note()));
  }
}
