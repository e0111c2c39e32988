package vn.congkhai.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Cycle;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.PlanCode;
import vn.congkhai.indicator.PlanTask;
import vn.congkhai.indicator.TaskState;

/// How far the tasks of the plans are.
public final class Tasks {
  private final Catalogue catalogue;
  private final Statements statements;
  private final LocalDate today;
  private final AgencyCode province;
  private final Map<AgencyCode, List<Part>> byAgency = new HashMap<>();
  private final Map<PlanTask.Id, Progress> byTask = new HashMap<>();

  Tasks(Catalogue catalogue, Statements statements, LocalDate today) {
    this.catalogue = catalogue;
    this.statements = statements;
    this.today = today;
    this.province = new AgencyCode(catalogue.province().code());
    List<Agency> inForce =
        catalogue.agencies().stream().filter(agency -> agency.validity().on(judgingDay())).toList();
    for (PlanTask task : catalogue.tasks()) {
      byTask.put(task.id(), progress(task, inForce));
      catalogue.agencies().forEach(agency -> addFormer(task, agency));
    }
  }

  /// The share of a task that one of its lead agencies has to do.
  ///
  /// @param said the newest word on it; null when nobody has said anything, which counts as not
  ///   started
  public record Part(PlanTask task, Agency agency, TaskState state, @Nullable Said said) {}

  /// A task and how far it is.
  ///
  /// @param parts one for each lead agency that reports here; empty when there is none
  /// @param state of the whole: done when every part is that is not cancelled, in progress as soon
  ///   as one part has begun
  /// @param said the newest word on any of it; null when there is none
  public record Progress(
      PlanTask task, List<Part> parts, TaskState state, boolean overdue, @Nullable Said said) {
    public Progress {
      parts = List.copyOf(parts);
    }

    public long done() {
      return parts.stream().filter(part -> part.state() == TaskState.DONE).count();
    }
  }

  /// The tasks of the plan, in its order.
  public List<Progress> of(PlanCode plan) {
    return catalogue.tasks().stream()
        .filter(task -> task.id().plan().equals(plan))
        .map(task -> byTask.get(task.id()))
        .toList();
  }

  /// What the agency has to do, in the order of the plans.
  public List<Part> of(AgencyCode agency) {
    return byAgency.getOrDefault(agency, List.of());
  }

  /// Done tasks over those whose day has come or that are done already, of the tasks with a last
  /// day in the board's year or before; cancelled ones do not count. One figure for the year, as
  /// new as the newest word; nothing while nobody has said anything.
  ///
  /// A unit that ended during the year keeps the parts that it spoke of, so its work is not lost.
  Series completed(Agency agency) {
    long done = 0;
    long due = 0;
    Said newest = null;
    for (Part part : of(agency.code())) {
      Said said = part.said();
      if (said != null && (newest == null || said.after(newest))) {
        newest = said;
      }
      boolean counts = counts(part);
      due += counts ? 1 : 0;
      done += counts && part.state() == TaskState.DONE ? 1 : 0;
    }
    if (newest == null) {
      return Series.EMPTY;
    }
    Period year = new Period(Cycle.YEAR, catalogue.year(), 1);
    return new Series(
        List.of(new Reported(year, new Figure.Ratio(done, due), null, newest.source(), null)));
  }

  /// Whether the part is among those that completion is counted over.
  public boolean counts(Part part) {
    LocalDate last = part.task().due();
    return last != null
        && last.getYear() <= catalogue.year()
        && part.state() != TaskState.CANCELLED
        && (part.state() == TaskState.DONE || today.isAfter(last));
  }

  /// What a unit that ended during the year had said of its parts.
  private void addFormer(PlanTask task, Agency agency) {
    Said said = statements.tasks().getOrDefault(task.id(), Map.of()).get(agency.code());
    LocalDate until = agency.validity().until();
    boolean endedThisYear =
        until != null
            && until.getYear() == catalogue.year()
            && agency.validity().over(judgingDay());
    if (said != null && endedThisYear && task.leads().include(agency)) {
      byAgency
          .computeIfAbsent(agency.code(), _ -> new ArrayList<>())
          .add(new Part(task, agency, said.state(), said));
    }
  }

  private LocalDate judgingDay() {
    return Catalogue.judgingDay(catalogue.year(), today);
  }

  private Progress progress(PlanTask task, List<Agency> agencies) {
    List<Part> parts = new ArrayList<>();
    Said newest = statements.tasks().getOrDefault(task.id(), Map.of()).get(province);
    for (Agency agency : agencies) {
      if (task.leads().include(agency)) {
        Said said = statements.of(task.id(), agency.code(), province);
        TaskState state = said == null ? TaskState.NOT_STARTED : said.state();
        Part part = new Part(task, agency, state, said);
        parts.add(part);
        byAgency.computeIfAbsent(agency.code(), _ -> new ArrayList<>()).add(part);
        if (said != null && (newest == null || said.after(newest))) {
          newest = said;
        }
      }
    }
    TaskState whole =
        parts.isEmpty()
            ? newest == null ? TaskState.NOT_STARTED : newest.state()
            : whole(parts.stream().map(Part::state).toList());
    return new Progress(task, parts, whole, task.overdue(whole, today), newest);
  }

  /// The state of a task that several agencies share.
  static TaskState whole(List<TaskState> parts) {
    List<TaskState> live = parts.stream().filter(state -> state != TaskState.CANCELLED).toList();
    if (live.isEmpty()) {
      return TaskState.CANCELLED;
    }
    TaskState first = live.getFirst();
    return live.stream().allMatch(state -> state == first) ? first : TaskState.IN_PROGRESS;
  }
}
