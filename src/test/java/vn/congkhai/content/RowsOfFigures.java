package vn.congkhai.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rows of a table of figures as a test writes them: cells in the order of [FigureTable#COLUMNS],
/// rows joined by ` + `.
public record RowsOfFigures(List<List<String>> rows) {
  private static final String NUMBER = "-?\\d+(\\.\\d+)?";

  public static RowsOfFigures of(String written) {
    return new RowsOfFigures(
        Arrays.stream(written.split(" \\+ ", -1)).map(RowsOfFigures::cells).toList());
  }

  private static List<String> cells(String row) {
    List<String> cells = new ArrayList<>();
    for (String cell : row.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
      cells.add(cell.strip().replace("\"", ""));
    }
    if (cells.size() != FigureTable.COLUMNS.size()) {
      throw new AssertionError("not seven cells: " + row);
    }
    return cells;
  }

  /// Empty when the sender's token says it.
  String agency() {
    return rows.getFirst().getFirst();
  }

  String json() {
    StringBuilder json = new StringBuilder("{");
    for (int column : new int[] {0, 6}) {
      String cell = rows.getFirst().get(column);
      if (!cell.isEmpty()) {
        json.append('"').append(FigureTable.COLUMNS.get(column)).append("\":\"");
        json.append(cell).append("\",");
      }
    }
    List<String> observations = rows.stream().map(RowsOfFigures::observation).toList();
    return json.append("\"observations\":[").append(String.join(",", observations)) + "]}";
  }

  private static String observation(List<String> cells) {
    List<String> fields = new ArrayList<>();
    for (int column = 1; column < 6; column++) {
      String cell = cells.get(column);
      if (!cell.isEmpty()) {
        fields.add(
            "\""
                + FigureTable.COLUMNS.get(column)
                + "\":"
                + (cell.matches(NUMBER) ? cell : "\"" + cell + "\""));
      }
    }
    return "{" + String.join(",", fields) + "}";
  }

  String csv() {
    StringBuilder csv = new StringBuilder(String.join(",", FigureTable.COLUMNS));
    for (List<String> cells : rows) {
      csv.append('\n');
      csv.append(String.join(",", cells.stream().map(cell -> '"' + cell + '"').toList()));
    }
    return csv.toString();
  }

  byte[] xlsx() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(FigureTable.COLUMNS);
    lines.addAll(rows);
    return Workbooks.table(lines);
  }
}
