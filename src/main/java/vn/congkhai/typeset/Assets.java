package vn.congkhai.typeset;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import vn.congkhai.http.Document;
import vn.congkhai.http.Edge;

/// Styles, scripts and fonts of the pages, read once. Their version is part of their address, so
/// browsers keep them for good and a new program never shows its pages in an old style.
public final class Assets {
  private static final List<String> FILES =
      List.of(
          "board.css",
          "clock.js",
          "docs.css",
          "form.css",
          "form.js",
          "icon.svg",
          "kiosk.css",
          "kiosk.js",
          "line.js",
          "live.js",
          "print.css",
          "redraw.js",
          "screens.css",
          "sw.js",
          "wake.js",
          "fonts/inter-latin-400-normal.woff2",
          "fonts/inter-latin-700-normal.woff2",
          "fonts/inter-latin-ext-400-normal.woff2",
          "fonts/inter-latin-ext-700-normal.woff2",
          "fonts/inter-vietnamese-400-normal.woff2",
          "fonts/inter-vietnamese-700-normal.woff2");
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "woff2", "font/woff2");
  private static final String ROOT = "/static/";
  private static final String FOR_GOOD = "public, max-age=31536000, immutable";
  private static final Assets READ = read();

  private final String version;
  private final Map<String, Document> documents = new HashMap<>();
  private final Map<String, Document> kept = new HashMap<>();

  private Assets(String version, Map<String, Buffer> bodies) {
    this.version = version;
    bodies.forEach((file, body) -> {
      Document document = Document.of(type(file), version, body);
      documents.put(file, document);
      kept.put(file, document.with("Cache-Control", FOR_GOOD).with("Service-Worker-Allowed", "/"));
    });
  }

  private static Assets read() {
    CRC32 sum = new CRC32();
    Map<String, Buffer> bodies = new HashMap<>();
    for (String file : FILES) {
      Buffer body = body("/web/static/" + file);
      sum.update(body.getBytes());
      bodies.put(file, body);
    }
    return new Assets("%08x".formatted(sum.getValue()), bodies);
  }

  private static Buffer body(String file) {
    try (InputStream stream = Assets.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("missing in the program: " + file);
      }
      return Buffer.buffer(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String type(String file) {
    String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
    if (type == null) {
      throw new IllegalStateException("of no known type: " + file);
    }
    return type;
  }

  /// Eight hexadecimal digits that change with any of the files.
  public static String version() {
    return READ.version;
  }

  /// The folder of the files in the pages' addresses: `/static/1a2b3c4d`.
  public static String path() {
    return ROOT + READ.version;
  }

  /// Serves them.
  public static void addTo(Router router) {
    Edge.read(router, ROOT + "*").handler(Assets::send);
  }

  /// A page of an older program asks for its own version: it gets the files of today, and does not
  /// keep them under that name.
  private static void send(RoutingContext context) {
    String path = context.normalizedPath();
    boolean current = path.startsWith(path() + "/");
    String file = path.substring(ROOT.length()).replaceFirst("^[0-9a-f]{8}/", "");
    Document document = (current ? READ.kept : READ.documents).get(file);
    if (document == null) {
      context.fail(404);
    } else {
      document.send(context);
    }
  }
}
