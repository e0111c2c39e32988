package vn.congkhai.catalogue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Cycle;
import vn.congkhai.indicator.DueRule;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Plan;
import vn.congkhai.indicator.PlanCode;
import vn.congkhai.indicator.Target;

/// `due.csv`: by when which plan asks for reports.
final class DueTable {
  static final String FILE = "due.csv";

  private final Map<String, Plan> plans;
  private final Map<PlanCode, Set<Cycle>> cycles;
  private final Map<PlanCode, Set<Cycle>> ruled = new HashMap<>();

  private DueTable(List<Plan> plans, List<Target> targets, List<Indicator> indicators) {
    this.plans = plans.stream().collect(toMap(each -> each.code().value(), each -> each));
    Map<IndicatorCode, Cycle> cycle =
        indicators.stream().collect(toMap(Indicator::code, Indicator::cycle));
    this.cycles =
        targets.stream()
            .collect(
                groupingBy(
                    Target::plan, mapping(target -> cycle.get(target.indicator()), toSet())));
  }

  static List<DueRule> read(
      CatalogueFiles files, List<Plan> plans, List<Target> targets, List<Indicator> indicators) {
    CsvTable table =
        files.table(FILE, "plan", "cycle", "month_offset", "day", "limit", "day_off", "basis");
    DueTable due = new DueTable(plans, targets, indicators);
    return table.unique(due::rule, rule -> rule);
  }

  private @Nullable DueRule rule(CsvTable.Row row) {
    Plan plan = row.parsed("plan", Spelling.known(plans));
    Cycle cycle = row.optional("cycle", Cycle::of);
    Integer monthOffset = row.parsed("month_offset", text -> upTo(text, 0, 12));
    Integer day = row.parsed("day", text -> upTo(text, 1, 31));
    DueRule.Limit limit = row.parsed("limit", DueRule.Limit::of);
    DueRule.DayOff dayOff = row.parsed("day_off", DueRule.DayOff::of);
    String basis = row.required("basis");
    if (plan == null
        || monthOffset == null
        || day == null
        || limit == null
        || dayOff == null
        || basis == null) {
      return null;
    }
    requireNoOther(row, plan.code(), cycle);
    requireSuchIndicators(row, plan.code(), cycle);
    return new DueRule(plan.code(), cycle, monthOffset, day, limit, dayOff, basis);
  }

  private void requireNoOther(CsvTable.Row row, PlanCode plan, @Nullable Cycle cycle) {
    Set<Cycle> others = ruled.computeIfAbsent(plan, _ -> new HashSet<>());
    Set<Cycle> own = cycle == null ? EnumSet.allOf(Cycle.class) : EnumSet.of(cycle);
    String both = own.stream().filter(others::contains).map(Cycle::code).collect(joining(", "));
    if (!both.isEmpty()) {
      row.report(
          "kế hoạch “" + plan + "” đã có hạn khác cho kỳ “" + both + "”",
          "plan “" + plan + "” has another rule for the cycle “" + both + "”");
    }
    others.addAll(own);
  }

  private void requireSuchIndicators(CsvTable.Row row, PlanCode plan, @Nullable Cycle cycle) {
    if (cycle != null && !cycles.getOrDefault(plan, Set.of()).contains(cycle)) {
      row.report(
          "kế hoạch “" + plan + "” không giao chỉ tiêu nào theo kỳ “" + cycle.code() + "”",
          "plan “" + plan + "” sets no target with the cycle “" + cycle.code() + "”");
    }
  }

  private static @Nullable Integer upTo(String text, int least, int most) {
    Integer number = Spelling.number(text);
    return number == null || number < least || number > most ? null : number;
  }
}
