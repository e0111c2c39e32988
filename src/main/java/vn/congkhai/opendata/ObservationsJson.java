package vn.congkhai.opendata;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import vn.congkhai.board.Board;
import vn.congkhai.board.Reported;
import vn.congkhai.http.Json;
import vn.congkhai.indicator.Figure;

/// The body of `GET /api/v1/observations` in JSON.
final class ObservationsJson {
  private ObservationsJson() {}

  static Buffer of(Board board, Observations.Page page) {
    return Json.object(json -> {
      json.writeNumberField("version", board.version());
      json.writeStringField("generatedAt", board.generatedAt().toString());
      json.writeArrayFieldStart("observations");
      for (Observations.Published row : page.rows()) {
        json.writeStartObject();
        row(json, row);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeStringField("next", page.next());
    });
  }

  private static void row(JsonGenerator json, Observations.Published row) throws IOException {
    Reported reported = row.reported();
    json.writeStringField("agency", row.agency().code().value());
    json.writeStringField("indicator", row.indicator().code().value());
    json.writeStringField("period", reported.period().toString());
    figure(json, reported.figure());
    json.writeBooleanField("interim", row.interim());
    json.writeBooleanField("corrected", reported.corrected());
    Figure before = reported.before();
    if (before == null) {
      json.writeNullField("before");
    } else {
      Json.object(json, "before", _ -> figure(json, before));
    }
    // what is computed of tasks comes from the newest word on any of them
    json.writeNumberField("submission", reported.submission());
    json.writeStringField("receivedAt", reported.receivedAt().toString());
  }

  private static void figure(JsonGenerator json, Figure figure) throws IOException {
    switch (figure) {
      case Figure.Ratio ratio -> FigureJson.counts(json, ratio);
      case Figure.Value value -> {
        json.writeFieldName("value");
        json.writeNumber(value.amount().toPlainString());
      }
    }
  }
}
