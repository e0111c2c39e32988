package vn.congkhai.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Workbooks for tests: sound ones as a program writes them, and others put together by hand.
final class Workbooks {
  static final String HEADER =
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>period</t></is></c>"
          + "<c r=\"B1\" t=\"inlineStr\"><is><t>indicator</t></is></c>"
          + "<c r=\"C1\" t=\"inlineStr\"><is><t>value</t></is></c></row>";

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  private Workbooks() {}

  /// What a program writes.
  static byte[] written(Consumer<Workbook> filling) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Workbook workbook = new Workbook(bytes, "test", "1.0");
    filling.accept(workbook);
    try {
      workbook.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// A sheet with these lines; what looks like a number becomes one.
  static byte[] table(List<List<String>> lines) {
    return written(workbook -> fill(workbook.newWorksheet("Số liệu"), lines));
  }

  static void fill(Worksheet sheet, List<List<String>> lines) {
    for (int row = 0; row < lines.size(); row++) {
      for (int column = 0; column < lines.get(row).size(); column++) {
        String text = lines.get(row).get(column);
        if (text.matches("-?\\d+(\\.\\d+)?")) {
          sheet.value(row, column, new BigDecimal(text));
        } else if (!text.isEmpty()) {
          sheet.value(row, column, text);
        }
      }
    }
  }

  /// By hand: one sheet with these rows below the header.
  static Workbooks sheet(String rows) {
    String types =
        Map.of("workbook", "sheet.main", "styles", "styles", "texts", "sharedStrings")
            .entrySet()
            .stream()
            .map(part ->
                "<Override PartName=\"/xl/%s.xml\" ContentType=\"%s%s+xml\"/>"
                    .formatted(part.getKey(), TYPES, part.getValue()))
            .collect(Collectors.joining("", "<Types>", "</Types>"));
    String sheets =
        "<workbook xmlns:r=\"%s\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            .formatted(RELATIONS);
    String sheet =
        "<worksheet xmlns=\"%s\"><sheetData>%s%s</sheetData></worksheet>"
            .formatted(MAIN, HEADER, rows);
    return new Workbooks()
        .put("[Content_Types].xml", types)
        .put("xl/workbook.xml", sheets)
        .put(
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"r1\" Target=\"sheet.xml\"/></Relationships>")
        .put("xl/styles.xml", "<styleSheet/>")
        .put("xl/texts.xml", "<sst/>")
        .put("xl/sheet.xml", sheet);
  }

  Workbooks put(String part, String text) {
    return put(part, text.getBytes(UTF_8));
  }

  Workbooks put(String part, byte[] bytes) {
    parts.put(part, bytes);
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// A zip that is no workbook.
  static byte[] document() {
    return new Workbooks().put("mimetype", "application/vnd.oasis.opendocument.text").bytes();
  }

  /// A zip whose one part, a sheet by its name, unpacks to so many zeros.
  static byte[] bomb(long unpacked) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write("<Types/>".getBytes(UTF_8));
      zip.putNextEntry(new ZipEntry("xl/sheet.xml"));
      zeros(zip, unpacked);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void zeros(OutputStream out, long count) throws IOException {
    byte[] block = new byte[1 << 16];
    for (long left = count; left > 0; left -= block.length) {
      out.write(block, 0, (int) Math.min(left, block.length));
    }
  }
}
