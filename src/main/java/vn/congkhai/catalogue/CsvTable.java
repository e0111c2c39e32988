package vn.congkhai.catalogue;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Text;

/// A CSV file with a header line, as a spreadsheet program saves it: commas or semicolons, with or
/// without a byte order mark.
final class CsvTable {
  private final String file;
  private final Findings findings;
  private final List<Row> rows = new ArrayList<>();

  private CsvTable(String file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  /// Reads what can be read and reports the rest. Columns may stand in any order.
  static CsvTable read(String file, String text, List<String> columns, Findings findings) {
    CsvTable table = new CsvTable(file, findings);
    String header = text.lines().findFirst().orElse("");
    char separator = header.contains(";") && !header.contains(",") ? ';' : ',';
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text)) {
      Map<String, Integer> places = null;
      for (CsvRecord record : reader) {
        if (places == null) {
          places = table.places(record, columns);
        } else {
          table.add(record, places);
        }
      }
    } catch (java.io.IOException | CsvParseException e) {
      findings.add(file, 0, "không đọc được CSV: " + e.getMessage(), "not CSV: " + e.getMessage());
    }
    return table;
  }

  List<Row> rows() {
    return rows;
  }

  private Map<String, Integer> places(CsvRecord header, List<String> columns) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < header.getFieldCount(); i++) {
      String name = header.getField(i).strip();
      if (!columns.contains(name)) {
        findings.add(file, 1, "cột lạ “" + name + "”", "unknown column “" + name + "”");
      } else if (places.put(name, i) != null) {
        findings.add(file, 1, "cột “" + name + "” có hai lần", "column “" + name + "” twice");
      }
    }
    for (String column : columns) {
      if (!places.containsKey(column)) {
        findings.add(file, 1, "thiếu cột “" + column + "”", "missing column “" + column + "”");
      }
    }
    return places;
  }

  private void add(CsvRecord record, Map<String, Integer> places) {
    int line = (int) record.getStartingLineNumber();
    int widest = places.values().stream().mapToInt(place -> place + 1).max().orElse(0);
    if (record.getFieldCount() < widest) {
      findings.add(
          file,
          line,
          "dòng có " + record.getFieldCount() + " ô, cần " + widest,
          "the line has " + record.getFieldCount() + " cells, " + widest + " are needed");
      return;
    }
    Map<String, String> cells = new HashMap<>();
    places.forEach((name, place) -> cells.put(name, record.getField(place).strip()));
    rows.add(new Row(line, cells));
  }

  /// One line of the table. What cannot be used is reported and read as null, so that one pass
  /// finds every problem.
  final class Row {
    private final int line;
    private final Map<String, String> cells;

    private Row(int line, Map<String, String> cells) {
      this.line = line;
      this.cells = cells;
    }

    void report(String vi, String en) {
      findings.add(file, line, vi, en);
    }

    /// The cell, or an empty text.
    String optional(String column) {
      return cells.getOrDefault(column, "");
    }

    @Nullable String required(String column) {
      String cell = optional(column);
      if (cell.isEmpty()) {
        report("ô “" + column + "” trống", "“" + column + "” is empty");
        return null;
      }
      return cell;
    }

    /// A text that stands in the columns `NAME_vi` and `NAME_en`.
    @Nullable Text text(String name) {
      String vi = required(name + "_vi");
      String en = required(name + "_en");
      return vi == null || en == null ? null : new Text(vi, en);
    }

    /// A required cell that one of our types can be made of.
    ///
    /// @param reading gives null when the text is not one of them
    <T> @Nullable T parsed(String column, Function<String, @Nullable T> reading) {
      String cell = required(column);
      return cell == null ? null : parse(column, cell, reading);
    }

    /// A number with a point, as 97 or 0.5.
    @Nullable BigDecimal number(String column) {
      return parsed(column, CsvTable::decimal);
    }

    /// Words between semicolons, each of which one of our types can be made of.
    <T> Set<T> set(String column, Function<String, @Nullable T> reading) {
      Set<T> set = new LinkedHashSet<>();
      String cell = required(column);
      for (String word : cell == null ? List.<String>of() : Arrays.asList(cell.split(";"))) {
        T value = parse(column, word.strip(), reading);
        if (value != null) {
          set.add(value);
        }
      }
      return set;
    }

    private <T> @Nullable T parse(
        String column, String text, Function<String, @Nullable T> reading) {
      T value = reading.apply(text);
      if (value == null) {
        report(
            "“" + column + "” không nhận giá trị “" + text + "”",
            "“" + column + "” does not take “" + text + "”");
      }
      return value;
    }
  }

  private static @Nullable BigDecimal decimal(String text) {
    return text.matches("\\d{1,9}(\\.\\d{1,6})?") ? new BigDecimal(text) : null;
  }
}
