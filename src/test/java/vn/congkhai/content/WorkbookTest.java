package vn.congkhai.content;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congkhai.content.RawSubmission.RawObservation;
import vn.congkhai.http.Problem;

/// What a workbook may hold, and what must not get at the library that reads it.
@Timeout(20)
class WorkbookTest {
  private static final String ROW = "2026-10,on-time-rate,97";
  private static final String SOUND =
      "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>2026-10</t></is></c><c r=\"C2\"><v>97</v></c></row>";

  private static RawSubmission read(byte[] body) {
    return switch (XlsxDecoder.decode(body)) {
      case Checked.Valid<RawSubmission>(RawSubmission raw) -> raw;
      case Checked.Invalid<RawSubmission>(List<Problem> problems) ->
          throw new AssertionError(problems.toString());
    };
  }

  private static Problem refused(byte[] body) {
    return switch (XlsxDecoder.decode(body)) {
      case Checked.Valid<RawSubmission>(RawSubmission raw) ->
          throw new AssertionError(raw.toString());
      case Checked.Invalid<RawSubmission>(List<Problem> problems) -> {
        assertThat(problems).hasSize(1);
        yield problems.getFirst();
      }
    };
  }

  private static String refusal(byte[] body) {
    Problem problem = refused(body);
    assertThat(problem.code()).isEqualTo("not-xlsx");
    assertThat(problem.message().vi()).isNotEqualTo(problem.message().en());
    return problem.message().en();
  }

  /// The cells of the only observation, as `period|indicator|numerator|denominator|value`.
  private static String row(byte[] body) {
    assertThat(read(body).shape()).isEmpty();
    assertThat(read(body).observations()).hasSize(1);
    RawObservation row = read(body).observations().getFirst();
    return String.join(
        "|",
        text(row.period()),
        text(row.indicator()),
        text(row.numerator()),
        text(row.denominator()),
        text(row.value()));
  }

  private static String text(Cell cell) {
    return switch (cell) {
      case Cell.Absent() -> "";
      case Cell.Words(String words) -> words;
      case Cell.Digits(String digits) -> "#" + digits;
      case Cell.Other() -> "?";
    };
  }

  private static List<List<String>> lines(String... lines) {
    return Arrays.stream(lines).map(line -> List.of(line.split(",", -1))).toList();
  }

  @Test
  void numbers_may_be_numbers_or_text() {
    byte[] body =
        Workbooks.written(workbook -> {
          var sheet = workbook.newWorksheet("a");
          Workbooks.fill(
              sheet, lines("Period ,INDICATOR,numerator,denominator,value", "2026-10,x"));
          sheet.value(1, 2, "812");
          sheet.value(1, 3, 1043);
          sheet.value(1, 4, " 96,4 ");
        });

    assertThat(row(body)).isEqualTo("2026-10|x|#812|#1043|#96.4");
  }

  @ParameterizedTest
  @CsvSource({
    "0.00%, 0.964, #96.4",
    "0%, 0.778523489932886, #77.8523489932886",
    "'#,##0', 1043, #1043"
  })
  void a_percent_cell_counts_as_the_percentage_that_is_shown(
      String format, double value, String read) {
    byte[] body =
        Workbooks.written(workbook -> {
          var sheet = workbook.newWorksheet("a");
          Workbooks.fill(sheet, lines("period,indicator,value", "2026-10,x"));
          sheet.value(1, 2, value);
          sheet.style(1, 2).format(format).set();
        });

    assertThat(row(body)).isEqualTo("2026-10|x|||" + read);
  }

  @ParameterizedTest
  @CsvSource({
    "mmm-yy, 46296, 2026-10",
    "yyyy-mm, 46296, 2026-10",
    "dd/mm/yyyy, 46297, 2026-10-02",
    "0, 2026, 2026",
  })
  void a_day_that_a_spreadsheet_made_of_a_month_is_the_month(
      String format, long number, String period) {
    byte[] body =
        Workbooks.written(workbook -> {
          var sheet = workbook.newWorksheet("a");
          Workbooks.fill(sheet, lines("period,indicator,value", ",x,1"));
          sheet.value(1, 0, number);
          sheet.style(1, 0).format(format).set();
        });

    assertThat(row(body)).isEqualTo(period + "|x|||#1");
  }

  @Test
  void a_formula_counts_as_what_it_came_to() {
    String row =
        "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>B9</f><v>2026-10</v></c>"
            + "<c r=\"B2\" t=\"str\"><f>B8</f><v>x</v></c>"
            + "<c r=\"C2\"><f>100*812/1043</f><v>77.852348993288587</v></c></row>";

    assertThat(row(Workbooks.sheet(row).bytes())).isEqualTo("2026-10|x|||#77.8523489932886");
  }

  @Test
  void a_formula_that_failed_is_no_number() {
    String row =
        "<row r=\"2\"><c r=\"A2\"><v>2026</v></c><c r=\"B2\" t=\"b\"><v>1</v></c>"
            + "<c r=\"C2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>";

    assertThat(row(Workbooks.sheet(row).bytes())).isEqualTo("2026|?|||#DIV/0!");
  }

  @Test
  void the_first_visible_sheet_is_read_and_empty_rows_are_passed_over() {
    byte[] body =
        Workbooks.written(workbook -> {
          var hidden = workbook.newWorksheet("lists");
          Workbooks.fill(hidden, lines("nothing"));
          hidden.setVisibilityState(org.dhatim.fastexcel.VisibilityState.HIDDEN);
          Workbooks.fill(
              workbook.newWorksheet("figures"),
              lines("", "period,indicator,value", "", "2026-10,x,1", "", ""));
          Workbooks.fill(workbook.newWorksheet("notes"), lines("nothing"));
        });

    assertThat(row(body)).isEqualTo("2026-10|x|||#1");
    assertThat(read(body).observations().getFirst().pointer()).isEqualTo("/4");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 63, 64, 700})
  void what_stands_where_no_column_is_named_is_not_lost(int column) {
    byte[] body =
        Workbooks.written(workbook -> {
          var sheet = workbook.newWorksheet("a");
          Workbooks.fill(sheet, lines("period,indicator,value", "2026-10,x,1"));
          sheet.value(1, column, "7");
        });

    assertThat(read(body).shape()).extracting(Problem::code).containsExactly("extra-cells");
  }

  @Test
  void a_row_far_below_is_refused_and_not_left_out() {
    String rows = "<row/>".repeat(10_000) + SOUND;

    assertThat(read(Workbooks.sheet(rows).bytes()).shape())
        .extracting(Problem::code)
        .containsExactly("too-many", "missing-field");
  }

  @Test
  void pictures_and_the_settings_of_printers_are_no_danger() {
    byte[] body =
        Workbooks.sheet(SOUND)
            .put("xl/media/image1.jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2, 3})
            .put(
                "xl/printerSettings/printerSettings1.bin",
                "<?xml version=\"1.0\"?><!DOCTYPE plist PUBLIC \"-//Apple//DTD\" \"http://x/y\"><plist/>")
            .bytes();

    assertThat(row(body)).isEqualTo("2026-10||||#97");
  }

  @Test
  void other_files_are_told_what_they_are() {
    byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A};
    byte[] zip = Workbooks.sheet("").bytes();
    byte[] broken = zip.clone();
    Arrays.fill(broken, broken.length / 2, broken.length, (byte) 7);

    assertThat(refusal(old)).contains("old .xls or has a password");
    assertThat(refusal("period,indicator".getBytes(UTF_8))).contains("no .xlsx file");
    assertThat(refusal(new byte[0])).contains("no .xlsx file");
    assertThat(refusal(Workbooks.document())).contains("no .xlsx file");
    assertThat(refusal(broken)).contains("the file is broken");
    assertThat(refusal(Arrays.copyOf(zip, zip.length - 30))).contains("the file is broken");
  }

  @Test
  void a_bomb_is_refused_without_being_unpacked() {
    byte[] body = Workbooks.bomb(300L << 20);
    assertThat(body.length).as("small enough to be posted").isLessThan(1 << 20);
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();

    assertThat(refusal(body)).contains("unpacks to more than it may");

    // the stream is read in growing pieces which are then put together
    assertThat(thread.getCurrentThreadAllocatedBytes() - before)
        .isLessThan(3L * WorkbookGuard.LARGEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xl/sheet.xml", "xl/workbook.xml", "[Content_Types].xml", "xl/texts.xml"})
  void a_document_type_is_refused_wherever_it_stands(String part) {
    String text =
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><worksheet>&b;</worksheet>";

    assertThat(refusal(Workbooks.sheet(SOUND).put(part, text).bytes()))
        .contains("declares a document type");
    assertThat(refusal(Workbooks.sheet(SOUND).put(part, text.getBytes(UTF_16)).bytes()))
        .contains("declares a document type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r=\"2\"><c r=\"ZZZZZZ99999999\"><v>1</v></c></row>",
        "<row r=\"2\"><c r=\"\"><v>1</v></c></row>",
        "<row r=\"two\"><c r=\"A2\"><v>1</v></c></row>",
        "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>7</v></c></row>",
        "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>-1</v></c></row>",
        "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>x</v></c></row>",
        "<row r=\"2\"><c r=\"A2\" t=\"secret\"><v>1</v></c></row>",
        "<row r=\"2\"><c r=\"A2\"><f t=\"shared\" si=\"9\"/><v>1</v></c></row>",
        "<row r=\"2\"><c r=\"A2\"><v>1<",
      })
  void rows_that_no_spreadsheet_writes_are_refused(String rows) {
    assertThat(refusal(Workbooks.sheet(rows).bytes())).contains("the file is broken");
  }

  @Test
  void a_text_that_is_only_counted_elsewhere_is_not_looked_for_for_ever() {
    String row = "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c></row>";
    byte[] inAnother = Workbooks.sheet(row).put("xl/others.xml", "<sst><si/></sst>").bytes();
    byte[] tooDeep = Workbooks.sheet(row).put("xl/texts.xml", "<sst><a><si/></a></sst>").bytes();
    byte[] inNone = Workbooks.sheet(row + "<si/>").bytes();
    byte[] there =
        Workbooks.sheet(row).put("xl/texts.xml", "<sst><si><t>2026</t></si></sst>").bytes();

    assertThat(refusal(inAnother)).contains("the file is broken");
    assertThat(refusal(tooDeep)).contains("the file is broken");
    assertThat(refusal(inNone)).contains("the file is broken");
    assertThat(row(there)).startsWith("2026|");
  }

  @Test
  void a_number_as_long_as_the_file_is_not_computed() {
    String row = "<row r=\"2\"><c r=\"A2\"><v>" + "7".repeat(5_000_000) + "</v></c></row>";

    assertThat(refusal(Workbooks.sheet(row).bytes())).contains("the file is broken");
  }

  @Test
  void a_long_formula_is_not_written_out_for_every_cell() {
    String rows =
        "<row r=\"2\"><c r=\"A2\"><f t=\"shared\" si=\"0\" ref=\"A2:A9\">"
            + "A1+".repeat(300_000)
            + "</f><v>1</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\"><f t=\"shared\" si=\"0\"/><v>1</v></c></row>"
                .repeat(20_000);

    assertThat(refusal(Workbooks.sheet(rows).bytes())).contains("unpacks to more than it may");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<row/>", "<row><c/></row>", "<row><c r=\"ZZZ9\"/></row>"})
  void a_sheet_of_a_million_elements_is_refused(String row) {
    assertThat(refusal(Workbooks.sheet(row.repeat(260_000)).bytes()))
        .contains("unpacks to more than it may");
  }

  @Test
  void a_part_that_stands_twice_is_refused() {
    byte[] body = Workbooks.sheet(SOUND).put("XL/SHEET.XML", "<worksheet/>").bytes();

    assertThat(refusal(body)).contains("the file is broken");
  }

  @Test
  void five_thousand_rows_are_read_in_little_memory() {
    List<List<String>> lines = new java.util.ArrayList<>(lines("period,indicator,value"));
    for (int i = 0; i < RawSubmission.MOST_OBSERVATIONS; i++) {
      lines.addAll(lines(ROW));
    }

    assertThat(read(Workbooks.table(lines)).observations())
        .hasSize(RawSubmission.MOST_OBSERVATIONS);
    lines.addAll(lines(ROW));
    assertThat(read(Workbooks.table(lines)).shape())
        .extracting(problem -> problem.pointer() + " " + problem.code())
        .containsExactly("/5002 too-many");
  }
}
