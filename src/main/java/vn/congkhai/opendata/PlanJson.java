package vn.congkhai.opendata;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Board;
import vn.congkhai.board.Said;
import vn.congkhai.board.Tasks;
import vn.congkhai.catalogue.LeftOut;
import vn.congkhai.http.Json;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Plan;
import vn.congkhai.indicator.PlanTask;
import vn.congkhai.indicator.Recurrence;
import vn.congkhai.indicator.Target;
import vn.congkhai.indicator.Text;

/// The body of `GET /api/v1/plans/CODE`. A target is `effective` when it is the one that the
/// province is held against today, or, where the province is not bound, any of its agencies is.
final class PlanJson {
  private PlanJson() {}

  static Buffer of(Board board, Plan plan) {
    return Json.object(json -> {
      head(json, plan);
      json.writeArrayFieldStart("targets");
      for (Target target : board.catalogue().targets().of(plan.code())) {
        Indicator indicator = board.catalogue().indicator(target.indicator().value());
        if (indicator != null) {
          json.writeStartObject();
          json.writeStringField("indicator", target.indicator().value());
          FigureJson.targetFields(json, target, indicator);
          json.writeBooleanField("effective", board.effective(target));
          json.writeEndObject();
        }
      }
      json.writeEndArray();
      json.writeArrayFieldStart("leftOut");
      for (LeftOut leftOut : board.catalogue().leftOut()) {
        if (leftOut.plan().equals(plan.code())) {
          json.writeStartObject();
          json.writeStringField("location", leftOut.location());
          json.writeStringField("asPrinted", leftOut.asPrinted());
          json.writeStringField("reason", leftOut.reason().vi());
          json.writeStringField("reasonEn", leftOut.reason().en());
          json.writeEndObject();
        }
      }
      json.writeEndArray();
      json.writeArrayFieldStart("tasks");
      for (Tasks.Progress progress : board.tasks().of(plan.code())) {
        json.writeStartObject();
        task(json, progress);
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  /// What every answer says of a plan.
  static void head(JsonGenerator json, Plan plan) throws IOException {
    json.writeStringField("code", plan.code().value());
    json.writeStringField("number", plan.number());
    json.writeStringField("date", plan.date() == null ? "" : plan.date().printed());
    json.writeStringField("issuer", plan.issuer());
    json.writeStringField("title", plan.title());
    json.writeNumberField("year", plan.year());
    note(json, plan.note());
  }

  private static void note(JsonGenerator json, @Nullable Text note) throws IOException {
    json.writeStringField("note", note == null ? "" : note.vi());
    json.writeStringField("noteEn", note == null ? "" : note.en());
  }

  private static void task(JsonGenerator json, Tasks.Progress progress) throws IOException {
    PlanTask task = progress.task();
    json.writeStringField("number", task.id().number());
    json.writeStringField("title", task.title());
    json.writeStringField("product", task.product());
    json.writeStringField("lead", task.lead());
    json.writeStringField("coordination", task.coordination());
    json.writeStringField("time", task.time());
    json.writeStringField("due", task.due() == null ? null : task.due().toString());
    json.writeBooleanField("recurring", task.recurring());
    json.writeArrayFieldStart("recurrence");
    for (Recurrence recurrence : task.recurrence()) {
      json.writeString(recurrence.code());
    }
    json.writeEndArray();
    json.writeStringField("state", progress.state().code());
    json.writeBooleanField("overdue", progress.overdue());
    note(json, task.note());
    Said said = progress.said();
    json.writeStringField("said", said == null ? null : said.note());
    json.writeStringField(
        "evidence", said == null || said.evidence().isEmpty() ? null : said.evidence());
    json.writeArrayFieldStart("parts");
    for (Tasks.Part part : progress.parts()) {
      json.writeStartObject();
      json.writeStringField("agency", part.agency().code().value());
      json.writeStringField("state", part.state().code());
      Said own = part.said();
      if (own == null) {
        json.writeNullField("submission");
      } else {
        json.writeNumberField("submission", own.source().submission());
        json.writeStringField("note", own.note());
        json.writeStringField("evidence", own.evidence().isEmpty() ? null : own.evidence());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
