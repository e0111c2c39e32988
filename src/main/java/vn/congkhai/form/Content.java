package vn.congkhai.form;

import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import vn.congkhai.http.Json;
import vn.congkhai.indicator.Draft;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Observation;
import vn.congkhai.journal.Hash;
import vn.congkhai.journal.Idempotency;

/// What is sent, as the API would take it: the same figures have the same content, however they
/// were typed.
final class Content {
  private Content() {}

  static Buffer json(Draft draft) {
    return Json.object(json -> {
      json.writeStringField("agency", draft.agency().value());
      if (!draft.note().isEmpty()) {
        json.writeStringField("note", draft.note());
      }
      json.writeArrayFieldStart("observations");
      for (Observation one : draft.observations()) {
        json.writeStartObject();
        json.writeStringField("indicator", one.indicator().value());
        json.writeStringField("period", one.period().toString());
        switch (one.figure()) {
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

  /// What makes a form recognisable that is sent twice.
  ///
  /// @param key that the form was given; anything else than one of ours counts as none
  static Idempotency key(String key, Buffer content) {
    Hash hash = Hash.sha256(content.getBytes());
    return new Idempotency("form-" + (key.matches("[0-9a-f-]{36}") ? key : hash), hash);
  }
}
