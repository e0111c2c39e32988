package vn.congkhai.journal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Change;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Observation;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.PlanCode;
import vn.congkhai.indicator.PlanTask;
import vn.congkhai.indicator.Standing;
import vn.congkhai.indicator.Statement;
import vn.congkhai.indicator.Submission;
import vn.congkhai.indicator.TaskState;
import vn.congkhai.indicator.Warning;

class SubmissionJsonTest {
  private static Submission submission(String note) {
    Period october = requireNonNull(Period.parse("2026-10"));
    return new Submission(
        17,
        Instant.parse("2026-11-22T02:15:03.120Z"),
        new AgencyCode("cb-xa-01273"),
        "4",
        note,
        List.of(
            new Submission.Recorded(
                new Observation(
                    new IndicatorCode("online-dossier-rate"), october, new Figure.Ratio(812, 1043)),
                Change.NEW,
                Standing.MET,
                List.of()),
            new Submission.Recorded(
                new Observation(
                    new IndicatorCode("satisfaction-procedures"),
                    october,
                    new Figure.Value(new BigDecimal("96.40"))),
                Change.CORRECTED,
                Standing.MET,
                List.of(
                    new Warning.CorrectsPublished(),
                    new Warning.Jump(Warning.Aspect.VALUE, new BigDecimal("75.5"))))),
        List.of());
  }

  @Test
  void is_written_as_the_documentation_says() {
    assertThat(SubmissionJson.encode(submission("")))
        .isEqualTo(
            "{\"submission\":17,\"receivedAt\":\"2026-11-22T02:15:03.120Z\",\"agency\":\"cb-xa-01273\","
                + "\"by\":\"4\",\"observations\":[{\"indicator\":\"online-dossier-rate\","
                + "\"period\":\"2026-10\",\"numerator\":812,\"denominator\":1043,\"change\":\"new\","
                + "\"standing\":\"met\"},{\"indicator\":\"satisfaction-procedures\","
                + "\"period\":\"2026-10\",\"value\":96.4,\"change\":\"corrected\",\"standing\":\"met\","
                + "\"warnings\":[{\"code\":\"corrects-published\"},"
                + "{\"code\":\"jump\",\"of\":\"value\",\"usual\":75.5}]}]}");
  }

  @Test
  void statements_are_written_as_the_documentation_says_and_read_again() {
    Submission said =
        new Submission(
            18,
            Instant.parse("2026-11-22T02:15:03.120Z"),
            new AgencyCode("cb-so-noi-vu"),
            "4",
            "",
            List.of(),
            List.of(
                new Statement.OfTask(
                    new PlanTask.Id(new PlanCode("thai-nguyen-2025"), "V.1.1 (“báo cáo”)"),
                    TaskState.DONE,
                    "https://example.vn/a?b=\"c\""),
                new Statement.OfficialFigure(
                    new AgencyCode("cao-bang"),
                    new IndicatorCode("on-time-rate"),
                    requireNonNull(Period.parse("2026-10")),
                    new BigDecimal("0.9781"),
                    "Cổng \"Dịch vụ công\"",
                    LocalDate.parse("2026-11-03"))));

    assertThat(SubmissionJson.encode(said))
        .endsWith(
            "\"observations\":[],\"tasks\":[{\"plan\":\"thai-nguyen-2025\","
                + "\"number\":\"V.1.1 (“báo cáo”)\",\"state\":\"done\","
                + "\"evidence\":\"https://example.vn/a?b=\\\"c\\\"\"}],\"official\":[{\"about\":\"cao-bang\","
                + "\"indicator\":\"on-time-rate\",\"period\":\"2026-10\",\"ratio\":0.9781,"
                + "\"source\":\"Cổng \\\"Dịch vụ công\\\"\",\"asOf\":\"2026-11-03\"}]}");
    assertThat(SubmissionJson.decode(SubmissionJson.encode(said))).isEqualTo(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "đính chính", "“a” \"b\" \\ c\n\td", "😀 </script>"})
  void is_read_as_it_was_written(String note) {
    assertThat(SubmissionJson.decode(SubmissionJson.encode(submission(note))))
        .isEqualTo(submission(note));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"submission\":1}", "{\"colour\":\"red\"}", "null"})
  void anything_else_is_called_malformed(String content) {
    assertThatThrownBy(() -> SubmissionJson.decode(content)).isInstanceOf(MalformedContent.class);
  }

  @Test
  void the_chain_is_sha_256_over_the_hash_before_and_the_content() {
    assertThat(Hash.GENESIS.then("abc"))
        .hasToString("365aa7d8f7f9402c4b9434502b4cc89ddb09fe50d7cd95b493b834c62d5a5370");
  }
}
