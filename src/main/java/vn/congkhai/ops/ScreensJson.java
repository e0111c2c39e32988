package vn.congkhai.ops;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.http.Json;
import vn.congkhai.indicator.Playlist;
import vn.congkhai.screens.PlaylistJson;
import vn.congkhai.screens.RollCall;
import vn.congkhai.screens.Sighting;

/// What the operator's page shows, for programs.
final class ScreensJson {
  private ScreensJson() {}

  static Buffer of(List<RollCall.Entry> entries, ScreensView.Scene scene) {
    return Json.object(json -> {
      json.writeStringField("now", scene.now().toString());
      json.writeStringField("startedAt", scene.startedAt().toString());
      json.writeNumberField("board", scene.board());
      json.writeStringField("program", scene.program());
      json.writeArrayFieldStart("screens");
      for (RollCall.Entry entry : entries) {
        json.writeStartObject();
        write(entry, json);
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private static void write(RollCall.Entry entry, JsonGenerator json) throws IOException {
    json.writeStringField("name", entry.name().value());
    json.writeStringField("state", ScreensView.state(entry));
    Sighting seen = entry.sighting();
    json.writeNumberField("lines", seen == null ? 0 : seen.lines());
    instant("connectedAt", seen == null ? null : seen.connectedAt(), json);
    instant("lastSeen", seen == null ? null : seen.lastSeen(), json);
    instant("darkSince", seen == null ? null : seen.darkSince(), json);
    json.writeStringField("address", seen == null ? null : seen.address());
    Long drawn = seen == null ? null : seen.drawn();
    if (drawn == null) {
      json.writeNullField("drawn");
    } else {
      json.writeNumberField("drawn", drawn);
    }
    json.writeStringField("program", seen == null ? null : seen.program());
    json.writeStringField("page", seen == null ? null : seen.page());
    Playlist playlist = entry.playlist();
    if (playlist == null) {
      json.writeNullField("playlist");
    } else {
      Json.object(json, "playlist", fields -> PlaylistJson.write(playlist, fields));
    }
  }

  private static void instant(String name, @Nullable Instant instant, JsonGenerator json)
      throws IOException {
    json.writeStringField(name, instant == null ? null : instant.toString());
  }
}
