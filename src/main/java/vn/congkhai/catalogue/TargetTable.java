package vn.congkhai.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Bound;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Plan;
import vn.congkhai.indicator.PlanCode;
import vn.congkhai.indicator.Target;
import vn.congkhai.indicator.Validity;

/// `targets.csv`.
final class TargetTable {
  static final String FILE = "targets.csv";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Register<Indicator> indicators;
  private final Register<Plan> plans;
  private final Register<Agency> agencies;

  private TargetTable(
      Register<Indicator> indicators, Register<Plan> plans, Register<Agency> agencies) {
    this.indicators = indicators;
    this.plans = plans;
    this.agencies = agencies;
  }

  static List<Target> read(
      CatalogueFiles files,
      Register<Indicator> indicators,
      Register<Plan> plans,
      Register<Agency> agencies) {
    CsvTable table =
        files.table(
            FILE,
            "indicator",
            "plan",
            "location",
            "bound",
            "value",
            "valid_from",
            "valid_until",
            "binds",
            "scope",
            "basis",
            "as_printed",
            "note_vi",
            "note_en");
    TargetTable targets = new TargetTable(indicators, plans, agencies);
    return table.unique(targets::target, TargetTable::key);
  }

  private record Key(IndicatorCode indicator, PlanCode plan, String location, Validity validity) {}

  private static Key key(Target target) {
    return new Key(target.indicator(), target.plan(), target.location(), target.validity());
  }

  private @Nullable Target target(Row row) {
    Indicator indicator = indicators.referred(row, "indicator");
    Plan plan = plans.referred(row, "plan");
    String location = row.required("location");
    Bound bound = row.parsed("bound", Bound::of);
    BigDecimal value = row.parsed("value", Spelling::decimal);
    var _ = row.required("binds");
    var binding = row.addressees("binds", agencies);
    String scope = row.required("scope");
    String basis = row.required("basis");
    String asPrinted = row.required("as_printed");
    Validity stated = row.validity("valid_from", "valid_until");
    if (indicator == null
        || plan == null
        || location == null
        || bound == null
        || value == null
        || scope == null
        || basis == null
        || asPrinted == null) {
      return null;
    }
    requireReachable(row, indicator, bound, value);
    return new Target(
        indicator.code(),
        plan.code(),
        location,
        bound,
        value,
        stated.equals(Validity.ALWAYS) ? ofYear(plan.year()) : stated,
        binding,
        scope,
        basis,
        asPrinted,
        row.optionalText("note"));
  }

  /// A target that names no days is for the year of its plan.
  private static Validity ofYear(int year) {
    return new Validity(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  private static void requireReachable(
      Row row, Indicator indicator, Bound bound, BigDecimal value) {
    int toWhole = value.compareTo(HUNDRED);
    if (indicator.percent() && (toWhole > 0 || (toWhole == 0 && bound == Bound.ABOVE))) {
      row.report(
          "không tỷ lệ nào đạt được “" + bound.code() + " " + value.toPlainString() + "”",
          "no share can be “" + bound.code() + " " + value.toPlainString() + "”");
    }
  }
}
