package vn.congkhai.catalogue;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
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
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Plan;
import vn.congkhai.indicator.PlanCode;
import vn.congkhai.indicator.Regime;
import vn.congkhai.indicator.Target;
import vn.congkhai.indicator.Text;
import vn.congkhai.indicator.WorkingDays;

/// `due.csv`: by when which plan asks for reports.
final class DueTable {
  static final String FILE = "due.csv";

  private final Register<Plan> plans;
  private final WorkingDays calendar;
  private final int year;
  private final Map<PlanCode, Set<Reporting>> reporting;
  private final Map<PlanCode, Set<Cycle>> ruled = new HashMap<>();

  private DueTable(
      Register<Plan> plans,
      List<Target> targets,
      Register<Indicator> indicators,
      WorkingDays calendar,
      int year) {
    this.plans = plans;
    this.calendar = calendar;
    this.year = year;
    this.reporting =
        targets.stream()
            .collect(groupingBy(Target::plan, mapping(each -> of(each, indicators), toSet())));
  }

  /// How the indicators of a plan are reported.
  private record Reporting(Cycle cycle, Regime regime) {}

  private static Reporting of(Target target, Register<Indicator> indicators) {
    Indicator indicator = requireNonNull(indicators.byCode().get(target.indicator().value()));
    return new Reporting(indicator.cycle(), indicator.regime());
  }

  /// @param year the one that is judged
  static List<DueRule> read(
      CatalogueFiles files,
      Register<Plan> plans,
      List<Target> targets,
      Register<Indicator> indicators,
      WorkingDays calendar,
      int year) {
    CsvTable table =
        files.table(
            FILE,
            "plan",
            "cycle",
            "month_offset",
            "day",
            "limit",
            "day_off",
            "basis_vi",
            "basis_en");
    DueTable due = new DueTable(plans, targets, indicators, calendar, year);
    return table.unique(due::rule, rule -> rule);
  }

  private @Nullable DueRule rule(Row row) {
    Plan plan = plans.referred(row, "plan");
    Cycle cycle = row.optional("cycle", Cycle::of);
    Integer monthOffset = row.parsed("month_offset", text -> upTo(text, 0, 12));
    Integer day = row.parsed("day", text -> upTo(text, 1, 31));
    DueRule.Limit limit = row.parsed("limit", DueRule.Limit::of);
    DueRule.DayOff dayOff = row.parsed("day_off", DueRule.DayOff::of);
    Text basis = row.text("basis");
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
    DueRule rule = new DueRule(plan.code(), cycle, monthOffset, day, limit, dayOff, basis);
    requireAfterTheEnd(row, rule);
    return rule;
  }

  /// Nobody can report a period before it has ended.
  private void requireAfterTheEnd(Row row, DueRule rule) {
    String early =
        reporting.getOrDefault(rule.plan(), Set.of()).stream()
            .filter(each -> rule.concerns(each.cycle()) && early(rule, each))
            .map(Reporting::cycle)
            .distinct()
            .sorted()
            .map(Cycle::code)
            .collect(joining(", "));
    if (!early.isEmpty()) {
      row.report(
          "hạn này đến trước khi kỳ kết thúc: " + early,
          "the day comes before the period has ended: " + early);
    }
  }

  private boolean early(DueRule rule, Reporting each) {
    for (int part = 1; part <= each.cycle().perYear(); part++) {
      Period period = new Period(each.cycle(), year, part);
      LocalDate last = rule.deadline(period, calendar).day();
      if (last.isBefore(period.end(each.regime()))) {
        return true;
      }
    }
    return false;
  }

  private void requireNoOther(Row row, PlanCode plan, @Nullable Cycle cycle) {
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

  private void requireSuchIndicators(Row row, PlanCode plan, @Nullable Cycle cycle) {
    boolean some =
        reporting.getOrDefault(plan, Set.of()).stream().anyMatch(each -> each.cycle() == cycle);
    if (cycle != null && !some) {
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
