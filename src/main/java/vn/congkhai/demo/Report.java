package vn.congkhai.demo;

import java.time.Instant;
import java.util.List;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Observation;
import vn.congkhai.indicator.PlanTask;
import vn.congkhai.indicator.Statement.OfficialFigure;
import vn.congkhai.indicator.TaskState;

/// What somebody sends one day.
sealed interface Report {
  Instant sentAt();

  /// An agency's figures.
  record Figures(Instant sentAt, AgencyCode agency, String note, List<Observation> observations)
      implements Report {}

  /// How far an agency is with its part of a task.
  record OfTask(Instant sentAt, AgencyCode agency, PlanTask.Id task, TaskState state, String note)
      implements Report {}

  /// What another source publishes of the province.
  record Official(Instant sentAt, List<OfficialFigure> figures) implements Report {}
}
