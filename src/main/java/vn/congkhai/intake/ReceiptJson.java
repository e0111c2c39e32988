package vn.congkhai.intake;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.congkhai.content.Warnings;
import vn.congkhai.http.Json;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.Statement;
import vn.congkhai.indicator.Submission;
import vn.congkhai.journal.Hash;
import vn.congkhai.journal.Link;

/// What an agency is told about its submission.
final class ReceiptJson {
  private final Desk desk;

  ReceiptJson(Desk desk) {
    this.desk = desk;
  }

  Buffer of(Link link, Language language) {
    return write(link.submission(), link.hash(), language);
  }

  /// The receipt that the submission would get.
  Buffer dryRun(Submission submission, Language language) {
    return write(submission, null, language);
  }

  private Buffer write(Submission submission, @Nullable Hash hash, Language language) {
    return Json.object(json -> {
      if (hash == null) {
        json.writeBooleanField("dryRun", true);
      } else {
        json.writeNumberField("submission", submission.number());
        json.writeStringField("hash", hash.toString());
      }
      json.writeStringField("receivedAt", submission.receivedAt().toString());
      json.writeStringField("agency", submission.agency().value());
      json.writeArrayFieldStart("observations");
      for (Submission.Recorded recorded : submission.observations()) {
        write(recorded, json);
      }
      json.writeEndArray();
      for (Statement statement : submission.statements()) {
        if (statement instanceof Statement.OfTask task) {
          Json.object(json, "task", _ -> write(task, json));
        }
      }
      long official =
          submission.statements().stream()
              .filter(Statement.OfficialFigure.class::isInstance)
              .count();
      if (official > 0) {
        json.writeNumberField("officialFigures", official);
      }
      json.writeArrayFieldStart("warnings");
      warnings(submission, language, json);
      json.writeEndArray();
    });
  }

  private static void write(Statement.OfTask task, JsonGenerator json) throws IOException {
    json.writeStringField("plan", task.task().plan().value());
    json.writeStringField("number", task.task().number());
    json.writeStringField("state", task.state().code());
    json.writeStringField("evidence", task.evidence().isEmpty() ? null : task.evidence());
  }

  private static void write(Submission.Recorded recorded, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("indicator", recorded.observation().indicator().value());
    json.writeStringField("period", recorded.observation().period().toString());
    json.writeStringField("change", recorded.change().code());
    switch (recorded.observation().figure()) {
      case Figure.Ratio ratio -> Json.number(json, "ratio", ratio.fraction());
      case Figure.Value(BigDecimal amount) -> {
        json.writeFieldName("value");
        json.writeNumber(amount.toPlainString());
      }
    }
    json.writeStringField("standing", recorded.standing().code());
    json.writeEndObject();
  }

  private void warnings(Submission submission, Language language, JsonGenerator json)
      throws IOException {
    for (Problem warning : Warnings.of(submission, desk.catalogue())) {
      write(warning, language, json);
    }
  }

  private static void write(Problem warning, Language language, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("pointer", warning.pointer());
    json.writeStringField("code", warning.code());
    json.writeStringField("message", warning.message().in(language));
    json.writeEndObject();
  }
}
