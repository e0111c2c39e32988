package vn.congkhai.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/// A body that is made once and sent many times: plain and compressed, with its ETag.
public final class Document {
  private final String contentType;
  private final String etag;
  private final Buffer plain;
  private final Buffer compressed;

  private Document(String contentType, String etag, Buffer plain, Buffer compressed) {
    this.contentType = contentType;
    this.etag = etag;
    this.plain = plain;
    this.compressed = compressed;
  }

  /// Compresses the bytes.
  ///
  /// @param etag an opaque word, without quotes; the same word means the same bytes
  public static Document of(String contentType, String etag, Buffer plain) {
    return new Document(contentType, "\"" + etag + "\"", plain, gzip(plain));
  }

  /// What it weighs in memory.
  long bytes() {
    return (long) plain.length() + compressed.length();
  }

  public Buffer plain() {
    return plain;
  }

  /// Sends the document, or 304 when the client has it. It may be kept by anybody and must be
  /// revalidated each time.
  public void send(RoutingContext context) {
    HttpServerResponse response = context.response();
    response
        .putHeader(HttpHeaders.ETAG, etag)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
        .putHeader(HttpHeaders.VARY, "Accept-Encoding");
    boolean found = response.getStatusCode() == 200;
    if (found && held(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
      var _ = response.setStatusCode(304).end();
      return;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, contentType);
    String accepted = context.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
    boolean small = accepted != null && accepted.contains("gzip");
    if (small) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    Buffer body = small ? compressed : plain;
    if (context.request().method().equals(io.vertx.core.http.HttpMethod.HEAD)) {
      response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
      var _ = response.end();
    } else {
      var _ = response.end(body);
    }
  }

  private boolean held(@org.jspecify.annotations.Nullable String tags) {
    return tags != null
        && Arrays.stream(tags.split(",")).map(String::strip).anyMatch(this::matches);
  }

  private boolean matches(String tag) {
    return tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag);
  }

  private static Buffer gzip(Buffer plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length() / 4);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("writing into memory does not fail", e);
    }
    return Buffer.buffer(bytes.toByteArray());
  }
}
