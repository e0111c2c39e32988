package vn.congkhai.journal;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Change;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Observation;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Standing;
import vn.congkhai.indicator.Statement;
import vn.congkhai.indicator.Submission;
import vn.congkhai.indicator.Warning;

/// The canonical JSON of a submission: fixed order of keys, no white space, plain numbers.
/// Described for other programs in `docs/journal.md`.
final class SubmissionJson {
  private static final JsonFactory JSON = new JsonFactory();

  private SubmissionJson() {}

  /// Written by hand: nearly every text is a code or a number, which need no escaping.
  static String encode(Submission submission) {
    StringBuilder json = new StringBuilder(128 + 160 * submission.observations().size());
    json.append("{\"submission\":").append(submission.number());
    text(json.append(','), "receivedAt", submission.receivedAt().toString());
    text(json.append(','), "agency", submission.agency().value());
    text(json.append(','), "by", submission.by());
    if (!submission.note().isEmpty()) {
      quoted(json.append(','), "note", submission.note());
    }
    json.append(",\"observations\":[");
    String separator = "";
    for (Submission.Recorded recorded : submission.observations()) {
      encode(recorded, json.append(separator));
      separator = ",";
    }
    json.append(']');
    StatementJson.encode(submission.statements(), json);
    return json.append('}').toString();
  }

  private static void encode(Submission.Recorded recorded, StringBuilder json) {
    Observation observation = recorded.observation();
    text(json.append('{'), "indicator", observation.indicator().value());
    text(json.append(','), "period", observation.period().toString());
    switch (observation.figure()) {
      case Figure.Ratio(long numerator, long denominator) ->
          json.append(",\"numerator\":")
              .append(numerator)
              .append(",\"denominator\":")
              .append(denominator);
      case Figure.Value(BigDecimal amount) ->
          json.append(",\"value\":").append(amount.toPlainString());
    }
    text(json.append(','), "change", recorded.change().code());
    text(json.append(','), "standing", recorded.standing().code());
    WarningJson.encode(recorded.warnings(), json);
    json.append('}');
  }

  /// A text that may need escaping.
  static void quoted(StringBuilder json, String name, String text) {
    json.append('"').append(name).append("\":\"");
    JsonStringEncoder.getInstance().quoteAsString(text, json);
    json.append('"');
  }

  static void text(StringBuilder json, String name, String code) {
    json.append('"').append(name).append("\":\"").append(code).append('"');
  }

  /// Reads what [#encode] wrote.
  ///
  /// @throws MalformedContent when it is anything else
  static Submission decode(String content) {
    try (JsonParser json = JSON.createParser(content)) {
      return submission(json);
    } catch (IOException | IllegalArgumentException | NullPointerException | DateTimeException e) {
      throw new MalformedContent("not a submission: " + e.getMessage(), e);
    }
  }

  private static Submission submission(JsonParser json) throws IOException {
    long number = 0;
    Instant receivedAt = null;
    AgencyCode agency = null;
    String by = null;
    String note = "";
    List<Submission.Recorded> observations = List.of();
    List<Statement> statements = new ArrayList<>();
    expect(json.nextToken(), JsonToken.START_OBJECT);
    for (String field; (field = json.nextFieldName()) != null; ) {
      json.nextToken();
      switch (field) {
        case "submission" -> number = json.getLongValue();
        case "receivedAt" -> receivedAt = Instant.parse(json.getText());
        case "agency" -> agency = new AgencyCode(json.getText());
        case "by" -> by = json.getText();
        case "note" -> note = json.getText();
        case "observations" -> observations = observations(json);
        case "tasks" -> statements.addAll(StatementJson.tasks(json));
        case "official" -> statements.addAll(StatementJson.official(json));
        default -> throw new IllegalArgumentException("unknown field " + field);
      }
    }
    return new Submission(
        number,
        requireNonNull(receivedAt, "receivedAt"),
        requireNonNull(agency, "agency"),
        requireNonNull(by, "by"),
        note,
        observations,
        statements);
  }

  private static List<Submission.Recorded> observations(JsonParser json) throws IOException {
    List<Submission.Recorded> observations = new ArrayList<>();
    expect(json.currentToken(), JsonToken.START_ARRAY);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      observations.add(recorded(json));
    }
    return observations;
  }

  private static Submission.Recorded recorded(JsonParser json) throws IOException {
    IndicatorCode indicator = null;
    Period period = null;
    long numerator = 0;
    Long denominator = null;
    BigDecimal value = null;
    Change change = null;
    Standing standing = null;
    List<Warning> warnings = List.of();
    expect(json.currentToken(), JsonToken.START_OBJECT);
    for (String field; (field = json.nextFieldName()) != null; ) {
      json.nextToken();
      switch (field) {
        case "indicator" -> indicator = new IndicatorCode(json.getText());
        case "period" -> period = Period.parse(json.getText());
        case "numerator" -> numerator = json.getLongValue();
        case "denominator" -> denominator = json.getLongValue();
        case "value" -> value = json.getDecimalValue();
        case "change" -> change = Change.of(json.getText());
        case "standing" -> standing = Standing.of(json.getText());
        case "warnings" -> warnings = WarningJson.decode(json);
        default -> throw new IllegalArgumentException("unknown field " + field);
      }
    }
    return new Submission.Recorded(
        new Observation(
            requireNonNull(indicator, "indicator"),
            requireNonNull(period, "period"),
            figure(numerator, denominator, value)),
        requireNonNull(change, "change"),
        requireNonNull(standing, "standing"),
        warnings);
  }

  private static Figure figure(
      long numerator, @Nullable Long denominator, @Nullable BigDecimal value) {
    return denominator == null
        ? new Figure.Value(requireNonNull(value, "figure"))
        : new Figure.Ratio(numerator, denominator);
  }

  static void expect(@Nullable JsonToken token, JsonToken expected) {
    if (token != expected) {
      throw new IllegalArgumentException("expected " + expected + ", found " + token);
    }
  }
}
