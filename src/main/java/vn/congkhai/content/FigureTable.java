package vn.congkhai.content;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.congkhai.content.RawSubmission.Placed;
import vn.congkhai.content.RawSubmission.RawObservation;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Text;

/// A table of figures on its way to a submission, as CSV and workbooks hold it: the first line
/// names the columns, every other one is an observation. Pointers are `/LINE/COLUMN`, lines counted
/// as the sender's program counts them.
final class FigureTable {
  static final List<String> COLUMNS =
      List.of("agency", "period", "indicator", "numerator", "denominator", "value", "note");

  /// Columns of our templates that help whoever fills them in, and are not read.
  static final List<String> ASIDE = List.of("name", "previous");

  private static final Set<String> NUMBERS = Set.of("numerator", "denominator", "value");
  private static final Set<String> COUNTS = Set.of("numerator", "denominator");
  private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}[.,]\\d{3}");
  private static final Pattern DECIMALS = Pattern.compile("\\d{1,10}");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?(?:[eE][+-]?\\d{1,9})?");

  private final Naming naming;
  private final List<Problem> shape = new Problems();
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<RawObservation> observations = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private Placed agency = new Placed("", RawSubmission.ABSENT);
  private String notePointer = "";
  private final BitSet named = new BitSet();
  private int width;

  FigureTable(Naming naming) {
    this.naming = naming;
  }

  /// How a person finds a place in it.
  enum Naming {
    /// Line 3, column denominator.
    LINES,
    /// Cell E3.
    CELLS
  }

  /// Takes the line that names the columns.
  ///
  /// @return what makes the table unreadable, or null
  @Nullable Problem header(long line, List<String> names) {
    width = names.size();
    for (int i = 0; i < width; i++) {
      String name = Texts.trimmed(names.get(i)).toLowerCase(Locale.ROOT);
      named.set(i, !name.isEmpty());
      if (!name.isEmpty() && columns.putIfAbsent(name, i) != null) {
        return Rule.DUPLICATE_KEY
            .at(pointer(line, name), Texts.shortened(name))
            .at(place(pointer(line, name)));
      }
    }
    if (columns.keySet().stream().noneMatch(COLUMNS::contains)) {
      return headless(line);
    }
    for (String name : columns.keySet()) {
      if (!COLUMNS.contains(name) && !ASIDE.contains(name)) {
        shape.add(
            Rule.UNKNOWN_FIELD.at(
                pointer(line, name), Texts.shortened(name), String.join(", ", COLUMNS)));
      }
    }
    return null;
  }

  /// The line should name the columns and does not.
  Problem headless(long line) {
    return Rule.NO_COLUMNS.at("/" + line, line, String.join(",", COLUMNS)).at(place("/" + line));
  }

  /// Takes a line; an empty one is passed over.
  ///
  /// @return whether there is room for another one
  boolean row(long line, List<Cell> cells) {
    if (cells.stream().noneMatch(Cell::present)) {
      return true;
    }
    if (observations.size() == RawSubmission.MOST_OBSERVATIONS) {
      shape.add(Rule.TOO_MANY.at("/" + line, RawSubmission.MOST_OBSERVATIONS));
      return false;
    }
    int extra = extra(cells);
    if (extra > 0) {
      shape.add(Rule.EXTRA_CELLS.at("/" + line, extra, columns.size()));
    }
    agency(line, cell(cells, "agency"));
    note(line, cell(cells, "note"));
    splitNumber(line, cell(cells, "value"), cell(cells, "note"));
    observations.add(
        new RawObservation(
            "/" + line,
            cell(cells, "indicator"),
            cell(cells, "period"),
            cell(cells, "numerator"),
            cell(cells, "denominator"),
            cell(cells, "value")));
    return true;
  }

  /// Says that the table is longer than anybody may send.
  void endless(long line, int most) {
    shape.add(Rule.TOO_MANY.at("/" + line, most));
  }

  RawSubmission submission() {
    if (observations.isEmpty()) {
      shape.add(Rule.MISSING_FIELD.at("/2/indicator", "indicator"));
    }
    Cell note = notes.isEmpty() ? RawSubmission.ABSENT : new Cell.Words(String.join("\n", notes));
    return new RawSubmission(
        agency,
        new Placed("", RawSubmission.ABSENT),
        new Placed(notePointer, note),
        observations,
        shape,
        this::place);
  }

  /// The whole table is of the agency that its first line with one names.
  private void agency(long line, Cell cell) {
    if (!cell.present()) {
      return;
    }
    String pointer = pointer(line, "agency");
    if (!agency.cell().present()) {
      agency = new Placed(pointer, cell);
    } else if (!agency.cell().equals(cell)) {
      String first = agency.cell() instanceof Cell.Words(String text) ? text : "?";
      shape.add(Rule.MIXED_AGENCIES.at(pointer, Texts.shortened(first)));
    }
  }

  /// A submission has one note: the different ones of its lines, each on a line.
  private void note(long line, Cell cell) {
    if (cell instanceof Cell.Words(String text) && notes.add(text)) {
      notePointer = pointer(line, "note");
    }
  }

  /// `96,4` between commas is a value and, where its column is the next one, a note.
  private void splitNumber(long line, Cell value, Cell note) {
    boolean neighbours =
        naming == Naming.LINES
            && columns.getOrDefault("note", 0) == columns.getOrDefault("value", 0) + 1;
    if (neighbours
        && value instanceof Cell.Digits
        && note instanceof Cell.Words(String text)
        && DECIMALS.matcher(text).matches()) {
      shape.add(Rule.SPLIT_NUMBER.at(pointer(line, "note"), text));
    }
  }

  /// How far the line goes when it holds something where no column is named, else 0.
  private int extra(List<Cell> cells) {
    int last = 0;
    for (int i = 0; i < cells.size(); i++) {
      last = cells.get(i).present() && (i >= width || !named.get(i)) ? i + 1 : last;
    }
    return last;
  }

  private Cell cell(List<Cell> cells, String column) {
    Integer at = columns.get(column);
    Cell cell = at == null || at >= cells.size() ? RawSubmission.ABSENT : cells.get(at);
    boolean number = NUMBERS.contains(column);
    return switch (cell) {
      // 1.043 is more than a thousand to one sender and little more than one to another
      case Cell.Words(String text)
          when COUNTS.contains(column) && GROUPED.matcher(text).matches() ->
          cell;
      case Cell.Words(String text) when number && NUMBER.matcher(text).matches() ->
          new Cell.Digits(text.replace(',', '.'));
      case Cell.Digits(String digits) when !number -> new Cell.Words(digits);
      default -> cell;
    };
  }

  private static String pointer(long line, String column) {
    return "/" + line + "/" + Texts.shortened(column);
  }

  private @Nullable Text place(String pointer) {
    String[] parts = pointer.split("/", 3);
    if (parts.length < 2) {
      return null;
    }
    if (parts.length == 2) {
      return new Text("dòng " + parts[1], "line " + parts[1]);
    }
    Integer column = columns.get(parts[2]);
    if (naming == Naming.CELLS && column != null) {
      String cell = letters(column) + parts[1];
      return new Text("ô " + cell, "cell " + cell);
    }
    return new Text(
        "dòng " + parts[1] + ", cột " + parts[2], "line " + parts[1] + ", column " + parts[2]);
  }

  /// The name of a sheet's column: A for 0, Z for 25, AA for 26.
  private static String letters(int column) {
    String last = String.valueOf((char) ('A' + column % 26));
    return column < 26 ? last : letters(column / 26 - 1) + last;
  }
}
