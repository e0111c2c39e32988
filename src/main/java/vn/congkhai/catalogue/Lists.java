package vn.congkhai.catalogue;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Bound;
import vn.congkhai.indicator.Cycle;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Level;
import vn.congkhai.indicator.Measure;
import vn.congkhai.indicator.Plan;
import vn.congkhai.indicator.PlanCode;
import vn.congkhai.indicator.Regime;
import vn.congkhai.indicator.Target;
import vn.congkhai.indicator.Text;

/// The CSV files of a catalogue, each row made into one of the domain's words.
final class Lists {
  private final CatalogueReader.Tables tables;

  Lists(CatalogueReader.Tables tables) {
    this.tables = tables;
  }

  List<Agency> agencies() {
    CsvTable table =
        tables.open("agencies.csv", List.of("code", "level", "name", "short_name", "note"));
    return unique(table.rows(), Lists::agency, Agency::code);
  }

  private static @Nullable Agency agency(CsvTable.Row row) {
    AgencyCode code = row.parsed("code", CatalogueReader.code(AgencyCode::new));
    Level level = row.parsed("level", Lists::reportingLevel);
    String name = row.required("name");
    String shortName = row.required("short_name");
    return code == null || level == null || name == null || shortName == null
        ? null
        : new Agency(code, name, shortName, level);
  }

  private static @Nullable Level reportingLevel(String text) {
    Level level = Level.of(text);
    return level == Level.PROVINCE ? null : level;
  }

  List<Indicator> indicators(List<Group> groups, List<Agency> agencies, Regime regime) {
    CsvTable table =
        tables.open(
            "indicators.csv",
            List.of(
                "code",
                "name_vi",
                "name_en",
                "explanation_vi",
                "explanation_en",
                "group",
                "unit",
                "measure",
                "counted",
                "out_of",
                "cycle",
                "owed_by",
                "note"));
    Set<String> groupCodes = groups.stream().map(Group::code).collect(toSet());
    Set<String> agencyCodes = agencies.stream().map(a -> a.code().value()).collect(toSet());
    return unique(
        table.rows(), row -> indicator(row, groupCodes, agencyCodes, regime), Indicator::code);
  }

  private static @Nullable Indicator indicator(
      CsvTable.Row row, Set<String> groups, Set<String> agencies, Regime regime) {
    IndicatorCode code = row.parsed("code", CatalogueReader.code(IndicatorCode::new));
    Text name = row.text("name");
    Text explanation = row.text("explanation");
    String group = row.parsed("group", text -> groups.contains(text) ? text : null);
    String unit = row.required("unit");
    Measure measure = row.parsed("measure", Measure::of);
    Cycle cycle = row.parsed("cycle", Cycle::of);
    Set<String> owing =
        row.set(
            "owed_by",
            text -> reportingLevel(text) != null || agencies.contains(text) ? text : null);
    if (code == null
        || name == null
        || explanation == null
        || group == null
        || unit == null
        || measure == null
        || cycle == null
        || !partsNamed(row, measure, unit)) {
      return null;
    }
    Set<Level> levels = new LinkedHashSet<>();
    Set<AgencyCode> single = new LinkedHashSet<>();
    for (String word : owing) {
      Level level = Level.of(word);
      if (level == null) {
        single.add(new AgencyCode(word));
      } else {
        levels.add(level);
      }
    }
    return new Indicator(
        code,
        name,
        explanation,
        group,
        unit,
        measure,
        row.optional("counted"),
        row.optional("out_of"),
        cycle,
        regime,
        levels,
        single);
  }

  /// A ratio is in % and says what it counts and out of what.
  private static boolean partsNamed(CsvTable.Row row, Measure measure, String unit) {
    if (measure == Measure.VALUE) {
      return true;
    }
    if (!unit.equals(Indicator.PERCENT)) {
      row.report("tỷ lệ phải có đơn vị %", "a ratio must be in %");
      return false;
    }
    return row.required("counted") != null && row.required("out_of") != null;
  }

  List<Target> targets(List<Indicator> indicators, List<Plan> plans) {
    CsvTable table =
        tables.open(
            "targets.csv",
            List.of(
                "indicator",
                "plan",
                "location",
                "bound",
                "value",
                "levels",
                "scope",
                "basis",
                "as_printed",
                "note"));
    Set<String> indicatorCodes = indicators.stream().map(i -> i.code().value()).collect(toSet());
    Set<String> planCodes = codes(plans);
    record Key(IndicatorCode indicator, PlanCode plan, String location) {}
    return unique(
        table.rows(),
        row -> target(row, indicatorCodes, planCodes),
        target -> new Key(target.indicator(), target.plan(), target.location()));
  }

  private static @Nullable Target target(
      CsvTable.Row row, Set<String> indicators, Set<String> plans) {
    IndicatorCode indicator = row.parsed("indicator", known(indicators, IndicatorCode::new));
    PlanCode plan = row.parsed("plan", known(plans, PlanCode::new));
    String location = row.required("location");
    Bound bound = row.parsed("bound", Bound::of);
    var value = row.number("value");
    Set<Level> levels = row.set("levels", Level::of);
    String scope = row.required("scope");
    String asPrinted = row.required("as_printed");
    return indicator == null
            || plan == null
            || location == null
            || bound == null
            || value == null
            || scope == null
            || asPrinted == null
        ? null
        : new Target(
            indicator,
            plan,
            location,
            bound,
            value,
            levels,
            scope,
            row.optional("basis"),
            asPrinted,
            row.optional("note"));
  }

  /// Phrases of the plans that look like targets and set no figure. They are listed with the
  /// reason, so that nobody has to wonder whether they were forgotten; nothing is computed from
  /// them.
  void leftOut(List<Plan> plans) {
    CsvTable table =
        tables.open(
            "left-out.csv", List.of("plan", "location", "indicator", "as_printed", "reason"));
    Set<String> planCodes = codes(plans);
    for (CsvTable.Row row : table.rows()) {
      var _ = row.parsed("plan", known(planCodes, PlanCode::new));
      for (String column : List.of("location", "as_printed", "reason")) {
        var _ = row.required(column);
      }
    }
  }

  private static Set<String> codes(List<Plan> plans) {
    return plans.stream().map(plan -> plan.code().value()).collect(toSet());
  }

  private static <T> Function<String, @Nullable T> known(
      Set<String> codes, Function<String, T> type) {
    return text -> codes.contains(text) ? type.apply(text) : null;
  }

  /// Makes each row into a value and reports the second of two with one key.
  static <T, K> List<T> unique(
      List<CsvTable.Row> rows, Function<CsvTable.Row, @Nullable T> reading, Function<T, K> key) {
    List<T> values = new ArrayList<>();
    Set<K> seen = new HashSet<>();
    for (CsvTable.Row row : rows) {
      T value = reading.apply(row);
      if (value == null) {
        continue;
      }
      if (seen.add(key.apply(value))) {
        values.add(value);
      } else {
        row.report("dòng này lặp lại một dòng trên", "this line repeats one above");
      }
    }
    return values;
  }
}
