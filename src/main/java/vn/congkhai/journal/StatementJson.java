package vn.congkhai.journal;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.PlanCode;
import vn.congkhai.indicator.PlanTask;
import vn.congkhai.indicator.Statement;
import vn.congkhai.indicator.Statement.OfTask;
import vn.congkhai.indicator.Statement.OfficialFigure;
import vn.congkhai.indicator.TaskState;

/// The statements of a submission in its canonical JSON: a list of tasks and one of official
/// figures, each only when it is not empty.
final class StatementJson {
  private StatementJson() {}

  static void encode(List<Statement> statements, StringBuilder json) {
    StringBuilder tasks = new StringBuilder();
    StringBuilder official = new StringBuilder();
    for (Statement statement : statements) {
      switch (statement) {
        case OfTask task -> encode(task, tasks.append(tasks.isEmpty() ? "" : ","));
        case OfficialFigure figure ->
            encode(figure, official.append(official.isEmpty() ? "" : ","));
      }
    }
    list("tasks", tasks, json);
    list("official", official, json);
  }

  private static void list(String name, StringBuilder entries, StringBuilder json) {
    if (!entries.isEmpty()) {
      json.append(",\"").append(name).append("\":[").append(entries).append(']');
    }
  }

  private static void encode(OfTask statement, StringBuilder json) {
    SubmissionJson.text(json.append('{'), "plan", statement.task().plan().value());
    SubmissionJson.quoted(json.append(','), "number", statement.task().number());
    SubmissionJson.text(json.append(','), "state", statement.state().code());
    if (!statement.evidence().isEmpty()) {
      SubmissionJson.quoted(json.append(','), "evidence", statement.evidence());
    }
    json.append('}');
  }

  private static void encode(OfficialFigure figure, StringBuilder json) {
    SubmissionJson.text(json.append('{'), "about", figure.about().value());
    SubmissionJson.text(json.append(','), "indicator", figure.indicator().value());
    SubmissionJson.text(json.append(','), "period", figure.period().toString());
    json.append(",\"ratio\":").append(figure.ratio().toPlainString());
    SubmissionJson.quoted(json.append(','), "source", figure.source());
    SubmissionJson.text(json.append(','), "asOf", figure.asOf().toString());
    json.append('}');
  }

  static List<Statement> tasks(JsonParser json) throws IOException {
    return list(json, StatementJson::task);
  }

  static List<Statement> official(JsonParser json) throws IOException {
    return list(json, StatementJson::figure);
  }

  private interface Reading {
    Statement read(JsonParser json) throws IOException;
  }

  private static List<Statement> list(JsonParser json, Reading reading) throws IOException {
    List<Statement> statements = new ArrayList<>();
    SubmissionJson.expect(json.currentToken(), JsonToken.START_ARRAY);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      SubmissionJson.expect(json.currentToken(), JsonToken.START_OBJECT);
      statements.add(reading.read(json));
    }
    return statements;
  }

  private static Statement task(JsonParser json) throws IOException {
    PlanCode plan = null;
    String number = null;
    TaskState state = null;
    String evidence = "";
    for (String field; (field = json.nextFieldName()) != null; ) {
      json.nextToken();
      switch (field) {
        case "plan" -> plan = new PlanCode(json.getText());
        case "number" -> number = json.getText();
        case "state" -> state = TaskState.of(json.getText());
        case "evidence" -> evidence = json.getText();
        default -> throw unknown(field);
      }
    }
    return new OfTask(
        new PlanTask.Id(requireNonNull(plan, "plan"), requireNonNull(number, "number")),
        requireNonNull(state, "state"),
        evidence);
  }

  private static Statement figure(JsonParser json) throws IOException {
    AgencyCode about = null;
    IndicatorCode indicator = null;
    Period period = null;
    BigDecimal ratio = null;
    String source = null;
    @Nullable LocalDate asOf = null;
    for (String field; (field = json.nextFieldName()) != null; ) {
      json.nextToken();
      switch (field) {
        case "about" -> about = new AgencyCode(json.getText());
        case "indicator" -> indicator = new IndicatorCode(json.getText());
        case "period" -> period = Period.parse(json.getText());
        case "ratio" -> ratio = json.getDecimalValue();
        case "source" -> source = json.getText();
        case "asOf" -> asOf = LocalDate.parse(json.getText());
        default -> throw unknown(field);
      }
    }
    return new OfficialFigure(
        requireNonNull(about, "about"),
        requireNonNull(indicator, "indicator"),
        requireNonNull(period, "period"),
        requireNonNull(ratio, "ratio"),
        requireNonNull(source, "source"),
        requireNonNull(asOf, "asOf"));
  }

  private static IllegalArgumentException unknown(String field) {
    return new IllegalArgumentException("unknown field " + field);
  }
}
