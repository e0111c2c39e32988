package vn.congkhai.indicator;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A task of a plan.
///
/// @param id the plan and the number as printed there
/// @param section heading it stands under, as printed; empty when there is none
/// @param product what it must yield, as printed; empty when the plan names none
/// @param lead who leads, as printed
/// @param leads the reporting agencies among those who lead; may be nobody, then only the
///   administrator can set its state
/// @param coordination who helps, as printed; empty when nobody is named
/// @param time when, as printed; empty when the plan leaves it open
/// @param due the last day; null for a task that recurs or waits for an event
/// @param recurrence how often it comes back; empty for a task to be done once
/// @param note what a reader should know of it; null when there is nothing
public record PlanTask(
    Id id,
    String section,
    String title,
    String product,
    String lead,
    Addressees leads,
    String coordination,
    String time,
    @Nullable LocalDate due,
    List<Recurrence> recurrence,
    @Nullable Text note) {
  /// Names a task: a plan has no two of one number.
  public record Id(PlanCode plan, String number) {}

  public PlanTask {
    recurrence = List.copyOf(recurrence);
    if (due != null && !recurrence.isEmpty()) {
      throw new IllegalArgumentException("a task that recurs has no one last day: " + id);
    }
  }

  public boolean recurring() {
    return !recurrence.isEmpty();
  }

  /// Whether its last day has passed. What is done or cancelled is overdue no more.
  public boolean overdue(TaskState state, LocalDate today) {
    return due != null && today.isAfter(due) && !state.closed();
  }
}
