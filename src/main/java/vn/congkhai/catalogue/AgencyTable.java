package vn.congkhai.catalogue;

import static java.util.stream.Collectors.toSet;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Level;

/// `agencies.csv`.
final class AgencyTable {
  static final String FILE = "agencies.csv";

  private final Map<String, String> names = new HashMap<>();
  private final Set<String> codes;
  private final CsvTable table;

  private AgencyTable(CsvTable table) {
    this.table = table;
    this.codes = table.rows().stream().map(row -> row.optional("code")).collect(toSet());
  }

  static List<Agency> read(CatalogueFiles files) {
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
                "note"))
        .read();
  }

  private List<Agency> read() {
    return table.unique(this::agency, Agency::code);
  }

  private @Nullable Agency agency(CsvTable.Row row) {
    AgencyCode code = row.parsed("code", Spelling.code(AgencyCode::new));
    Level level = row.parsed("level", AgencyTable::reporting);
    String name = row.required("name");
    String shortName = row.required("short_name");
    var validity = row.validity("valid_from", "valid_until");
    List<AgencyCode> predecessors =
        row.list("predecessors", text -> codes.contains(text) ? new AgencyCode(text) : null);
    if (code == null || level == null || name == null || shortName == null) {
      return null;
    }
    if (predecessors.contains(code)) {
      row.report("cơ quan này là tiền thân của chính nó", "the agency is its own predecessor");
    }
    requireOwnName(row, code, name);
    return new Agency(code, name, shortName, level, validity, predecessors);
  }

  private static @Nullable Level reporting(String text) {
    Level level = Level.of(text);
    return level == Level.PROVINCE ? null : level;
  }

  /// Two names that differ only in where a tone stands (Hòa, Hoà), in capitals or in the encoding
  /// of letters are one name.
  private void requireOwnName(CsvTable.Row row, AgencyCode code, String name) {
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
    for (String word : name.toLowerCase(Locale.ROOT).split("\\s+")) {
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
