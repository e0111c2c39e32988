package vn.congkhai.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// A body that is made once and sent many times: plain and compressed, with its ETag and perhaps
/// headers of its own. The compressed bytes are others and have an ETag of their own; whoever has
/// either need not be sent the document again.
public final class Document {
  private final String contentType;
  private final String etag;
  private final Buffer plain;
  private final Buffer compressed;
  private final Map<String, String> headers;

  private Document(
      String contentType,
      String etag,
      Buffer plain,
      Buffer compressed,
      Map<String, String> headers) {
    this.contentType = contentType;
    this.etag = etag;
    this.plain = plain;
    this.compressed = compressed;
    this.headers = Map.copyOf(headers);
  }

  /// Compresses the bytes.
  ///
  /// @param etag an opaque word, without quotes; the same word means the same bytes
  public static Document of(String contentType, String etag, Buffer plain) {
    return new Document(contentType, etag, plain, gzip(plain), Map.of());
  }

  /// The same document with a header of its own.
  public Document with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Document(contentType, etag, plain, compressed, more);
  }

  /// What it weighs in memory.
  long bytes() {
    return (long) plain.length() + compressed.length();
  }

  public Buffer plain() {
    return plain;
  }

  /// Answers 304 when the client has the document with that ETag, so that it need not be made.
  ///
  /// @param etag as [#of] takes it
  /// @return whether it was answered
  public static boolean unchanged(RoutingContext context, String etag) {
    return answeredUnchanged(context, etag);
  }

  /// Sends the document, or 304 when the client has it. It may be kept by anybody and must be
  /// revalidated each time, unless the answer already says otherwise.
  public void send(RoutingContext context) {
    // a client that went away is told nothing, and nobody minds
    var _ = write(context);
  }

  /// The same; completes when the client has taken all of it, and fails when it went away.
  Future<Void> write(RoutingContext context) {
    if (answeredUnchanged(context, etag)) {
      return Future.succeededFuture();
    }
    HttpServerResponse response = context.response();
    validators(context, etag);
    headers.forEach(response::putHeader);
    response.putHeader(HttpHeaders.CONTENT_TYPE, contentType);
    boolean small = compressed(context);
    if (small) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    Buffer body = small ? compressed : plain;
    if (context.request().method().equals(HttpMethod.HEAD)) {
      response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
      return response.end();
    }
    return response.end(body);
  }

  private static boolean answeredUnchanged(RoutingContext context, String etag) {
    HttpServerResponse response = context.response();
    boolean found = response.getStatusCode() == 200;
    if (!found || !held(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), etag)) {
      return false;
    }
    validators(context, etag);
    var _ = response.setStatusCode(304).end();
    return true;
  }

  /// Whoever chooses by more than the encoding, or lets it be kept otherwise, has said so before.
  private static void validators(RoutingContext context, String etag) {
    HttpServerResponse response = context.response();
    response.putHeader(HttpHeaders.ETAG, compressed(context) ? small(etag) : quoted(etag));
    if (!response.headers().contains(HttpHeaders.CACHE_CONTROL)) {
      response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
    if (!response.headers().contains(HttpHeaders.VARY)) {
      response.putHeader(HttpHeaders.VARY, "Accept-Encoding");
    }
  }

  /// Whether the client takes gzip.
  public static boolean compressed(RoutingContext context) {
    return context.parsedHeaders().acceptEncoding().stream()
        .anyMatch(each -> each.value().equalsIgnoreCase("gzip") && each.weight() > 0);
  }

  private static String small(String etag) {
    return quoted(etag + "-gz");
  }

  private static String quoted(String etag) {
    return "\"" + etag + "\"";
  }

  private static boolean held(@Nullable String tags, String etag) {
    return tags != null
        && Arrays.stream(tags.split(",")).map(String::strip).anyMatch(tag -> matches(tag, etag));
  }

  private static boolean matches(String tag, String etag) {
    String strong = tag.startsWith("W/") ? tag.substring(2) : tag;
    return tag.equals("*") || strong.equals(quoted(etag)) || strong.equals(small(etag));
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
