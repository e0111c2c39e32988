package vn.congkhai.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Addressees;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Level;
import vn.congkhai.indicator.Text;
import vn.congkhai.indicator.Validity;

/// One line of the table. What cannot be used is reported and read as null, so that one pass finds
/// every problem.
final class Row {
  private final String file;
  private final int line;
  private final Map<String, String> cells;
  private final Findings findings;

  Row(String file, int line, Map<String, String> cells, Findings findings) {
    this.file = file;
    this.line = line;
    this.cells = cells;
    this.findings = findings;
  }

  int line() {
    return line;
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

  /// A text that stands in the columns `NAME_vi` and `NAME_en`, or null when both are empty.
  @Nullable Text optionalText(String name) {
    return optional(name + "_vi").isEmpty() && optional(name + "_en").isEmpty() ? null : text(name);
  }

  /// A required cell that one of our types can be made of.
  ///
  /// @param reading gives null when the text is not one of them
  <T> @Nullable T parsed(String column, Function<String, @Nullable T> reading) {
    String cell = required(column);
    return cell == null ? null : parse(column, cell, reading);
  }

  /// An optional cell that one of our types can be made of; null when it is empty.
  <T> @Nullable T optional(String column, Function<String, @Nullable T> reading) {
    String cell = optional(column);
    return cell.isEmpty() ? null : parse(column, cell, reading);
  }

  /// From the day in one optional cell to the day in another.
  Validity validity(String fromColumn, String untilColumn) {
    LocalDate from = optional(fromColumn, Spelling::date);
    LocalDate until = optional(untilColumn, Spelling::date);
    if (from != null && until != null && until.isBefore(from)) {
      report(
          "“" + untilColumn + "” trước “" + fromColumn + "”",
          "“" + untilColumn + "” is before “" + fromColumn + "”");
      return Validity.ALWAYS;
    }
    return new Validity(from, until);
  }

  /// Levels and codes of agencies between semicolons; nobody when the cell is empty.
  Addressees addressees(String column, Register<Agency> agencies) {
    Set<Level> levels = new LinkedHashSet<>();
    Set<AgencyCode> single = new LinkedHashSet<>();
    for (String word : words(column)) {
      Level level = Level.of(word);
      if (level != null) {
        levels.add(level);
      } else if (!agencies.mayHave(word)) {
        refuse(column, word);
      } else if (AgencyCode.wellFormed(word)) {
        single.add(new AgencyCode(word));
      }
    }
    return new Addressees(levels, single);
  }

  /// Words between semicolons, each of which one of our types can be made of; none when the cell is
  /// empty.
  <T> List<T> list(String column, Function<String, @Nullable T> reading) {
    List<T> list = new ArrayList<>();
    for (String word : words(column)) {
      T value = parse(column, word, reading);
      if (value != null) {
        list.add(value);
      }
    }
    return list;
  }

  private List<String> words(String column) {
    String cell = optional(column);
    return cell.isEmpty() ? List.of() : Arrays.stream(cell.split(";")).map(String::strip).toList();
  }

  private <T> @Nullable T parse(String column, String text, Function<String, @Nullable T> reading) {
    T value = reading.apply(text);
    if (value == null) {
      refuse(column, text);
    }
    return value;
  }

  private void refuse(String column, String text) {
    report(
        "“" + column + "” không nhận giá trị “" + text + "”",
        "“" + column + "” does not take “" + text + "”");
  }
}
