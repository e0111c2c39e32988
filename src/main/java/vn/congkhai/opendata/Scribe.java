package vn.congkhai.opendata;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;
import vn.congkhai.http.Document;

/// Makes documents of answers. When the figures are made up, each says so in itself.
///
/// @param illustrative whether the figures are made up
record Scribe(boolean illustrative) {
  /// @param body a JSON object
  Document json(String etag, Buffer body) {
    return Document.of(Format.JSON.contentType(), etag, marked(body));
  }

  private Buffer marked(Buffer body) {
    return illustrative
        ? Buffer.buffer("{\"illustrative\":true,").appendBuffer(body, 1, body.length() - 1)
        : body;
  }

  /// @param name of the file that a browser saves, without its ending
  Document csv(String etag, String name, Csv.Table table) {
    String file = (illustrative ? "illustrative-" : "") + name + ".csv";
    return Document.of(Format.CSV.contentType(), etag, Csv.of(table, illustrative))
        .with("Content-Disposition", "attachment; filename=\"" + file + "\"");
  }

  /// The document with a link to the page that follows it (RFC 8288).
  ///
  /// @param next null when none does
  static Document leading(Document document, @Nullable String next) {
    return next == null ? document : document.with("Link", "<" + next + ">; rel=\"next\"");
  }
}
