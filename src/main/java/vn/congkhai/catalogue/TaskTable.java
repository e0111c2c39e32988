package vn.congkhai.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Plan;
import vn.congkhai.indicator.PlanTask;
import vn.congkhai.indicator.Recurrence;

/// `tasks.csv`.
final class TaskTable {
  static final String FILE = "tasks.csv";
  private static final int LONGEST_NUMBER = 40;

  private final Register<Plan> plans;
  private final Register<Agency> agencies;

  private TaskTable(Register<Plan> plans, Register<Agency> agencies) {
    this.plans = plans;
    this.agencies = agencies;
  }

  static List<PlanTask> read(
      CatalogueFiles files, Register<Plan> plans, Register<Agency> agencies) {
    CsvTable table =
        files.table(
            FILE,
            "plan",
            "number",
            "section",
            "title",
            "product",
            "lead",
            "leads",
            "coordination",
            "time",
            "due",
            "recurrence",
            "note_vi",
            "note_en");
    return table.unique(new TaskTable(plans, agencies)::task, PlanTask::id);
  }

  private @Nullable PlanTask task(Row row) {
    Plan plan = plans.referred(row, "plan");
    String number = row.parsed("number", TaskTable::number);
    String title = row.required("title");
    String lead = row.required("lead");
    LocalDate due = row.optional("due", Spelling::date);
    List<Recurrence> recurrence = row.list("recurrence", Recurrence::of);
    var leads = row.addressees("leads", agencies);
    if (due != null && !recurrence.isEmpty()) {
      row.report(
          "nhiệm vụ lặp lại (“recurrence”) thì không có một hạn cuối (“due”)",
          "a task that recurs (“recurrence”) has no one last day (“due”)");
      return null;
    }
    if (plan == null || number == null || title == null || lead == null) {
      return null;
    }
    return new PlanTask(
        new PlanTask.Id(plan.code(), number),
        row.optional("section"),
        title,
        row.optional("product"),
        lead,
        leads,
        row.optional("coordination"),
        row.optional("time"),
        due,
        recurrence,
        row.optionalText("note"));
  }

  /// Numbers stand in addresses: no slash, no odd white space.
  private static @Nullable String number(String text) {
    boolean fine = text.length() <= LONGEST_NUMBER && !text.matches(".*[/?#\\p{Cntrl}].*");
    return fine ? text : null;
  }
}
