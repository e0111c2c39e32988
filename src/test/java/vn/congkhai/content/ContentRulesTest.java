package vn.congkhai.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congkhai.access.Caller;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.catalogue.Catalogues;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Draft;

class ContentRulesTest {
  private static final Catalogue CATALOGUE = Catalogues.caoBang();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Caller WARD = new Caller.OfAgency("1", new AgencyCode("cb-xa-01273"));

  private static Checked<Draft> check(byte[] body, Caller caller) {
    return switch (JsonDecoder.decode(body)) {
      case Checked.Invalid<RawSubmission>(var problems) -> new Checked.Invalid<>(problems);
      case Checked.Valid<RawSubmission>(var raw) -> Check.check(raw, CATALOGUE, caller, TODAY);
    };
  }

  private static List<String> problems(String body) {
    return switch (check(body.getBytes(StandardCharsets.UTF_8), WARD)) {
      case Checked.Valid<Draft> _ -> List.of();
      case Checked.Invalid<Draft>(var problems) ->
          problems.stream().map(ContentRulesTest::told).toList();
    };
  }

  private static String told(Problem problem) {
    assertThat(problem.message().vi()).isNotBlank().isNotEqualTo(problem.message().en());
    return problem.pointer() + " " + problem.code();
  }

  /// The body with one observation of the ward.
  private static String with(String observation) {
    return "{\"period\":\"2026-10\",\"observations\":[" + observation + "]}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"indicator\":\"on-time-rate\",\"numerator\":0,\"denominator\":0}",
        "{\"indicator\":\"on-time-rate\",\"numerator\":812.0,\"denominator\":1.043e3}",
        "{\"indicator\":\"on-time-rate\",\"numerator\":1000000000000,\"denominator\":1000000000000}",
        "{\"indicator\":\"satisfaction-procedures\",\"value\":100}",
        "{\"indicator\":\"satisfaction-procedures\",\"value\":96.4,\"numerator\":null}",
        "{\"indicator\":\"staff-digital-signature-rate\",\"period\":\"2026-Q4\",\"numerator\":1,\"denominator\":2}",
        "{\"indicator\":\"unit-procedure-control-plan-issued\",\"period\":\"2026\",\"value\":1}",
        "{\"indicator\":\"on-time-rate\",\"period\":\"2026-12\",\"numerator\":1,\"denominator\":2}",
      })
  void a_figure_within_the_bounds_is_taken(String observation) {
    assertThat(problems(with(observation))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"indicator\":\"on-time-rate\",\"numerator\":1044,\"denominator\":1043} | /observations/0/denominator numerator-exceeds-denominator",
        "{\"indicator\":\"on-time-rate\",\"numerator\":-1,\"denominator\":2} | /observations/0/numerator negative",
        "{\"indicator\":\"on-time-rate\",\"numerator\":1.5,\"denominator\":2} | /observations/0/numerator not-an-integer",
        "{\"indicator\":\"on-time-rate\",\"numerator\":\"1\",\"denominator\":2} | /observations/0/numerator not-an-integer",
        "{\"indicator\":\"on-time-rate\",\"numerator\":true,\"denominator\":2} | /observations/0/numerator not-an-integer",
        "{\"indicator\":\"on-time-rate\",\"numerator\":1,\"denominator\":1000000000001} | /observations/0/denominator out-of-range",
        "{\"indicator\":\"on-time-rate\",\"numerator\":1,\"denominator\":1e999999999} | /observations/0/denominator out-of-range",
        "{\"indicator\":\"on-time-rate\",\"numerator\":1e-999999999,\"denominator\":1} | /observations/0/numerator out-of-range",
        "{\"indicator\":\"on-time-rate\",\"numerator\":1,\"denominator\":99999999999999999999999999999999999999999999999999} | /observations/0/denominator out-of-range",
        "{\"indicator\":\"on-time-rate\",\"numerator\":1} | /observations/0/denominator missing-figure",
        "{\"indicator\":\"on-time-rate\",\"numerator\":null,\"denominator\":2} | /observations/0/numerator missing-figure",
        "{\"indicator\":\"on-time-rate\",\"numerator\":1,\"denominator\":2,\"value\":50} | /observations/0 figure-and-value",
        "{\"indicator\":\"satisfaction-procedures\",\"value\":100.01} | /observations/0/value out-of-range",
        "{\"indicator\":\"satisfaction-procedures\",\"value\":-0.01} | /observations/0/value negative",
        "{\"indicator\":\"satisfaction-procedures\",\"value\":\"96,4\"} | /observations/0/value not-a-number",
        "{\"indicator\":\"satisfaction-procedures\"} | /observations/0/value missing-figure",
        "{\"indicator\":\"no-such-thing\",\"numerator\":1,\"denominator\":2} | /observations/0/indicator unknown-indicator",
        "{\"indicator\":7,\"numerator\":1,\"denominator\":2} | /observations/0/indicator wrong-type",
        "{\"numerator\":1,\"denominator\":2} | /observations/0/indicator missing-field",
        "{\"indicator\":\"legal-documents-reviewed-rate\",\"period\":\"2026-Q3\",\"numerator\":1,\"denominator\":2} | /observations/0/indicator not-owed",
        "{\"indicator\":\"on-time-rate\",\"period\":\"2026-Q3\",\"numerator\":1,\"denominator\":2} | /observations/0/period wrong-cycle",
        "{\"indicator\":\"on-time-rate\",\"period\":\"tháng 10\",\"numerator\":1,\"denominator\":2} | /observations/0/period bad-period",
        "{\"indicator\":\"on-time-rate\",\"period\":202610,\"numerator\":1,\"denominator\":2} | /observations/0/period bad-period",
        "{\"indicator\":\"on-time-rate\",\"period\":\"2027-01\",\"numerator\":1,\"denominator\":2} | /observations/0/period future-period",
        "{\"indicator\":\"on-time-rate\",\"period\":\"2024-12\",\"numerator\":1,\"denominator\":2} | /observations/0/period closed-period",
        "{\"indicator\":\"on-time-rate\",\"numerator\":1,\"denominator\":2,\"colour\":\"red\"} | /observations/0/colour unknown-field",
        "[] | /observations/0 wrong-type",
      })
  void a_figure_outside_is_refused_with_its_place(String observation, String problem) {
    assertThat(problems(with(observation))).containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ | not-json",
        "{} {} | not-json",
        "{\"period\":\"2026-10\",} | not-json",
        "{\"observations\":[{\"numerator\":NaN}]} | /observations/0/numerator not-json",
        "{\"observations\":[{\"value\":Infinity}]} | /observations/0/value not-json",
        "{\"period\":\"2026-10\",\"period\":\"2026-09\"} | /period duplicate-key",
        "{\"observations\":[{\"numerator\":1,\"numerator\":2}]} | /observations/0/numerator duplicate-key",
        "{\"x\":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]} | too-deep",
        "[] | wrong-type",
        "7 | wrong-type",
        "{\"observations\":{}} | /observations wrong-type",
        "{\"observations\":[]} | /observations missing-field",
        "{\"agency\":7,\"observations\":[]} | /agency wrong-type",
      })
  void a_body_that_cannot_be_understood_is_told_so(String body, String problem) {
    assertThat(problems(body)).anyMatch(told -> told.endsWith(problem));
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused() {
    byte[] body = {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'};

    assertThat(check(body, WARD))
        .isEqualTo(new Checked.Invalid<Draft>(List.of(Rule.WRONG_ENCODING.at(""))));
  }

  @Test
  void every_problem_is_told_and_not_the_first_one() {
    String bad = "{\"indicator\":\"on-time-rate\",\"numerator\":-1,\"denominator\":1.5}";

    assertThat(problems(with(bad + "," + bad)))
        .containsExactlyInAnyOrder(
            "/observations/0/numerator negative",
            "/observations/0/denominator not-an-integer",
            "/observations/1/numerator negative",
            "/observations/1/denominator not-an-integer",
            "/observations/1 duplicate");
  }

  @Test
  void a_note_has_five_hundred_characters_at_most_and_no_control_characters() {
    String figure = "{\"indicator\":\"on-time-rate\",\"numerator\":1,\"denominator\":2}";
    String body = "{\"note\":\"%s\",\"period\":\"2026-10\",\"observations\":[" + figure + "]}";

    assertThat(problems(body.formatted("đ".repeat(500)))).isEmpty();
    assertThat(problems(body.formatted("đ".repeat(501)))).containsExactly("/note too-long");
    assertThat(problems(body.formatted("\\u0000"))).containsExactly("/note bad-text");
    assertThat(problems(body.formatted("\\ud800"))).containsExactly("/note bad-text");
  }

  @Test
  void an_agency_sends_its_own_figures_only() {
    String body = "{\"agency\":\"%s\",\"period\":\"2026-10\",\"observations\":[]}";

    assertThat(problems(body.formatted("cb-xa-99999"))).contains("/agency unknown-agency");
    assertThatThrownBy(() -> problems(body.formatted("cb-xa-01708")))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.FORBIDDEN));
  }

  @Test
  void what_nobody_reads_costs_no_more_than_its_bytes() {
    String name = "n".repeat(100_000);
    String body = "{\"" + name + "\":[" + "0,".repeat(400_000) + "0]}";
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();

    List<String> problems = problems(body);

    assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(20L * body.length());
    assertThat(problems).containsExactly("/" + name + " unknown-field");
  }

  @Test
  void names_made_to_collide_are_unknown_and_nothing_worse() {
    StringBuilder names = new StringBuilder("{\"observations\":[{");
    for (int i = 0; i < 4096; i++) {
      // the hashes of Aa and BB are equal
      String bits = Integer.toBinaryString(4096 + i).substring(1);
      names.append('"').append(bits.replace("0", "Aa").replace("1", "BB")).append("\":1,");
    }
    String body = names.append("\"indicator\":\"x\"}]}").toString();

    assertThat(problems(body))
        .hasSize(Problems.MOST)
        .allMatch(each -> each.endsWith("unknown-field"));
  }
}
