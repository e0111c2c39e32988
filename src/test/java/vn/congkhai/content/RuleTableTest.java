package vn.congkhai.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.congkhai.access.Caller;
import vn.congkhai.board.Figures;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.catalogue.Catalogues;
import vn.congkhai.content.RuleTable.Line;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Draft;
import vn.congkhai.indicator.Text;

/// Every rule on both sides of its bound. The tables are `src/test/resources/rules`.
class RuleTableTest {
  private static final Catalogue CATALOGUE = Catalogues.caoBang();
  private static final Catalogue STRICT =
      Catalogues.caoBangWith("identities.csv", text -> text.replace(",warn,", ",refuse,"));
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final AgencyCode WARD = new AgencyCode("cb-xa-01273");
  private static final String AT =
      "{\"indicator\":\"on-time-rate\",\"period\":\"2026-10\",\"numerator\":1,\"denominator\":2}";
  private static final Pattern MANY = Pattern.compile("@\\{(\\d+)}");

  static List<Line> figures() {
    return RuleTable.read("figures.txt");
  }

  static List<Line> formats() {
    return RuleTable.read("formats.txt").stream()
        .filter(line -> !Set.of("task", "token", "screen").contains(line.kind()))
        .toList();
  }

  static List<Line> warnings() {
    return RuleTable.read("warnings.txt");
  }

  @Test
  void every_rule_stands_in_a_table() {
    List<String> told =
        Stream.of("figures.txt", "formats.txt", "warnings.txt")
            .flatMap(table -> RuleTable.read(table).stream())
            .map(Line::code)
            .distinct()
            .toList();

    assertThat(told)
        .as("src/test/resources/rules: one line for each Rule")
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(Rule.values()).map(Rule::code).toList());
  }

  @ParameterizedTest
  @MethodSource("figures")
  void a_figure_is_held_to_the_rule_in_every_format(Line line) {
    LocalDate today = line.kind().isEmpty() ? TODAY : LocalDate.parse(line.kind());
    for (Posted posted : Posted.values()) {
      RowsOfFigures refused = RowsOfFigures.of(line.refused());
      List<Problem> problems = problems(posted, refused, today);
      assertThat(problems)
          .as(posted.toString())
          .extracting(Problem::code)
          .containsOnly(line.code());
      assertThat(problems.getFirst().pointer()).isEqualTo(posted.pointer(line.pointer()));
      assertThat(placed(problems.getFirst())).isEqualTo(posted.place(line.pointer()));
      assertSaidInBothLanguages(problems.getFirst());

      assertThat(problems(posted, RowsOfFigures.of(line.taken()), today))
          .as("%s of what keeps the rule", posted)
          .isEmpty();
    }
  }

  private static String placed(Problem problem) {
    Text place = problem.place();
    return place == null ? "" : place.vi() + "/" + place.en();
  }

  private static List<Problem> problems(Posted posted, RowsOfFigures rows, LocalDate today) {
    Caller caller =
        rows.agency().isEmpty() ? new Caller.OfAgency("1", WARD) : Caller.Administrator.OF_SETTINGS;
    return problems(posted.decode(posted.body(rows)), caller, today);
  }

  private static List<Problem> problems(
      Checked<RawSubmission> decoded, Caller caller, LocalDate today) {
    return switch (decoded) {
      case Checked.Invalid<RawSubmission>(List<Problem> unreadable) -> unreadable;
      case Checked.Valid<RawSubmission>(RawSubmission raw) ->
          switch (Check.check(raw, STRICT, caller, today)) {
            case Checked.Invalid<Draft>(List<Problem> problems) -> problems;
            case Checked.Valid<Draft> _ -> List.of();
          };
    };
  }

  private static void assertSaidInBothLanguages(Problem problem) {
    Text message = problem.message();
    assertThat(message.vi()).isNotBlank().doesNotContain("%", "null").isNotEqualTo(message.en());
    assertThat(message.en()).isNotBlank();
    assertThat(numbers(message.vi())).as(message.toString()).isEqualTo(numbers(message.en()));
  }

  private static List<String> numbers(String text) {
    return Pattern.compile("\\d+").matcher(text).results().map(hit -> hit.group()).toList();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void a_content_is_held_to_the_rule_of_its_format(Line line) {
    Problem problem =
        problemsOf(line, line.refused()).stream()
            .filter(each -> each.code().equals(line.code()))
            .findFirst()
            .orElseThrow(() -> new AssertionError(problemsOf(line, line.refused()).toString()));
    assertThat(problem.pointer()).isEqualTo(line.pointer());
    assertSaidInBothLanguages(new Problem("", "", unquoted(problem.message())));

    assertThat(problemsOf(line, line.taken()))
        .extracting(Problem::code)
        .doesNotContain(line.code());
  }

  /// Some messages show a percentage.
  private static Text unquoted(Text message) {
    return new Text(message.vi().replace("%", ""), message.en().replace("%", ""));
  }

  private static List<Problem> problemsOf(Line line, String written) {
    Caller caller =
        written.contains("cb-xa-")
            ? Caller.Administrator.OF_SETTINGS
            : new Caller.OfAgency("1", WARD);
    return switch (line.kind()) {
      case "json" -> problems(JsonDecoder.decode(bytes(many(written, AT, ","))), caller, TODAY);
      case "csv" -> problems(CsvDecoder.decode(bytes(table(written))), caller, TODAY);
      case "bytes" ->
          problems(
              written.contains("#") ? workbook(written) : XlsxDecoder.decode(bytes(written)),
              caller,
              TODAY);
      case "xlsx" -> problems(workbook(written), caller, TODAY);
      case "official" -> official(written);
      default -> throw new AssertionError(line.kind());
    };
  }

  private static List<Problem> official(String written) {
    byte[] body = bytes("agency,indicator,period,ratio,source,date\n" + written);
    return switch (OfficialCsv.read(body, CATALOGUE, TODAY)) {
      case Checked.Valid<?> _ -> List.of();
      case Checked.Invalid<?>(List<Problem> problems) -> problems;
    };
  }

  private static Checked<RawSubmission> workbook(String written) {
    return XlsxDecoder.decode(
        Workbooks.table(table(written).lines().map(line -> List.of(line.split(",", -1))).toList()));
  }

  private static String table(String written) {
    return many(
        written.replace("#", "period,indicator,numerator,denominator"),
        "2026-10,on-time-rate,1,2",
        "\n");
  }

  private static String many(String written, String observation, String separator) {
    return MANY.matcher(written)
        .replaceAll(hit ->
            String.join(
                separator, Collections.nCopies(Integer.parseInt(hit.group(1)), observation)))
        .replace("@", observation)
        .replace('⏎', '\n');
  }

  private static byte[] bytes(String written) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String part : written.splitWithDelimiters("¦", 0)) {
      bytes.writeBytes(part.equals("¦") ? new byte[] {(byte) 0xFF} : part.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @MethodSource("warnings")
  void what_is_unusual_is_taken_and_said(Line line) {
    Figures figures = new Figures(CATALOGUE);
    for (String before : line.kind().isEmpty() ? new String[0] : line.kind().split(" \\+ ", -1)) {
      var _ = figures.judge(1, NOW, List.of(draft(before)));
      figures.confirm();
    }

    List<Problem> said = Warnings.of(figures.preview(NOW, draft(line.refused())), CATALOGUE);
    assertThat(said).extracting(Problem::code).containsExactly(line.code());
    assertThat(said.getFirst().pointer()).isEqualTo(line.pointer());
    assertSaidInBothLanguages(new Problem("", "", unquoted(said.getFirst().message())));

    assertThat(Warnings.of(figures.preview(NOW, draft(line.taken())), CATALOGUE))
        .extracting(Problem::code)
        .doesNotContain(line.code());
  }

  private static Draft draft(String rows) {
    RawSubmission raw =
        switch (Posted.JSON.decode(Posted.JSON.body(RowsOfFigures.of(rows)))) {
          case Checked.Valid<RawSubmission>(RawSubmission value) -> value;
          case Checked.Invalid<RawSubmission>(var problems) ->
              throw new AssertionError(problems.toString());
        };
    String agency = RowsOfFigures.of(rows).agency();
    AgencyCode code = agency.isEmpty() ? WARD : new AgencyCode(agency);
    return switch (Check.check(raw, CATALOGUE, new Caller.OfAgency("1", code), TODAY)) {
      case Checked.Valid<Draft>(Draft draft) -> draft;
      case Checked.Invalid<Draft>(var problems) -> throw new AssertionError(problems.toString());
    };
  }
}
