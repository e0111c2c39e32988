package vn.congkhai.content;

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
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.content.FigureTable.Naming;
import vn.congkhai.http.Problem;

/// Reads the CSV of a submission, as a spreadsheet program saves it: with commas, semicolons or
/// tabs, with or without a byte order mark, numbers with a point or a comma.
final class CsvDecoder {
  private static final String SEPARATORS = ",;\t";
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final FigureTable table = new FigureTable(Naming.LINES);
  private long line;

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
    int mark = Arrays.mismatch(body, MARK) == MARK.length ? MARK.length : 0;
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
      return rows(rows, body);
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      line++;
      return encoding(e) ? Rule.WRONG_ENCODING.at("") : quotes();
    }
  }

  private Problem quotes() {
    return Rule.NOT_CSV.at("/" + line, line);
  }

  private @Nullable Problem rows(CsvReader<CsvRecord> rows, byte[] body) {
    boolean headed = false;
    for (CsvRecord row : rows) {
      line = row.getStartingLineNumber();
      if (headed) {
        if (!table.row(line, row.getFields().stream().map(CsvDecoder::cell).toList())) {
          return null;
        }
      } else if (!row.getFields().stream().allMatch(field -> Texts.trimmed(field).isEmpty())) {
        Problem problem = table.header(line, row.getFields());
        if (problem != null) {
          return open(body) ? quotes() : problem;
        }
        headed = true;
      }
    }
    if (open(body)) {
      // the last row goes on to the end and has swallowed those after it
      return quotes();
    }
    return headed ? null : table.headless(1);
  }

  /// Whether a quotation mark is left without its partner.
  private static boolean open(byte[] body) {
    boolean open = false;
    for (byte each : body) {
      open ^= each == '"';
    }
    return open;
  }

  private static boolean encoding(@Nullable Throwable failure) {
    return failure != null
        && (failure instanceof CharacterCodingException || encoding(failure.getCause()));
  }

  private static Cell cell(String field) {
    String text = Texts.trimmed(field);
    return text.isEmpty() ? RawSubmission.ABSENT : new Cell.Words(text);
  }

  /// The separator that stands most often in the first line that is not empty.
  private static char separator(byte[] body) {
    int[] counts = new int[SEPARATORS.length()];
    boolean words = false;
    for (int i = 0; i < body.length && !(words && (body[i] == '\n' || body[i] == '\r')); i++) {
      words |= Character.isLetter(body[i]);
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
