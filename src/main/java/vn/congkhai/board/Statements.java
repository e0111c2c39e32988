package vn.congkhai.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.PlanTask;
import vn.congkhai.indicator.Statement;
import vn.congkhai.indicator.Submission;

/// Everything that submissions said besides figures. Immutable.
///
/// @param tasks the newest word on each task, by who spoke: an agency of its part, the province's
///   code of the whole
/// @param official figures that others published, in the order of their arrival, every day of them
public record Statements(Map<PlanTask.Id, Map<AgencyCode, Said>> tasks, List<Official> official) {
  /// How many official figures are kept at hand, the newest; older ones stay in the journal.
  private static final int MOST_OFFICIAL = 20_000;

  static final Statements NONE = new Statements(Map.of(), List.of());

  public Statements {
    tasks = Map.copyOf(tasks);
    official = List.copyOf(official);
  }

  /// A figure that somebody else published, and the submission that brought it here.
  public record Official(Statement.OfficialFigure figure, Reported.Source source) {}

  /// The same after one more submission.
  Statements after(Submission submission) {
    if (submission.statements().isEmpty()) {
      return this;
    }
    Map<PlanTask.Id, Map<AgencyCode, Said>> said = new HashMap<>(tasks);
    List<Official> published = new ArrayList<>(official);
    Reported.Source source = new Reported.Source(submission.number(), submission.receivedAt());
    for (Statement statement : submission.statements()) {
      switch (statement) {
        case Statement.OfTask(PlanTask.Id task, var state, String evidence) -> {
          Map<AgencyCode, Said> byWhom = new HashMap<>(said.getOrDefault(task, Map.of()));
          byWhom.put(submission.agency(), new Said(state, submission.note(), evidence, source));
          said.put(task, Map.copyOf(byWhom));
        }
        case Statement.OfficialFigure figure -> published.add(new Official(figure, source));
      }
    }
    int over = Math.max(0, published.size() - MOST_OFFICIAL);
    return new Statements(said, published.subList(over, published.size()));
  }

  /// The newest word on the task that concerns the agency: its own, or the province's on the whole.
  /// Null when there is none.
  @Nullable Said of(PlanTask.Id task, AgencyCode agency, AgencyCode province) {
    Map<AgencyCode, Said> byWhom = tasks.getOrDefault(task, Map.of());
    Said own = byWhom.get(agency);
    Said whole = byWhom.get(province);
    if (own == null || whole == null) {
      return own == null ? whole : own;
    }
    return own.after(whole) ? own : whole;
  }
}
