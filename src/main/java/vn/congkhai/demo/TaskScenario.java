package vn.congkhai.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.PlanTask;
import vn.congkhai.indicator.TaskState;

/// Who does which task of a plan when: tasks with a day mostly some days before it, one in seven
/// late and one in fourteen not at all; those that recur are under way since spring.
final class TaskScenario {
  private static final int LATE_ONE_IN = 7;
  private static final int NEVER_ONE_IN = 14;

  private final Catalogue catalogue;
  private final SplittableRandom random;

  TaskScenario(Catalogue catalogue, long seed) {
    this.catalogue = catalogue;
    this.random = new SplittableRandom(seed + 1);
  }

  /// @param agencies those that report at all
  List<Report> reports(List<Agency> agencies) {
    List<Report> reports = new ArrayList<>();
    for (PlanTask task : catalogue.tasks()) {
      for (Agency agency : agencies) {
        boolean never = random.nextInt(NEVER_ONE_IN) == 0;
        if (task.leads().include(agency) && !never) {
          reports.add(report(task, agency));
        }
      }
    }
    return reports;
  }

  private Report report(PlanTask task, Agency agency) {
    LocalDate due = task.due();
    TaskState state = due == null ? TaskState.IN_PROGRESS : TaskState.DONE;
    boolean late = random.nextInt(LATE_ONE_IN) == 0;
    LocalDate day =
        due == null
            ? LocalDate.of(catalogue.year(), 3, 1).plusDays(random.nextInt(40))
            : late ? due.plusDays(1 + random.nextInt(12)) : due.minusDays(random.nextInt(9));
    LocalDate first = LocalDate.of(catalogue.year(), 1, 6);
    LocalDate sent = day.isBefore(first) ? first : day;
    Instant sentAt =
        sent.atTime(LocalTime.of(8 + random.nextInt(9), random.nextInt(60)))
            .atZone(Period.ZONE)
            .toInstant();
    return new Report.OfTask(sentAt, agency.code(), task.id(), state, "");
  }
}
