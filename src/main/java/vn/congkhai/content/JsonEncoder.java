package vn.congkhai.content;

import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.util.List;
import vn.congkhai.http.Json;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Observation;

/// Writes figures as the API takes them: the same figures have the same content.
public final class JsonEncoder {
  private JsonEncoder() {}

  /// The body of a submission.
  ///
  /// @param note empty for none
  public static Buffer encode(AgencyCode agency, String note, List<Observation> observations) {
    return Json.object(json -> {
      json.writeStringField("agency", agency.value());
      if (!note.isEmpty()) {
        json.writeStringField("note", note);
      }
      json.writeArrayFieldStart("observations");
      for (Observation observation : observations) {
        json.writeStartObject();
        json.writeStringField("indicator", observation.indicator().value());
        json.writeStringField("period", observation.period().toString());
        switch (observation.figure()) {
          case Figure.Ratio(long numerator, long denominator) -> {
            json.writeNumberField("numerator", numerator);
            json.writeNumberField("denominator", denominator);
          }
          case Figure.Value(BigDecimal amount) -> {
            json.writeFieldName("value");
            json.writeNumber(amount.toPlainString());
          }
        }
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }
}
