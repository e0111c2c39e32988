package vn.congkhai.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.http.Problem;
import vn.congkhai.intake.FigureTable.Naming;

/// Reads the CSV of a submission, as a spreadsheet program saves it: with commas, semicolons or
/// tabs, with or without a byte order mark, numbers with a point or a comma.
final class CsvDecoder {
  private static final String SEPARATORS = ",;\t";

  private final FigureTable table = new FigureTable(Naming.LINES);
  private long line = 1;

  private CsvDecoder() {}

  /// Reads a body. Invalid means that it is no CSV, or not one of figures.
  static Checked<RawSubmission> decode(byte[] body) {
    CsvDecoder decoder = new CsvDecoder();
    Problem problem = decoder.read(body);
    return problem == null
        ? new Checked.Valid<>(decoder.table.submission())
        : new Checked.Invalid<>(List.of(problem));
  }

  private @Nullable Problem read(byte[] body) {
    int mark = body.length >= 3 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB ? 3 : 0;
    Reader text =
        new InputStreamReader(
            new ByteArrayInputStream(body, mark, body.length - mark),
            StandardCharsets.UTF_8.newDecoder());
    try (CsvReader<CsvRecord> rows =
        CsvReader.builder()
            .fieldSeparator(separator(body))
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      return rows(rows);
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      return encoding(e) ? Rule.WRONG_ENCODING.at("") : unreadable();
    }
  }

  private @Nullable Problem rows(CsvReader<CsvRecord> rows) {
    boolean headed = false;
    for (CsvRecord row : rows) {
      line = row.getStartingLineNumber();
      if (headed) {
        if (!table.row(line, row.getFields().stream().map(CsvDecoder::cell).toList())) {
          return null;
        }
      } else {
        Problem problem = table.header(line, row.getFields());
        if (problem != null) {
          return problem;
        }
        headed = true;
      }
    }
    return headed ? null : unreadable();
  }

  private Problem unreadable() {
    return Rule.NOT_CSV.at("/" + line, line, String.join(",", FigureTable.COLUMNS));
  }

  private static boolean encoding(@Nullable Throwable failure) {
    return failure != null
        && (failure instanceof CharacterCodingException || encoding(failure.getCause()));
  }

  private static Cell cell(String field) {
    String text = Texts.trimmed(field);
    return text.isEmpty() ? RawSubmission.ABSENT : new Cell.Words(text);
  }

  /// The separator that stands most often in the first line.
  private static char separator(byte[] body) {
    int[] counts = new int[SEPARATORS.length()];
    for (int i = 0; i < body.length && body[i] != '\n'; i++) {
      int which = SEPARATORS.indexOf(body[i]);
      if (which >= 0) {
        counts[which]++;
      }
    }
    int most = 0;
    for (int i = 1; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    return SEPARATORS.charAt(most);
  }
}
