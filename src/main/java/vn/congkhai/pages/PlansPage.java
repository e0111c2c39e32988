package vn.congkhai.pages;

import java.util.List;
import vn.congkhai.board.Tasks;
import vn.congkhai.indicator.Plan;
import vn.congkhai.indicator.TaskState;
import vn.congkhai.pages.Views.Frame;
import vn.congkhai.pages.Views.Framed;

/// `/board/plans`: the plans that the board follows.
record PlansPage() implements Page {
  record View(Frame frame, List<Row> plans) implements Framed {}

  record Row(
      String code,
      String name,
      String date,
      String title,
      String targets,
      String done,
      String overdue) {}

  @Override
  public String path() {
    return "/board/plans";
  }

  @Override
  public String template() {
    return "plans";
  }

  @Override
  public View view(Drawing drawing) {
    return new View(
        drawing.frame(drawing.text("title-plans"), path()),
        drawing.catalogue().plans().stream().map(plan -> row(drawing, plan)).toList());
  }

  private static Row row(Drawing drawing, Plan plan) {
    List<Tasks.Progress> tasks = drawing.board().tasks().of(plan.code());
    long done = tasks.stream().filter(task -> task.state() == TaskState.DONE).count();
    return new Row(
        plan.code().value(),
        drawing.setter().heading(plan),
        plan.date() == null ? "" : drawing.type().date(plan.date()),
        plan.title(),
        drawing.type().count(drawing.catalogue().targets().of(plan.code()).size()),
        tasks.isEmpty()
            ? drawing.text("no-figure")
            : drawing.type().count(done) + "/" + drawing.type().count(tasks.size()),
        drawing.type().count(tasks.stream().filter(Tasks.Progress::overdue).count()));
  }
}
