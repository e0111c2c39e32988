package vn.congkhai.catalogue;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Addressees;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Cycle;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Indicator.Cases;
import vn.congkhai.indicator.Indicator.Counting;
import vn.congkhai.indicator.Indicator.Definition;
import vn.congkhai.indicator.Indicator.OverYear;
import vn.congkhai.indicator.Indicator.Reporting;
import vn.congkhai.indicator.Indicator.Source;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Measure;
import vn.congkhai.indicator.Regime;
import vn.congkhai.indicator.Text;

/// `indicators.csv`.
final class IndicatorTable {
  static final String FILE = "indicators.csv";

  private final CsvTable table;
  private final Register<Group> groups;
  private final Register<Agency> agencies;
  private final Regime usual;
  private final Map<String, Row> rows;
  private final Map<IndicatorCode, Reporting> families = new HashMap<>();

  private IndicatorTable(
      CsvTable table, Register<Group> groups, Register<Agency> agencies, Regime usual) {
    this.table = table;
    this.groups = groups;
    this.agencies = agencies;
    this.usual = usual;
    this.rows =
        table.rows().stream()
            .collect(toMap(row -> row.optional("code"), row -> row, (first, _) -> first));
  }

  /// @param usual regime of an indicator that names none
  static Register<Indicator> read(
      CatalogueFiles files, Register<Group> groups, Register<Agency> agencies, Regime usual) {
    CsvTable table =
        files.table(
            FILE,
            "code",
            "name_vi",
            "name_en",
            "explanation_vi",
            "explanation_en",
            "group",
            "unit_vi",
            "unit_en",
            "measure",
            "counted_vi",
            "counted_en",
            "out_of_vi",
            "out_of_en",
            "over_year",
            "cycle",
            "regime",
            "owed_by",
            "source",
            "definition_of",
            "definition_vi",
            "definition_en",
            "note");
    return new IndicatorTable(table, groups, agencies, usual).read();
  }

  private Register<Indicator> read() {
    List<Indicator> indicators = table.unique(this::indicator, Indicator::code);
    return Register.of(table, indicators, indicator -> indicator.code().value());
  }

  private @Nullable Indicator indicator(Row row) {
    IndicatorCode code = row.parsed("code", Spelling.code(IndicatorCode::new));
    Text name = row.text("name");
    Text explanation = row.text("explanation");
    Group group = groups.referred(row, "group");
    Counting counting = counting(row);
    Reporting reporting = reporting(row);
    if (code == null
        || name == null
        || explanation == null
        || group == null
        || counting == null
        || reporting == null) {
      return null;
    }
    Definition definition = definition(row);
    if (definition != null) {
      requireOneCycle(row, definition, reporting);
    }
    return new Indicator(code, name, explanation, group.code(), counting, reporting, definition);
  }

  /// A ratio is in % and says what it counts and out of what.
  private static @Nullable Counting counting(Row row) {
    Measure measure = row.parsed("measure", Measure::of);
    Text unit = row.text("unit");
    if (measure == null || unit == null) {
      return null;
    }
    OverYear stated = row.optional("over_year", OverYear::of);
    OverYear usual = measure == Measure.RATIO ? OverYear.SUM : OverYear.NEWEST;
    OverYear overYear = stated == null ? usual : stated;
    if (measure == Measure.VALUE) {
      return new Counting(measure, overYear, unit, null);
    }
    if (!unit.vi().equals(Indicator.PERCENT)) {
      row.report("tỷ lệ phải có đơn vị %", "a ratio must be in %");
      return null;
    }
    Text counted = row.text("counted");
    Text outOf = row.text("out_of");
    return counted == null || outOf == null
        ? null
        : new Counting(measure, overYear, unit, new Cases(counted, outOf));
  }

  private @Nullable Reporting reporting(Row row) {
    Cycle cycle = row.parsed("cycle", Cycle::of);
    Regime regime = row.optional("regime", Regime::of);
    Source source =
        row.optional("source", text -> text.equals("plan-tasks") ? Source.PLAN_TASKS : null);
    var _ = row.required("owed_by");
    Addressees owing = row.addressees("owed_by", agencies);
    if (owing.includeProvince()) {
      row.report("tỉnh không tự báo cáo", "the province itself does not report");
    }
    if (cycle == null) {
      return null;
    }
    if (source == Source.PLAN_TASKS && cycle != Cycle.YEAR) {
      row.report(
          "chỉ tiêu tính từ nhiệm vụ của kế hoạch phải theo năm, không theo “" + cycle.code() + "”",
          "an indicator computed of the plans' tasks must be yearly, not “" + cycle.code() + "”");
    }
    return new Reporting(
        cycle, regime == null ? usual : regime, owing, source == null ? Source.AGENCIES : source);
  }

  private @Nullable Definition definition(Row row) {
    if (row.optional("definition_of").isEmpty()) {
      return null;
    }
    IndicatorCode of =
        row.parsed("definition_of", text -> mainDefinition(text) ? new IndicatorCode(text) : null);
    Text text = row.text("definition");
    return of == null || text == null ? null : new Definition(of, text);
  }

  /// The indicator that a definition is of names itself.
  private boolean mainDefinition(String code) {
    Row row = rows.get(code);
    return row != null && row.optional("definition_of").equals(code);
  }

  private void requireOneCycle(Row row, Definition definition, Reporting reporting) {
    Reporting others = families.putIfAbsent(definition.of(), reporting);
    if (others != null
        && (others.cycle() != reporting.cycle() || others.regime() != reporting.regime())) {
      row.report(
          "các định nghĩa của “" + definition.of() + "” có kỳ báo cáo khác nhau",
          "the definitions of “" + definition.of() + "” have different cycles");
    }
  }
}
