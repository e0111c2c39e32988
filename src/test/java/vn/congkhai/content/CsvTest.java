package vn.congkhai.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congkhai.access.Caller;
import vn.congkhai.catalogue.Catalogues;
import vn.congkhai.content.RawSubmission.RawObservation;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Draft;

/// What a spreadsheet program, a script or a person may save as CSV. In the tables `⏎` is a line
/// feed, `␍` a carriage return, `⇥` a tab, `␀` a NUL and `◆` a byte order mark.
class CsvTest {
  private static final String LINE = "2026-10,satisfaction-procedures,96.4\n";

  private static byte[] bytes(String body) {
    return body.replace('⏎', '\n')
        .replace('␍', '\r')
        .replace('⇥', '\t')
        .replace('␀', '\0')
        .replace('◆', '\uFEFF')
        .getBytes(UTF_8);
  }

  private static RawSubmission read(String body) {
    return switch (CsvDecoder.decode(bytes(body))) {
      case Checked.Valid<RawSubmission>(RawSubmission raw) -> raw;
      case Checked.Invalid<RawSubmission>(List<Problem> problems) ->
          throw new AssertionError(problems.toString());
    };
  }

  /// Pointers and codes of all that is wrong with the table itself.
  private static String problems(byte[] body) {
    List<Problem> problems =
        switch (CsvDecoder.decode(body)) {
          case Checked.Valid<RawSubmission>(RawSubmission raw) -> raw.shape();
          case Checked.Invalid<RawSubmission>(List<Problem> unreadable) -> unreadable;
        };
    assertThat(problems).allMatch(each -> !each.message().vi().equals(each.message().en()));
    return problems.stream()
        .map(each -> each.pointer() + " " + each.code())
        .collect(Collectors.joining(", "));
  }

  private static String cells(RawObservation row) {
    return row.pointer()
        + " "
        + List.of(row.period(), row.indicator(), row.numerator(), row.denominator(), row.value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "agency,period,indicator,numerator,denominator,value,note⏎w,2026-10,x,812,1043,96.4,tốt⏎",
        "◆agency,period,indicator,numerator,denominator,value,note⏎w,2026-10,x,812,1043,96.4,tốt⏎",
        "agency;period;indicator;numerator;denominator;value;note⏎w;2026-10;x;812;1043;96,4;tốt⏎",
        "agency⇥period⇥indicator⇥numerator⇥denominator⇥value⇥note⏎w⇥2026-10⇥x⇥812⇥1043⇥96,4⇥tốt",
        "agency,period,indicator,numerator,denominator,value,note⏎w,2026-10,x,812,1043,\"96,4\",tốt",
        "\"agency\";\"period\";\"indicator\";\"numerator\";\"denominator\";\"value\";\"note\"␍⏎\"w\";\"2026-10\";\"x\";\"812\";\"1043\";\"96.4\";\"tốt\"␍⏎",
        "agency,period,indicator,numerator,denominator,value,note␍w,2026-10,x,812,1043,96.4,tốt␍",
        "Agency, PERIOD ,Indicator,Numerator,DENOMINATOR,\u00A0value,Note⏎ w ,2026-10, x ,812\u00A0,1043,96.4, tốt ⏎",
        "note,value,denominator,numerator,indicator,period,agency⏎tốt,96.4,1043,812,x,2026-10,w",
        "agency,period,indicator,name,numerator,denominator,previous,value,note⏎w,2026-10,x,Tên,812,1043,\"1 trên 2\",96.4,tốt⏎",
        "agency,period,indicator,numerator,denominator,value,note,⏎w,2026-10,x,812,1043,96.4,tốt,⏎,,,,,,,⏎⏎⏎",
        "agency,period,indicator,numerator,denominator,value,note⏎w,2026-10,x,812.0,1.043e3,+96.40,tốt⏎",
      })
  void one_table_may_be_spelt_in_many_ways(String body) {
    RawSubmission table = read(body);

    assertThat(table.shape()).isEmpty();
    assertThat(table.agency().cell()).isEqualTo(new Cell.Words("w"));
    assertThat(table.note().cell()).isEqualTo(new Cell.Words("tốt"));
    assertThat(table.observations())
        .singleElement()
        .satisfies(row -> {
          assertThat(row.pointer()).isEqualTo("/2");
          assertThat(row.period()).isEqualTo(new Cell.Words("2026-10"));
          assertThat(row.indicator()).isEqualTo(new Cell.Words("x"));
          assertThat(number(row.numerator())).isEqualTo("812");
          assertThat(number(row.denominator())).isEqualTo("1043");
          assertThat(number(row.value())).isEqualTo("96.4");
        });
  }

  private static String number(Cell cell) {
    if (cell instanceof Cell.Digits(String digits)
        && Numbers.read(digits) instanceof Numbers.Read.Decimal(var decimal)) {
      return decimal.toPlainString();
    }
    throw new AssertionError(cell.toString());
  }

  @Test
  void lines_without_anything_are_passed_over_and_counted() {
    RawSubmission table =
        read("⏎;;⏎period;indicator;value⏎⏎2026-10;a;1⏎;;⏎ ; ; ⏎2026-10;b;\"2\n\"⏎2026-10;c;3⏎;;");

    assertThat(table.shape()).isEmpty();
    assertThat(table.observations().stream().map(RawObservation::pointer))
        .containsExactly("/5", "/8", "/10");
  }

  @Test
  void short_lines_lack_their_last_cells() {
    RawSubmission table = read("period,indicator,value\n2026-10\n2026-10,x,1");

    assertThat(table.shape()).isEmpty();
    assertThat(cells(table.observations().getFirst()))
        .isEqualTo("/2 [Words[text=2026-10], Absent[], Absent[], Absent[], Absent[]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // a decimal comma between commas
        "period,indicator,value⏎2026-10,x,96,4 | /2 extra-cells",
        "period,indicator,value,⏎2026-10,x,96,4 | /2 extra-cells",
        "period,indicator,value,note⏎2026-10,x,96,4 | /2/note split-number",
        "period,indicator,value,note⏎2026-10,x,96,4%⏎2026-10,x,,4 | ``",
        // what stands where no column is named
        "period,,indicator,value⏎2026-10,7,x,1 | /2 extra-cells",
        "period,indicator,value⏎2026-10,x,1,,,, | ``",
        // columns
        "period,indicator,values⏎2026-10,x,1 | /1/values unknown-field",
        "period,indicator,value,VALUE⏎2026-10,x,1,2 | /1/value duplicate-key",
        "tháng,chỉ tiêu⏎2026-10,x | /1 no-columns",
        "2026-10,x,1 | /1 no-columns",
        "sep=;⏎period;indicator;value | /1 no-columns",
        "`` | /1 no-columns",
        "⏎⏎ | /1 no-columns",
        "{\"period\":\"2026-10\"} | /1 no-columns",
        "period,indicator,value | /2/indicator missing-field",
        "agency,period,indicator⏎a,2026-10,x⏎b,2026-10,y | /3/agency mixed-agencies",
        // quotation marks: a line that is never closed would swallow those below it
        "period,indicator,value,note⏎2026-10,x,1,\"a⏎2026-10,y,2, | /2 not-csv",
        "period,indicator,value,note⏎2026-10,x,1,\"a⏎2026-10,y,2,\"b\" | /2 not-csv",
        "period,indicator,value,note⏎2026-10,x,1,⏎2026-10,x,1,\"a\"b | /3 not-csv",
        "\"period,indicator,value⏎2026-10,x,1 | /1 not-csv",
        "period,indicator,value,note⏎2026-10,x,1,\"a \"\"b\"\"\" | ``",
      })
  void what_is_wrong_with_a_table_is_told_with_its_line(String body, String problems) {
    assertThat(problems(bytes(body))).isEqualTo(problems);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.043 | Words[text=1.043]",
        "1,000 | Words[text=1,000]",
        "-1.000 | Words[text=-1.000]",
        "1.0 | Digits[text=1.0]",
        "0812 | Digits[text=0812]",
        "1043,00 | Digits[text=1043.00]",
        "1.043.000 | Words[text=1.043.000]",
        "1 043 | Words[text=1 043]",
        "12% | Words[text=12%]",
        "0x1F | Words[text=0x1F]",
        "NaN | Words[text=NaN]",
        "٣ | Words[text=٣]",
      })
  void a_count_that_may_be_grouped_is_not_guessed(String written, String read) {
    RawSubmission table = read("period;indicator;numerator⏎2026-10;x;" + written);

    assertThat(table.observations().getFirst().numerator().toString()).isEqualTo(read);
  }

  @Test
  void a_nul_stays_where_it_was_for_the_rules_to_refuse() {
    assertThat(read("period,indicator,value,note⏎2026-10,x,1,a␀b").note().cell())
        .isEqualTo(new Cell.Words("a\0b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1258", "x-UTF-16LE-BOM"})
  void another_encoding_is_told_as_such(String encoding) {
    byte[] body =
        "period,indicator,value,note\n2026-10,x,1,Đúng hạn, đủ\n"
            .getBytes(Charset.forName(encoding));

    assertThat(problems(body)).isEqualTo(" wrong-encoding");
  }

  @Test
  void a_hundred_thousand_lines_are_left_soon_after_the_bound() {
    long few = allocated(6_000);
    long many = allocated(100_000);

    assertThat(many).isLessThan(few * 11 / 10);
    assertThat(problems(table(100_000))).isEqualTo("/5002 too-many");
  }

  private static byte[] table(int lines) {
    return ("period,indicator,value\n" + LINE.repeat(lines)).getBytes(UTF_8);
  }

  private static long allocated(int lines) {
    byte[] body = table(lines);
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    assertThat(CsvDecoder.decode(body)).isInstanceOf(Checked.Valid.class);
    return thread.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void a_hundred_thousand_mistakes_are_not_all_kept() {
    byte[] body = ("period,indicator,value\n" + "a,b,c,d\n".repeat(100_000)).getBytes(UTF_8);

    assertThat(problems(body).split(", ", -1)).hasSizeLessThanOrEqualTo(Problems.MOST);
  }

  @Test
  void a_body_of_one_endless_cell_costs_little_more_than_itself() {
    byte[] body = ("period,indicator,value\n\"" + "x\n".repeat(500_000) + "\"").getBytes(UTF_8);
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();

    assertThat(problems(body)).isEmpty();

    assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(20L * body.length);
  }

  @Test
  void what_is_wrong_is_told_from_the_first_line_to_the_last() {
    List<Problem> told =
        checked(
            "period,indicator,value,x\n2026-13,a,1\n2026-10,satisfaction-procedures,101\n,,,,5\n,b,1\n");

    assertThat(told.stream().map(Problem::pointer))
        .containsExactly(
            "/1/x",
            "/2/indicator",
            "/2/period",
            "/3/value",
            "/4",
            "/4/indicator",
            "/4/period",
            "/5/indicator",
            "/5/period");
  }

  @Test
  void of_too_many_lines_nothing_else_is_told() {
    assertThat(checked(new String(table(100_000), UTF_8)))
        .extracting(Problem::code)
        .containsExactly("too-many");
  }

  private static List<Problem> checked(String body) {
    Caller ward = new Caller.OfAgency("1", new AgencyCode("cb-xa-01273"));
    LocalDate today = LocalDate.of(2026, 11, 22);
    return switch (Check.check(read(body), Catalogues.caoBang(), ward, today)) {
      case Checked.Invalid<Draft>(List<Problem> problems) -> problems;
      case Checked.Valid<Draft>(Draft draft) -> throw new AssertionError(draft.toString());
    };
  }
}
