package vn.congkhai.screens;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import vn.congkhai.http.Json;
import vn.congkhai.indicator.BoardAddress;
import vn.congkhai.indicator.Playlist;
import vn.congkhai.indicator.QuietHours;
import vn.congkhai.indicator.Text;

/// Playlists as JSON.
public final class PlaylistJson {
  private PlaylistJson() {}

  /// One playlist.
  public static Buffer of(Playlist playlist) {
    return Json.object(json -> write(playlist, json));
  }

  /// All that were set.
  public static Buffer list(List<Screens.Setting> settings) {
    return Json.object(json -> {
      json.writeArrayFieldStart("screens");
      for (Screens.Setting setting : settings) {
        json.writeStartObject();
        write(setting.playlist(), json);
        json.writeStringField("origin", code(setting.origin()));
        json.writeBooleanField("inForce", setting.inForce());
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  /// Its fields, into an object that is open.
  public static void write(Playlist playlist, JsonGenerator json) throws IOException {
    QuietHours quiet = playlist.quietHours();
    json.writeStringField("name", playlist.name().value());
    Text title = playlist.title();
    if (title == null) {
      json.writeNullField("title");
    } else {
      json.writeObjectFieldStart("title");
      json.writeStringField("vi", title.vi());
      json.writeStringField("en", title.en());
      json.writeEndObject();
    }
    json.writeArrayFieldStart("pages");
    for (BoardAddress page : playlist.pages()) {
      json.writeString(page.toString());
    }
    json.writeEndArray();
    json.writeNumberField("seconds", playlist.seconds());
    json.writeStringField("quietHours", quiet == null ? null : quiet.toString());
  }

  /// The word for who set a playlist: `administrator` or `catalogue`.
  public static String code(Screens.Origin origin) {
    return origin.name().toLowerCase(Locale.ROOT);
  }
}
