package vn.congkhai.catalogue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Cycle;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Plan;
import vn.congkhai.indicator.PlanCode;
import vn.congkhai.indicator.PlanDate;
import vn.congkhai.indicator.Province;
import vn.congkhai.indicator.Regime;
import vn.congkhai.indicator.ScoreProfile;
import vn.congkhai.indicator.Text;

/// Reads the files of a catalogue and reports everything that is wrong with them at once.
public final class CatalogueReader {
  static final String HEAD = "catalogue.yaml";
  static final String PLANS = "plans.yaml";
  static final String GROUPS = "groups.csv";
  private static final Set<String> HEAD_KEYS =
      Set.of(
          "code",
          "version",
          "province",
          "year",
          "accepts_from",
          "closing",
          "regime",
          "duties_from",
          "ranking",
          "gaps");
  private static final Set<String> PROVINCE_KEYS = Set.of("code", "name_vi", "name_en");
  private static final Set<String> GAP_KEYS = Set.of("text_vi", "text_en");
  private static final Set<String> RANKING_KEYS = Set.of("coverage_floor", "minimum_cases");
  private static final Set<String> CLOSING_KEYS =
      Arrays.stream(Cycle.values()).map(Cycle::code).collect(Collectors.toSet());
  private static final Set<String> PLAN_KEYS =
      Set.of("code", "number", "date", "issuer", "title", "year", "note_vi", "note_en");

  private final CatalogueFiles files;

  private CatalogueReader(CatalogueFolder folder) {
    this.files = new CatalogueFiles(folder);
  }

  /// What reading gave: a catalogue, or at least one problem.
  public sealed interface Reading {
    record Sound(Catalogue catalogue) implements Reading {}

    record Faulty(List<CatalogueProblem> problems) implements Reading {}
  }

  public static Reading read(CatalogueFolder folder) {
    return new CatalogueReader(folder).read();
  }

  private Reading read() {
    CatalogueHead head = head();
    Register<Plan> plans = plans();
    Register<Group> groups = groups();
    var agencies = AgencyTable.read(files, head == null ? "" : head.province().code());
    Regime regime = head == null ? CatalogueHead.USUAL_REGIME : head.regime();
    var indicators = IndicatorTable.read(files, groups, agencies, regime);
    var identities = IdentityTable.read(files, indicators);
    var targets = TargetTable.read(files, indicators, plans, agencies);
    var leftOut = LeftOutTable.read(files, plans);
    var calendar = HolidayTable.read(files);
    int year = head == null ? CatalogueHead.USUAL_YEAR : head.year();
    var rules = DueTable.read(files, plans, targets, indicators, calendar, year);
    var tasks = TaskTable.read(files, plans, agencies);
    ScoreProfile profile = ScoreFile.read(files);
    var measured = ScoreTable.read(files, profile, indicators);
    var screens = ScreensFile.read(files, agencies, indicators, plans);
    if (head == null || profile == null || !files.findings().none()) {
      return new Reading.Faulty(files.findings().all());
    }
    Targets all = new Targets(targets);
    Schedule schedule = new Schedule(head.dutiesFrom(), rules, calendar, all);
    return new Reading.Sound(
        new Catalogue(
            head,
            new Catalogue.Subjects(
                groups.values(), agencies.values(), indicators.values(), identities),
            new Catalogue.Demands(plans.values(), all, leftOut, tasks),
            schedule,
            Scoring.of(profile, measured),
            screens));
  }

  private @Nullable CatalogueHead head() {
    YamlMap yaml = files.yaml(HEAD, HEAD_KEYS);
    String code = yaml.parsed("code", Spelling::code);
    String version = yaml.parsed("version", Spelling::text);
    Integer year = yaml.parsed("year", Spelling::year);
    Integer acceptsFrom = yaml.parsed("accepts_from", Spelling::year);
    Regime regime = yaml.parsed("regime", Regime::of);
    Period dutiesFrom = yaml.parsed("duties_from", CatalogueReader::month);
    Province province = province(yaml.map("province", PROVINCE_KEYS));
    RankingRules ranking = ranking(yaml.map("ranking", RANKING_KEYS));
    List<Text> gaps = yaml.list("gaps", GAP_KEYS, "text");
    if (code == null
        || version == null
        || year == null
        || acceptsFrom == null
        || regime == null
        || dutiesFrom == null
        || province == null
        || ranking == null) {
      return null;
    }
    if (acceptsFrom > year) {
      yaml.report("accepts_from", "năm này sau “year”", "this year is after “year”");
    }
    return new CatalogueHead(
        code,
        version,
        province,
        year,
        new Closing(acceptsFrom, closing(yaml)),
        regime,
        dutiesFrom,
        ranking,
        gaps);
  }

  /// Months after which the periods of a cycle are closed; a cycle need not be named.
  private static Map<Cycle, Integer> closing(YamlMap yaml) {
    Map<Cycle, Integer> months = new EnumMap<>(Cycle.class);
    if (yaml.has("closing")) {
      YamlMap closing = yaml.map("closing", CLOSING_KEYS);
      for (Cycle cycle : Cycle.values()) {
        Integer after =
            closing.has(cycle.code())
                ? closing.parsed(cycle.code(), CatalogueReader::monthsAfter)
                : null;
        if (after != null) {
          months.put(cycle, after);
        }
      }
    }
    return months;
  }

  private static @Nullable Integer monthsAfter(String text) {
    return text.matches("[1-9]\\d{0,2}") ? Integer.valueOf(text) : null;
  }

  private static @Nullable Period month(String text) {
    Period period = Period.parse(text);
    return period != null && period.cycle() == Cycle.MONTH ? period : null;
  }

  private static @Nullable Province province(YamlMap yaml) {
    String code = yaml.parsed("code", Spelling::code);
    Text name = yaml.texts("name");
    return code == null || name == null ? null : new Province(code, name);
  }

  private static @Nullable RankingRules ranking(YamlMap yaml) {
    BigDecimal floor = yaml.parsed("coverage_floor", CatalogueReader::share);
    Integer cases = yaml.parsed("minimum_cases", Spelling::number);
    return floor == null || cases == null ? null : new RankingRules(floor, cases);
  }

  private static @Nullable BigDecimal share(String text) {
    BigDecimal share = Spelling.decimal(text);
    return share == null || share.compareTo(BigDecimal.ONE) > 0 ? null : share;
  }

  private Register<Plan> plans() {
    Set<PlanCode> seen = new HashSet<>();
    YamlMap yaml = files.yaml(PLANS, Set.of("plans"));
    List<YamlMap> entries = yaml.list("plans", PLAN_KEYS);
    List<Plan> plans =
        entries.stream().map(entry -> plan(entry, seen)).filter(Objects::nonNull).toList();
    Set<String> spelt = new HashSet<>();
    entries.forEach(entry -> spelt.add(entry.plain("code")));
    return Register.of(plans, plan -> plan.code().value(), spelt, !entries.isEmpty());
  }

  private static @Nullable Plan plan(YamlMap yaml, Set<PlanCode> seen) {
    PlanCode code = yaml.parsed("code", Spelling.code(PlanCode::new));
    String number = yaml.text("number");
    String printed = yaml.text("date");
    PlanDate date =
        printed == null || printed.isEmpty() ? null : yaml.parsed("date", PlanDate::parse);
    String issuer = yaml.text("issuer");
    String title = yaml.parsed("title", Spelling::text);
    Integer year = yaml.parsed("year", Spelling::year);
    Text note = yaml.optionalTexts("note");
    if (code == null
        || number == null
        || printed == null
        || issuer == null
        || title == null
        || year == null) {
      return null;
    }
    if (!seen.add(code)) {
      yaml.report("code", "kế hoạch “" + code + "” có hai lần", "plan “" + code + "” twice");
      return null;
    }
    return new Plan(code, number, date, issuer, title, year, note);
  }

  private Register<Group> groups() {
    CsvTable table = files.table(GROUPS, "code", "name_vi", "name_en");
    return Register.of(table, table.unique(CatalogueReader::group, Group::code), Group::code);
  }

  private static @Nullable Group group(Row row) {
    String code = row.parsed("code", Spelling::code);
    Text name = row.text("name");
    return code == null || name == null ? null : new Group(code, name);
  }
}
