package vn.congkhai.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import vn.congkhai.content.FigureTable.Naming;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Text;

/// Reads the first visible sheet of a workbook. Takes a while: not for an event loop.
final class XlsxDecoder {
  /// What a spreadsheet program shows of a number.
  private static final MathContext DIGITS = new MathContext(15);

  private static final int MOST_COLUMNS = 64;

  /// Empty ones included.
  private static final int MOST_ROWS = 10_000;

  private XlsxDecoder() {}

  /// Reads a body. Invalid means that it is no workbook, or not one of figures.
  static Checked<RawSubmission> decode(byte[] body) {
    Text danger = WorkbookGuard.danger(body);
    if (danger != null) {
      return invalid(danger);
    }
    FigureTable table = new FigureTable(Naming.CELLS);
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(body), new ReadingOptions(true, true))) {
      Sheet sheet =
          workbook
              .getSheets()
              .filter(each -> each.getVisibility() == SheetVisibility.VISIBLE)
              .findFirst()
              .orElse(null);
      if (sheet == null) {
        return invalid(new Text("không có trang nào", "it has no sheet"));
      }
      Problem problem = read(sheet, table);
      return problem == null
          ? new Checked.Valid<>(table.submission())
          : new Checked.Invalid<>(List.of(problem));
    } catch (IOException | RuntimeException e) {
      // the library tells of faulty workbooks by all kinds of runtime exceptions
      return invalid(new Text("tệp bị hỏng", "the file is broken"));
    }
  }

  private static Checked<RawSubmission> invalid(Text why) {
    return new Checked.Invalid<>(
        List.of(Rule.NOT_XLSX.at("", new Object[] {why.vi()}, new Object[] {why.en()})));
  }

  private static @Nullable Problem read(Sheet sheet, FigureTable table) throws IOException {
    try (Stream<Row> rows = sheet.openStream()) {
      boolean headed = false;
      int seen = 0;
      for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
        Row row = each.next();
        List<Cell> cells = cells(row);
        if (++seen > MOST_ROWS) {
          table.endless(row.getRowNum(), MOST_ROWS);
          return null;
        }
        if (headed) {
          if (!table.row(row.getRowNum(), cells)) {
            return null;
          }
        } else if (cells.stream().anyMatch(Cell::present)) {
          Problem problem = table.header(row.getRowNum(), names(cells));
          if (problem != null) {
            return problem;
          }
          headed = true;
        }
      }
      return headed ? null : table.headless(1);
    }
  }

  private static List<String> names(List<Cell> cells) {
    List<String> names = new ArrayList<>();
    for (Cell cell : cells) {
      names.add(cell instanceof Cell.Words(String text) ? text : "");
    }
    return names;
  }

  private static List<Cell> cells(Row row) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST_COLUMNS, row.getCellCount()); i++) {
      cells.add(row.getOptionalCell(i).map(XlsxDecoder::cell).orElse(RawSubmission.ABSENT));
    }
    if (farther(row)) {
      cells.add(new Cell.Other());
    }
    return cells;
  }

  /// Whether there is something to the right of what is read.
  private static boolean farther(Row row) {
    for (int i = MOST_COLUMNS; i < row.getCellCount(); i++) {
      org.dhatim.fastexcel.reader.Cell cell = row.getCell(i);
      if (cell != null && cell(cell).present()) {
        return true;
      }
    }
    return false;
  }

  private static Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
    String raw = cell.getRawValue() == null ? "" : Texts.trimmed(cell.getRawValue());
    if (raw.isEmpty()) {
      return RawSubmission.ABSENT;
    }
    if (cell.getType() == CellType.STRING) {
      return new Cell.Words(raw);
    }
    BigDecimal number = number(cell, raw);
    if (number == null) {
      // what a formula made of words, an error, yes or no
      return cell.getType() == CellType.FORMULA ? new Cell.Words(raw) : new Cell.Other();
    }
    String format =
        cell.getDataFormatString() == null
            ? ""
            : cell.getDataFormatString().toLowerCase(Locale.ROOT);
    if (format.contains("%")) {
      return new Cell.Digits(number.movePointRight(2).toString());
    }
    String month = month(number, format);
    return month == null ? new Cell.Digits(number.toString()) : new Cell.Words(month);
  }

  private static @Nullable BigDecimal number(org.dhatim.fastexcel.reader.Cell cell, String raw) {
    if (cell.getType() != CellType.NUMBER && cell.getType() != CellType.FORMULA) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(raw).round(DIGITS);
      return number.scale() > 0 ? number.stripTrailingZeros() : number;
    } catch (ArithmeticException | NumberFormatException e) {
      return null;
    }
  }

  /// A spreadsheet program makes a day of `2026-10`: the first of that month.
  private static @Nullable String month(BigDecimal number, String format) {
    boolean date = format.contains("yy") || format.contains("mmm");
    if (!date || number.scale() > 0 || number.precision() - number.scale() > 6) {
      return null;
    }
    LocalDate day = LocalDate.of(1899, 12, 30).plusDays(number.longValueExact());
    return day.getDayOfMonth() == 1 ? YearMonth.from(day).toString() : day.toString();
  }
}
