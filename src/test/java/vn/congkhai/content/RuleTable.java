package vn.congkhai.content;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// The tables of `src/test/resources/rules`: each line breaks a rule and, beside it, does not.
public final class RuleTable {
  private static final Pattern REPEATED = Pattern.compile("([^@\\s])\\{(\\d+)}");
  private static final Pattern CODE_POINT = Pattern.compile("<([0-9A-F]{2,4})>");

  private RuleTable() {}

  /// A line of a table.
  ///
  /// @param kind format, day or rows before, as the table says
  /// @param pointer what the problem names
  public record Line(String code, String kind, String refused, String pointer, String taken) {
    @Override
    public String toString() {
      return (code + " " + kind + " " + refused).replaceAll("(.)\\1{9,}", "$1…");
    }
  }

  public static List<Line> read(String table) {
    try (InputStream file = RuleTable.class.getResourceAsStream("/rules/" + table)) {
      String text = new String(requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(RuleTable::line)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Line line(String line) {
    String[] parts = line.split("\\|", -1);
    if (parts.length != 5) {
      throw new AssertionError("not five parts: " + line);
    }
    List<String> cells = Arrays.stream(parts).map(String::strip).map(RuleTable::spread).toList();
    return new Line(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
  }

  private static String spread(String text) {
    String points =
        CODE_POINT
            .matcher(text)
            .replaceAll(hit -> Character.toString(Integer.parseInt(hit.group(1), 16)));
    return REPEATED
        .matcher(points)
        .replaceAll(hit -> hit.group(1).repeat(Integer.parseInt(hit.group(2))));
  }
}
