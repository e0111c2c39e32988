package vn.congkhai.opendata;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Ranking;
import vn.congkhai.http.Json;
import vn.congkhai.indicator.Indicator;

/// The body of `GET /api/v1/ranking`. A place is among all agencies that owe what is ranked;
/// `placeInLevel` is among those of the same level.
final class RankingJson {
  private RankingJson() {}

  /// @param indicator null for the overall ranking
  static Buffer of(Ranking ranking, @Nullable Indicator indicator) {
    return Json.object(json -> {
      json.writeStringField("indicator", indicator == null ? null : indicator.code().value());
      json.writeArrayFieldStart("rows");
      for (Ranking.Row row : ranking.rows()) {
        json.writeStartObject();
        json.writeStringField("agency", row.agency().code().value());
        json.writeStringField("level", row.agency().level().code());
        place(json, row);
        Json.number(json, "ratio", row.merit().ratio());
        var standing = row.merit().standing();
        json.writeStringField("standing", standing == null ? null : standing.code());
        Integer movement = row.movement();
        if (movement == null) {
          json.writeNullField("movement");
        } else {
          json.writeNumberField("movement", movement);
        }
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  static void place(JsonGenerator json, Ranking.Row row) throws IOException {
    Ranking.Place place = row.place();
    if (place == null) {
      json.writeNullField("place");
      json.writeNumberField("of", row.of());
      json.writeNullField("placeInLevel");
    } else {
      json.writeNumberField("place", place.all());
      json.writeNumberField("of", row.of());
      json.writeNumberField("placeInLevel", place.level());
      json.writeNumberField("ofLevel", place.levelOf());
    }
    var reason = row.reason();
    json.writeStringField("reason", reason == null ? null : reason.code());
  }
}
