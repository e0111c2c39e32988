package vn.congkhai.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.ScoreProfile;
import vn.congkhai.indicator.ScoreProfile.Band;
import vn.congkhai.indicator.ScoreProfile.Group;
import vn.congkhai.indicator.ScoreProfile.Part;
import vn.congkhai.indicator.ScoreProfile.ZeroRule;
import vn.congkhai.indicator.Text;
import vn.congkhai.indicator.Validity;

/// `score.yaml`: a score profile.
final class ScoreFile {
  static final String FILE = "score.yaml";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Set<String> KEYS =
      Set.of(
          "code",
          "name_vi",
          "name_en",
          "source_vi",
          "source_en",
          "valid_from",
          "valid_until",
          "bands",
          "groups",
          "unconfirmed");
  private static final Set<String> BAND_KEYS = Set.of("name_vi", "name_en", "from", "below");
  private static final Set<String> GROUP_KEYS =
      Set.of("code", "name_vi", "name_en", "max", "parts");
  private static final Set<String> PART_KEYS =
      Set.of(
          "code",
          "subgroup",
          "name_vi",
          "name_en",
          "formula_vi",
          "formula_en",
          "max",
          "full_at",
          "zero",
          "confirmation_vi",
          "confirmation_en");
  private static final Set<String> TEXT_KEYS = Set.of("text_vi", "text_en");

  private final Set<String> codes = new HashSet<>();

  private ScoreFile() {}

  /// The profile, or null and at least one finding.
  static @Nullable ScoreProfile read(CatalogueFiles files) {
    return new ScoreFile().profile(files.yaml(FILE, KEYS));
  }

  private @Nullable ScoreProfile profile(YamlMap yaml) {
    String code = yaml.parsed("code", Spelling::code);
    Text name = yaml.texts("name");
    Text source = yaml.texts("source");
    Validity validity = validity(yaml);
    List<Band> bands = bands(yaml, yaml.list("bands", BAND_KEYS));
    List<Group> groups = new ArrayList<>();
    for (YamlMap entry : yaml.list("groups", GROUP_KEYS)) {
      Group group = group(entry);
      if (group != null) {
        groups.add(group);
      }
    }
    if (groups.isEmpty()) {
      yaml.report("groups", "phải có ít nhất một nhóm điểm", "at least one group is needed");
    }
    List<Text> unconfirmed = yaml.list("unconfirmed", TEXT_KEYS, "text");
    return code == null || name == null || source == null || validity == null || bands.isEmpty()
        ? null
        : new ScoreProfile(code, name, source, validity, groups, bands, unconfirmed);
  }

  private static @Nullable Validity validity(YamlMap yaml) {
    LocalDate from = yaml.parsed("valid_from", Spelling::date);
    String untilText = yaml.text("valid_until");
    LocalDate until =
        untilText == null || untilText.isEmpty()
            ? null
            : yaml.parsed("valid_until", Spelling::date);
    if (from == null) {
      return null;
    }
    if (until != null && until.isBefore(from)) {
      yaml.report("valid_until", "ngày này trước “valid_from”", "this is before “valid_from”");
      return null;
    }
    return new Validity(from, until);
  }

  /// Each band reaches to where the next one begins; the last one includes 100.
  private static List<Band> bands(YamlMap yaml, List<YamlMap> entries) {
    List<Band> bands = new ArrayList<>();
    BigDecimal reached = BigDecimal.ZERO;
    for (YamlMap entry : entries) {
      Text name = entry.texts("name");
      BigDecimal from = entry.parsed("from", Spelling::decimal);
      BigDecimal below = entry.parsed("below", Spelling::decimal);
      if (name == null || from == null || below == null) {
        return List.of();
      }
      requireContiguous(entry, from, reached);
      if (below.compareTo(from) <= 0) {
        entry.report("below", "“below” phải lớn hơn “from”", "“below” must exceed “from”");
      }
      reached = below;
      bands.add(new Band(name, from));
    }
    if (reached.compareTo(HUNDRED) != 0) {
      YamlMap last = entries.isEmpty() ? yaml : entries.getLast();
      last.report(
          entries.isEmpty() ? "bands" : "below",
          "các mức phải đến đúng 100, mức cuối đến " + reached.toPlainString(),
          "the bands must reach 100, the last one reaches " + reached.toPlainString());
    }
    return bands;
  }

  private static void requireContiguous(YamlMap entry, BigDecimal from, BigDecimal reached) {
    int order = from.compareTo(reached);
    if (order != 0) {
      String place = from.toPlainString() + " / " + reached.toPlainString();
      entry.report(
          "from",
          (order > 0 ? "hở giữa hai mức: " : "hai mức chồng lên nhau: ") + place,
          (order > 0 ? "a gap between two bands: " : "two bands overlap: ") + place);
    }
  }

  private @Nullable Group group(YamlMap yaml) {
    String code = yaml.parsed("code", Spelling::text);
    Text name = yaml.texts("name");
    BigDecimal max = yaml.parsed("max", Spelling::decimal);
    List<Part> parts = new ArrayList<>();
    for (YamlMap entry : yaml.list("parts", PART_KEYS)) {
      Part part = part(entry);
      if (part != null) {
        parts.add(part);
      }
    }
    if (code == null || name == null || max == null) {
      return null;
    }
    requireOnce(yaml, code);
    BigDecimal sum = parts.stream().map(Part::max).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(max) != 0) {
      yaml.report(
          "max",
          "điểm của các mục cộng lại là " + sum.toPlainString(),
          "the points of the parts add up to " + sum.toPlainString());
    }
    return new Group(code, name, max, parts);
  }

  private @Nullable Part part(YamlMap yaml) {
    String code = yaml.parsed("code", Spelling::text);
    String subgroup = yaml.text("subgroup");
    Text name = yaml.texts("name");
    Text formula = yaml.texts("formula");
    BigDecimal max = yaml.parsed("max", ScoreFile::positive);
    BigDecimal fullAt = yaml.parsed("full_at", ScoreFile::fraction);
    ZeroRule zero = yaml.parsed("zero", ZeroRule::of);
    Text confirmation = yaml.texts("confirmation");
    if (code == null
        || subgroup == null
        || name == null
        || formula == null
        || max == null
        || fullAt == null
        || zero == null
        || confirmation == null) {
      return null;
    }
    requireOnce(yaml, code);
    return new Part(code, subgroup, name, formula, max, fullAt, zero, confirmation);
  }

  private void requireOnce(YamlMap yaml, String code) {
    if (!codes.add(code)) {
      yaml.report("code", "mã “" + code + "” có hai lần", "the code “" + code + "” twice");
    }
  }

  private static @Nullable BigDecimal positive(String text) {
    BigDecimal number = Spelling.decimal(text);
    return number != null && number.signum() > 0 ? number : null;
  }

  private static @Nullable BigDecimal fraction(String text) {
    BigDecimal number = positive(text);
    return number != null && number.compareTo(BigDecimal.ONE) <= 0 ? number : null;
  }
}
