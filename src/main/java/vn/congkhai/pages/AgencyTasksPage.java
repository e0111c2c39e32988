package vn.congkhai.pages;

import java.util.List;
import vn.congkhai.board.Tasks;
import vn.congkhai.indicator.Agency;
import vn.congkhai.pages.Views.Frame;
import vn.congkhai.pages.Views.Framed;

/// `/board/agencies/CODE/tasks`: the tasks of the plans that an agency leads, and how far its part
/// is.
record AgencyTasksPage(Agency agency) implements Page {
  record View(Frame frame, String name, String code, List<Row> rows) implements Framed {}

  /// @param counted whether the part counts in the rate of completed tasks
  record Row(String plan, String planCode, PlanPage.TaskRow task, boolean counted) {}

  @Override
  public String path() {
    return "/board/agencies/" + agency.code() + "/tasks";
  }

  @Override
  public String template() {
    return "tasks-agency";
  }

  @Override
  public View view(Drawing drawing) {
    return new View(
        drawing.frame(
            drawing.text("title-tasks-agency", agency.name()), path(), agency.code().value()),
        agency.name(),
        agency.code().value(),
        drawing.board().tasks().of(agency.code()).stream()
            .map(part -> row(drawing, part))
            .toList());
  }

  private static Row row(Drawing drawing, Tasks.Part part) {
    boolean overdue = part.task().overdue(part.state(), drawing.board().today());
    return new Row(
        drawing.setter().name(drawing.catalogue().plan(part.task().id().plan())),
        part.task().id().plan().value(),
        PlanPage.row(
            drawing, part.task(), States.task(drawing, part.state(), overdue), "", part.said()),
        drawing.board().tasks().counts(part));
  }
}
