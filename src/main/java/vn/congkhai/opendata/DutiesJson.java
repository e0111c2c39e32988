package vn.congkhai.opendata;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Duty;
import vn.congkhai.http.Json;
import vn.congkhai.indicator.Period;

/// The body of `GET /api/v1/duties`.
final class DutiesJson {
  private DutiesJson() {}

  /// @param period null when nothing is owed yet
  static Buffer of(@Nullable Period period, List<Duty> duties) {
    Duty.Tally tally = Duty.Tally.of(duties);
    return Json.object(json -> {
      json.writeStringField("period", period == null ? null : period.toString());
      json.writeArrayFieldStart("rows");
      for (Duty duty : duties) {
        json.writeStartObject();
        json.writeStringField("agency", duty.agency().code().value());
        json.writeStringField("indicator", duty.indicator().code().value());
        json.writeStringField("due", duty.deadline().day().toString());
        json.writeBooleanField("provisional", duty.deadline().provisional());
        json.writeStringField("state", duty.state().code());
        var settled = duty.settled();
        json.writeStringField(
            "reportedAt", settled == null ? null : settled.receivedAt().toString());
        json.writeEndObject();
      }
      json.writeEndArray();
      FigureJson.coverage(json, "completeness", tally.completeness());
      Json.object(
          json,
          "timeliness",
          _ -> {
            json.writeNumberField("onTime", tally.timeliness().reported());
            json.writeNumberField("expected", tally.timeliness().expected());
          });
    });
  }
}
