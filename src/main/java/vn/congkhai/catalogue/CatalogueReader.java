package vn.congkhai.catalogue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Plan;
import vn.congkhai.indicator.PlanCode;
import vn.congkhai.indicator.Province;
import vn.congkhai.indicator.Regime;
import vn.congkhai.indicator.Text;

/// Reads the files of a catalogue and reports everything that is wrong with them at once.
public final class CatalogueReader {
  static final String HEAD = "catalogue.yaml";
  static final String PLANS = "plans.yaml";
  static final String GROUPS = "groups.csv";

  private static final Set<String> HEAD_KEYS =
      Set.of("code", "version", "province", "year", "accepts_from", "regime");
  private static final Set<String> PROVINCE_KEYS = Set.of("code", "name_vi", "name_en");
  private static final Set<String> PLAN_KEYS =
      Set.of("code", "number", "date", "issuer", "title", "year", "note");

  private final CatalogueFolder folder;
  private final Findings findings = new Findings();

  private CatalogueReader(CatalogueFolder folder) {
    this.folder = folder;
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
    List<Plan> plans = plans();
    List<Group> groups = groups();
    Lists lists = new Lists(this::table);
    var agencies = lists.agencies();
    Regime regime = head == null ? Regime.ADMINISTRATIVE : head.regime();
    var indicators = lists.indicators(groups, agencies, regime);
    var targets = lists.targets(indicators, plans);
    lists.leftOut(plans);
    if (head == null || !findings.none()) {
      return new Reading.Faulty(findings.all());
    }
    return new Reading.Sound(new Catalogue(head, groups, agencies, indicators, plans, targets));
  }

  private @Nullable CatalogueHead head() {
    YamlMap yaml = YamlMap.read(HEAD, text(HEAD), HEAD_KEYS, findings);
    String code = yaml.parsed("code", CatalogueReader::code);
    String version = yaml.parsed("version", text -> text.isEmpty() ? null : text);
    Integer year = yaml.parsed("year", CatalogueReader::year);
    Integer acceptsFrom = yaml.parsed("accepts_from", CatalogueReader::year);
    Regime regime = yaml.parsed("regime", Regime::of);
    Province province = province(yaml.map("province", PROVINCE_KEYS));
    if (code == null
        || version == null
        || year == null
        || acceptsFrom == null
        || regime == null
        || province == null) {
      return null;
    }
    if (acceptsFrom > year) {
      yaml.report("accepts_from", "năm này sau “year”", "this year is after “year”");
    }
    return new CatalogueHead(code, version, province, year, acceptsFrom, regime);
  }

  private static @Nullable Province province(YamlMap yaml) {
    String code = yaml.parsed("code", CatalogueReader::code);
    String vi = yaml.parsed("name_vi", text -> text.isEmpty() ? null : text);
    String en = yaml.parsed("name_en", text -> text.isEmpty() ? null : text);
    return code == null || vi == null || en == null ? null : new Province(code, new Text(vi, en));
  }

  private List<Plan> plans() {
    YamlMap yaml = YamlMap.read(PLANS, text(PLANS), Set.of("plans"), findings);
    Set<PlanCode> seen = new HashSet<>();
    List<Plan> plans =
        yaml.list("plans", PLAN_KEYS).stream()
            .map(entry -> plan(entry, seen))
            .filter(java.util.Objects::nonNull)
            .toList();
    return plans;
  }

  private static @Nullable Plan plan(YamlMap yaml, Set<PlanCode> seen) {
    PlanCode code =
        yaml.parsed("code", text -> PlanCode.wellFormed(text) ? new PlanCode(text) : null);
    String number = yaml.text("number");
    String date = yaml.text("date");
    String issuer = yaml.text("issuer");
    String title = yaml.parsed("title", text -> text.isEmpty() ? null : text);
    Integer year = yaml.parsed("year", CatalogueReader::year);
    String note = yaml.text("note");
    if (code == null
        || number == null
        || date == null
        || issuer == null
        || title == null
        || year == null
        || note == null) {
      return null;
    }
    if (!seen.add(code)) {
      yaml.report("code", "kế hoạch “" + code + "” có hai lần", "plan “" + code + "” twice");
    }
    return new Plan(code, number, date, issuer, title, year, note);
  }

  private List<Group> groups() {
    CsvTable table = table(GROUPS, List.of("code", "name_vi", "name_en"));
    return Lists.unique(
        table.rows(),
        row -> {
          String code = row.parsed("code", CatalogueReader::code);
          Text name = row.text("name");
          return code == null || name == null ? null : new Group(code, name);
        },
        Group::code);
  }

  private CsvTable table(String file, List<String> columns) {
    return CsvTable.read(file, text(file), columns, findings);
  }

  /// The text of the file without a byte order mark; empty, and reported, when it cannot be read.
  private String text(String file) {
    try {
      byte[] bytes = folder.read(file);
      if (bytes == null) {
        findings.add(file, 0, "không có tệp này", "no such file");
        return "";
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      findings.add(file, 0, "tệp không phải UTF-8", "the file is not UTF-8");
    } catch (IOException e) {
      findings.add(file, 0, "không đọc được tệp", "the file cannot be read");
    }
    return "";
  }

  static @Nullable String code(String text) {
    return PlanCode.wellFormed(text) ? text : null;
  }

  private static @Nullable Integer year(String text) {
    return text.matches("20\\d\\d") ? Integer.valueOf(text) : null;
  }

  /// Opens a table of the catalogue.
  interface Tables {
    CsvTable open(String file, List<String> columns);
  }

  static <T> Function<String, @Nullable T> code(Function<String, T> type) {
    return text -> PlanCode.wellFormed(text) ? type.apply(text) : null;
  }
}
