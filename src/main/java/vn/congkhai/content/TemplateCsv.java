package vn.congkhai.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import vn.congkhai.indicator.Figure;

/// Writes a template as CSV: with a byte order mark, semicolons and decimal commas, which a
/// spreadsheet program with Vietnamese settings opens in columns, and which we read.
final class TemplateCsv {
  private static final char MARK = '\uFEFF';

  private TemplateCsv() {}

  static byte[] write(Template template) {
    StringWriter text = new StringWriter();
    text.write(MARK);
    try (CsvWriter csv =
        CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.CRLF).build(text)) {
      var _ = csv.writeRecord(Template.COLUMNS);
      for (Template.Row row : template.rows()) {
        var _ = csv.writeRecord(cells(template, row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing into memory does not fail", e);
    }
    return text.toString().getBytes(UTF_8);
  }

  private static List<String> cells(Template template, Template.Row row) {
    Figure published = row.published();
    return List.of(
        template.agency().code().value(),
        row.period().toString(),
        row.indicator().code().value(),
        harmless(row.name()),
        published instanceof Figure.Ratio ratio ? Long.toString(ratio.numerator()) : "",
        published instanceof Figure.Ratio ratio ? Long.toString(ratio.denominator()) : "",
        published instanceof Figure.Value value ? Template.decimal(value) : "",
        row.previous(),
        "");
  }

  /// A text that a spreadsheet program takes for a text, and not for a formula.
  private static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
