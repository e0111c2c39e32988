package vn.congkhai.catalogue;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Level;

/// `agencies.csv`.
final class AgencyTable {
  static final String FILE = "agencies.csv";

  private static final Pattern GAPS = Pattern.compile("[\\s\\p{Z}\\x{200B}\\x{FEFF}]+");

  private final Map<String, String> names = new HashMap<>();
  private final Map<AgencyCode, Row> rows = new HashMap<>();
  private final CsvTable table;
  private final String province;

  private AgencyTable(CsvTable table, String province) {
    this.table = table;
    this.province = province;
  }

  /// @param province its code, which no agency may have
  static Register<Agency> read(CatalogueFiles files, String province) {
    return new AgencyTable(
            files.table(
                FILE,
                "code",
                "level",
                "name",
                "short_name",
                "valid_from",
                "valid_until",
                "predecessors",
                "note"),
            province)
        .read();
  }

  private Register<Agency> read() {
    List<Agency> agencies = table.unique(this::agency, Agency::code);
    Register<Agency> register = Register.of(table, agencies, agency -> agency.code().value());
    agencies.forEach(agency -> requireSoundPast(agency, register));
    return register;
  }

  /// What an agency came of had ended when the agency existed, and did not come of it in turn.
  private void requireSoundPast(Agency agency, Register<Agency> register) {
    Row row = rows.get(agency.code());
    for (AgencyCode code : agency.predecessors()) {
      Agency predecessor = register.byCode().get(code.value());
      if (row == null || predecessor == null) {
        continue;
      }
      LocalDate until = predecessor.validity().until();
      if (until == null || !agency.validity().on(until.plusDays(1))) {
        row.report(
            "tiền thân “" + code + "” phải kết thúc trước khi cơ quan này kế tục",
            "the predecessor “" + code + "” must have ended when this agency succeeds it");
      } else if (ancestors(predecessor, register, new HashSet<>()).contains(agency.code())) {
        row.report(
            "“" + code + "” vừa là tiền thân vừa là kế tục",
            "“" + code + "” is both predecessor and successor");
      }
    }
  }

  private static Set<AgencyCode> ancestors(
      Agency agency, Register<Agency> register, Set<AgencyCode> found) {
    for (AgencyCode code : agency.predecessors()) {
      Agency predecessor = register.byCode().get(code.value());
      if (found.add(code) && predecessor != null) {
        var _ = ancestors(predecessor, register, found);
      }
    }
    return found;
  }

  private @Nullable Agency agency(Row row) {
    AgencyCode code = row.parsed("code", Spelling.code(AgencyCode::new));
    Level level = row.parsed("level", AgencyTable::reporting);
    String name = row.required("name");
    String shortName = row.required("short_name");
    var validity = row.validity("valid_from", "valid_until");
    List<AgencyCode> predecessors = row.list("predecessors", this::predecessor);
    if (code == null || level == null || name == null || shortName == null) {
      return null;
    }
    if (predecessors.contains(code)) {
      row.report("cơ quan này là tiền thân của chính nó", "the agency is its own predecessor");
    }
    if (code.value().equals(province)) {
      row.report("“" + code + "” là mã của tỉnh", "“" + code + "” is the province's code");
    }
    requireOwnName(row, code, name);
    rows.putIfAbsent(code, row);
    return new Agency(code, name, shortName, level, validity, predecessors);
  }

  private @Nullable AgencyCode predecessor(String text) {
    boolean there = !table.whole() || table.codes().contains(text);
    return there && AgencyCode.wellFormed(text) ? new AgencyCode(text) : null;
  }

  private static @Nullable Level reporting(String text) {
    Level level = Level.of(text);
    return level == Level.PROVINCE ? null : level;
  }

  /// Two names that differ only in where a tone stands (Hòa, Hoà), in capitals or in the encoding
  /// of letters are one name.
  private void requireOwnName(Row row, AgencyCode code, String name) {
    String other = names.putIfAbsent(folded(name), code.value());
    if (other != null && !other.equals(code.value())) {
      row.report(
          "tên chỉ khác tên của “" + other + "” ở chỗ đặt dấu thanh",
          "the name differs from that of “" + other + "” only in where a tone stands");
    }
  }

  /// The name in lower case with each word's tone moved to its end.
  static String folded(String name) {
    StringBuilder folded = new StringBuilder();
    for (String word : GAPS.split(name.toLowerCase(Locale.ROOT))) {
      String letters = Normalizer.normalize(word, Normalizer.Form.NFD);
      String tones = letters.replaceAll("[^\\u0300\\u0301\\u0303\\u0309\\u0323]", "");
      folded
          .append(letters.replaceAll("[\\u0300\\u0301\\u0303\\u0309\\u0323]", ""))
          .append(tones)
          .append(' ');
    }
    return Normalizer.normalize(folded.toString().strip(), Normalizer.Form.NFC);
  }
}
