package vn.congkhai.form;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.congkhai.content.Format;
import vn.congkhai.http.Failure;

/// The file that came with a form: it stays in memory and is never written to the disk.
///
/// @param name as the browser told it
record Upload(String name, Buffer content) {
  private static final int LONGEST_NAME = 80;

  /// Reads the form's file. Call it before anything else has looked at the body.
  ///
  /// @param limit in bytes, of the whole body
  static Future<Upload> read(HttpServerRequest request, int limit) {
    if (!bounded(request.getHeader(HttpHeaders.CONTENT_LENGTH), limit)) {
      return Future.failedFuture(tooLarge());
    }
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
      return Future.failedFuture(
          new Failure(
              Failure.Kind.UNSUPPORTED_TYPE,
              "Hãy chọn một tệp rồi tải lên.",
              "Choose a file and upload it."));
    }
    Promise<Upload> promise = Promise.promise();
    Received received = new Received();
    request
        .setExpectMultipart(true)
        .uploadHandler(received::begin)
        .exceptionHandler(_ -> promise.tryFail(broken()))
        .endHandler(_ -> promise.tryComplete(new Upload(received.name, received.bytes)));
    return promise.future();
  }

  static Failure tooLarge() {
    return new Failure(
        Failure.Kind.TOO_LARGE,
        "Tệp lớn hơn mức cho phép; hãy chia thành nhiều tệp.",
        "The file is larger than allowed; send it in parts.");
  }

  private static Failure broken() {
    return new Failure(
        Failure.Kind.MALFORMED,
        "Tệp bị đứt giữa chừng; hãy tải lên lại.",
        "The file broke off; please upload it again.");
  }

  private static boolean bounded(@Nullable String length, int limit) {
    return length != null && length.matches("\\d{1,10}") && Long.parseLong(length) <= limit;
  }

  /// By its name, for browsers are not sure of the type; a file that is not a workbook is CSV.
  Format format() {
    return name.toLowerCase(Locale.ROOT).endsWith(".xlsx") ? Format.XLSX : Format.CSV;
  }

  private static final class Received {
    private String name = "";
    private final Buffer bytes = Buffer.buffer();

    private void begin(HttpServerFileUpload file) {
      if (name.isEmpty()) {
        String told = file.filename();
        name = told.substring(0, Math.min(told.length(), LONGEST_NAME));
        var _ = file.handler(bytes::appendBuffer);
      }
    }
  }
}
