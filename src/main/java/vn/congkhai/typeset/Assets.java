package vn.congkhai.typeset;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.StaticHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32;
import vn.congkhai.http.Edge;

/// Styles, scripts and fonts of the pages. Browsers keep them for a while; their version is part of
/// their address, so a new program never shows its pages in an old style.
public final class Assets {
  private static final List<String> FILES =
      List.of(
          "/web/static/board.css",
          "/web/static/docs.css",
          "/web/static/form.css",
          "/web/static/form.js",
          "/web/static/icon.svg",
          "/web/static/live.js");

  private Assets() {}

  /// Eight hexadecimal digits that change with any of the files.
  public static String version() {
    CRC32 sum = new CRC32();
    for (String file : FILES) {
      try (InputStream stream = Assets.class.getResourceAsStream(file)) {
        if (stream == null) {
          throw new IllegalStateException("missing in the program: " + file);
        }
        sum.update(stream.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return "%08x".formatted(sum.getValue());
  }

  /// Serves them.
  public static void addTo(Router router) {
    Edge.read(router, "/static/*")
        .handler(StaticHandler.create("web/static").setIncludeHidden(false).setMaxAgeSeconds(3600));
  }
}
