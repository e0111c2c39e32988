package vn.congkhai.opendata;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Figure;

/// Writes CSV (RFC 4180): UTF-8 without a mark, a line of names, commas, decimal points, lines that
/// end in CR LF. What is not there is empty.
final class Csv {
  private Csv() {}

  /// A table.
  ///
  /// @param lines each as many cells as there are columns
  record Table(List<String> columns, Stream<List<String>> lines) {}

  /// @param illustrative whether the figures are made up, which every line must say: a header of
  ///   the answer is lost as soon as it is saved
  static Buffer of(Table table, boolean illustrative) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    try (CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .build(bytes, StandardCharsets.UTF_8)) {
      csv.writeRecord(marked(table.columns(), "illustrative", illustrative));
      table.lines().forEach(line -> csv.writeRecord(marked(line, "true", illustrative)));
    } catch (IOException e) {
      throw new UncheckedIOException("writing into memory does not fail", e);
    }
    return Buffer.buffer(bytes.toByteArray());
  }

  private static Iterable<String> marked(List<String> cells, String mark, boolean illustrative) {
    return illustrative ? Stream.concat(cells.stream(), Stream.of(mark)).toList() : cells;
  }

  /// The number as JSON has it, but never with an exponent.
  static String number(OptionalDouble number) {
    return number.isEmpty() ? "" : BigDecimal.valueOf(number.getAsDouble()).toPlainString();
  }

  static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /// Numerator, denominator and ratio; three empty cells when there are no counts.
  static List<String> counts(@Nullable Figure figure) {
    return figure instanceof Figure.Ratio ratio
        ? List.of(
            Long.toString(ratio.numerator()),
            Long.toString(ratio.denominator()),
            number(ratio.fraction()))
        : List.of("", "", "");
  }

  /// The bare value; empty for a ratio.
  static String value(@Nullable Figure figure) {
    return figure instanceof Figure.Value value ? value.amount().toPlainString() : "";
  }
}
