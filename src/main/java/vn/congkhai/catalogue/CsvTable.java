package vn.congkhai.catalogue;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A CSV file with a header line, as a spreadsheet program saves it: commas or semicolons, with or
/// without a byte order mark.
final class CsvTable {
  private static final Pattern AROUND =
      Pattern.compile("^[\\s\\p{Z}\\x{200B}\\x{FEFF}]+|[\\s\\p{Z}\\x{200B}\\x{FEFF}]+$");
  private static final Pattern BROKEN_LINE = Pattern.compile("line (\\d+)");

  private final String file;
  private final Findings findings;
  private final List<Row> rows = new ArrayList<>();
  private boolean whole;

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
        CsvReader.builder()
            .fieldSeparator(separator)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      Map<String, Integer> places = null;
      int width = 0;
      for (CsvRecord record : reader) {
        if (places == null) {
          places = table.places(record, columns);
          width = record.getFieldCount();
        } else {
          table.add(record, places, width);
        }
      }
      table.whole = places != null && places.keySet().containsAll(columns);
    } catch (IOException | CsvParseException e) {
      findings.add(
          file,
          brokenLine(e),
          "không đọc được CSV từ dòng này (có dấu ngoặc kép lẻ?)",
          "not CSV from this line on (a stray quote?)");
    }
    return table;
  }

  /// The parser tells the line in words only.
  private static int brokenLine(Exception failure) {
    Matcher line = BROKEN_LINE.matcher(failure.toString() + " " + failure.getCause());
    return line.find() ? Integer.parseInt(line.group(1)) : 0;
  }

  List<Row> rows() {
    return rows;
  }

  /// Whether all of the file could be read.
  boolean whole() {
    return whole;
  }

  /// What stands in the column `code`, sound or not.
  Set<String> codes() {
    Set<String> codes = new LinkedHashSet<>();
    rows.forEach(row -> codes.add(row.optional("code")));
    return codes;
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

  private void add(CsvRecord record, Map<String, Integer> places, int width) {
    int line = (int) record.getStartingLineNumber();
    if (record.getFieldCount() != width) {
      findings.add(
          file,
          line,
          "dòng có " + record.getFieldCount() + " ô, cần " + width,
          "the line has " + record.getFieldCount() + " cells, " + width + " are needed");
      return;
    }
    Map<String, String> cells = new HashMap<>();
    places.forEach((name, place) -> cells.put(name, stripped(record.getField(place))));
    rows.add(new Row(file, line, cells, findings));
  }

  /// Without white space around it, that which does not break included.
  private static String stripped(String cell) {
    return AROUND.matcher(cell).replaceAll("");
  }

  /// Makes each row into a value and reports the second of two with one key.
  <T, K> List<T> unique(Function<Row, @Nullable T> reading, Function<T, K> key) {
    List<T> values = new ArrayList<>();
    Map<K, Integer> seen = new HashMap<>();
    for (Row row : rows) {
      T value = reading.apply(row);
      if (value == null) {
        continue;
      }
      Integer other = seen.putIfAbsent(key.apply(value), row.line());
      if (other == null) {
        values.add(value);
      } else {
        row.report("dòng này lặp lại dòng " + other, "this line repeats line " + other);
      }
    }
    return values;
  }
}
