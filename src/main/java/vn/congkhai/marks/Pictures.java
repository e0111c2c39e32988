package vn.congkhai.marks;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.zip.CRC32;
import vn.congkhai.http.Document;

/// What every picture of this room is sent with.
final class Pictures {
  private static final String SVG = "image/svg+xml";

  private Pictures() {}

  /// Lets everybody's page show what lies under the path, and lets nothing in it load or run. Said
  /// before anything can fail: a browser must be able to read why.
  static void share(Router router, String path) {
    router.route(path).order(-60).handler(Pictures::share);
  }

  private static void share(RoutingContext context) {
    context
        .response()
        .putHeader("Access-Control-Allow-Origin", "*")
        .putHeader("Access-Control-Expose-Headers", "ETag, Retry-After")
        .putHeader("Cross-Origin-Resource-Policy", "cross-origin")
        .putHeader("Content-Security-Policy", "default-src 'none'");
    context.next();
  }

  /// The picture, known by its bytes: whoever has it needs no other until it really changes.
  static Document document(Buffer svg) {
    CRC32 sum = new CRC32();
    sum.update(svg.getBytes());
    return Document.of(SVG, "%08x-%d".formatted(sum.getValue(), svg.length()), svg);
  }
}
