package vn.congkhai.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Measure;

/// Writes a template as a workbook: the table on the first sheet, how to fill it in on the second.
/// Texts are cells of text, never formulas, whatever they begin with.
final class TemplateXlsx {
  private static final String TEXT = "@";
  private static final String FILL_IN = "FFF7D6";
  private static final String NOT_FOR_THIS = "D9D9D9";
  private static final int[] WIDTHS = {16, 11, 40, 56, 13, 13, 11, 24, 30};
  private static final int GUIDE_WIDTH = 110;

  /// More digits than these a spreadsheet program does not keep.
  private static final int MOST_DIGITS = 15;

  private static final List<String> GUIDE =
      List.of(
          "Cách điền",
          "• Chỉ điền các ô nền vàng: numerator (tử số) và denominator (mẫu số), hoặc value (giá trị);"
              + " note (ghi chú) nếu cần. Ô nền xám để trống.",
          "• Không có trường hợp nào trong kỳ: điền 0 và 0. Chưa có số: xóa cả dòng.",
          "• Số đã điền sẵn là số đã công bố của đúng kỳ đó; sửa số là đính chính và bảng sẽ ghi rõ.",
          "• previous là số kỳ trước, để đối chiếu; cột này và cột name không được đọc.",
          "• Giữ nguyên dòng đầu và các cột agency, period, indicator. Lưu dạng .xlsx rồi gửi nguyên tệp.",
          "",
          "How to fill it in",
          "• Fill in the yellow cells only: numerator and denominator, or value; a note if there is need."
              + " Leave the grey ones empty.",
          "• No cases in the period: 0 and 0. No figure yet: delete the whole row.",
          "• What is there already is what is published for that very period; changing it is a correction,"
              + " and the board will say so.",
          "• previous is the figure of the period before, to compare; it and name are not read.",
          "• Keep the first row and the columns agency, period and indicator. Save as .xlsx and send the"
              + " file as it is.");

  private final Template template;
  private final Worksheet sheet;

  private TemplateXlsx(Template template, Worksheet sheet) {
    this.template = template;
    this.sheet = sheet;
  }

  /// Takes a while: not for an event loop.
  static byte[] write(Template template) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Cong Khai", null)) {
      new TemplateXlsx(template, workbook.newWorksheet("Số liệu")).table();
      guide(workbook.newWorksheet("Hướng dẫn"));
    } catch (IOException e) {
      throw new UncheckedIOException("writing into memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private void table() {
    for (int column = 0; column < WIDTHS.length; column++) {
      sheet.value(0, column, Template.COLUMNS.get(column));
      sheet.width(column, WIDTHS[column]);
    }
    sheet.range(0, 0, 0, WIDTHS.length - 1).style().bold().format(TEXT).set();
    sheet.freezePane(0, 1);
    for (int i = 0; i < template.rows().size(); i++) {
      row(i + 1, template.rows().get(i));
    }
  }

  private void row(int line, Template.Row row) {
    text(line, "agency", template.agency().code().value());
    text(line, "period", row.period().toString());
    text(line, "indicator", row.indicator().code().value());
    text(line, "name", row.name());
    text(line, "previous", row.previous());
    boolean ratio = row.indicator().measure() == Measure.RATIO;
    fill(line, "numerator", ratio ? FILL_IN : NOT_FOR_THIS);
    fill(line, "denominator", ratio ? FILL_IN : NOT_FOR_THIS);
    fill(line, "value", ratio ? NOT_FOR_THIS : FILL_IN);
    sheet.style(line, column("note")).fillColor(FILL_IN).format(TEXT).set();
    switch (row.published()) {
      case null -> {}
      case Figure.Ratio(long numerator, long denominator) -> {
        sheet.value(line, column("numerator"), numerator);
        sheet.value(line, column("denominator"), denominator);
      }
      case Figure.Value(BigDecimal amount) -> amount(line, amount);
    }
  }

  private void amount(int line, BigDecimal amount) {
    if (amount.precision() <= MOST_DIGITS) {
      sheet.value(line, column("value"), amount);
    } else {
      sheet.value(line, column("value"), amount.toPlainString());
    }
  }

  private void text(int line, String name, String text) {
    if (!text.isEmpty()) {
      sheet.value(line, column(name), text);
    }
    sheet.style(line, column(name)).format(TEXT).set();
  }

  private void fill(int line, String name, String colour) {
    sheet.style(line, column(name)).fillColor(colour).set();
  }

  private static int column(String name) {
    return Template.COLUMNS.indexOf(name);
  }

  private static void guide(Worksheet sheet) {
    sheet.width(0, GUIDE_WIDTH);
    for (int line = 0; line < GUIDE.size(); line++) {
      String text = GUIDE.get(line);
      if (text.isEmpty()) {
        continue;
      }
      sheet.value(line, 0, text);
      if (text.startsWith("•")) {
        sheet.style(line, 0).wrapText(true).set();
      } else {
        sheet.style(line, 0).bold().set();
      }
    }
  }
}
