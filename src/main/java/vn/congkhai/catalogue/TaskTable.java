package vn.congkhai.catalogue;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Plan;
import vn.congkhai.indicator.PlanTask;
import vn.congkhai.indicator.Recurrence;

/// `tasks.csv`.
final class TaskTable {
  static final String FILE = "tasks.csv";
  private static final int LONGEST_NUMBER = 40;

  private final Map<String, Plan> plans;
  private final Set<String> agencies;

  private TaskTable(List<Plan> plans, List<Agency> agencies) {
    this.plans = plans.stream().collect(toMap(each -> each.code().value(), each -> each));
    this.agencies = agencies.stream().map(agency -> agency.code().value()).collect(toSet());
  }

  static List<PlanTask> read(CatalogueFiles files, List<Plan> plans, List<Agency> agencies) {
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
            "note");
    return table.unique(new TaskTable(plans, agencies)::task, PlanTask::id);
  }

  private @Nullable PlanTask task(CsvTable.Row row) {
    Plan plan = row.parsed("plan", Spelling.known(plans));
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
        row.optional("note"));
  }

  /// Numbers stand in addresses: no slash, no odd white space.
  private static @Nullable String number(String text) {
    boolean fine = text.length() <= LONGEST_NUMBER && !text.matches(".*[/?#\\p{Cntrl}].*");
    return fine ? text : null;
  }
}
