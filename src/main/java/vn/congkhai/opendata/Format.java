package vn.congkhai.opendata;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/// In what an answer is written.
enum Format {
  JSON("json", "application/json"),
  CSV("csv", "text/csv; charset=utf-8");

  private final String code;
  private final String contentType;

  Format(String code, String contentType) {
    this.code = code;
    this.contentType = contentType;
  }

  String code() {
    return code;
  }

  String contentType() {
    return contentType;
  }

  /// The format that the parameter `format` or else the header `Accept` asks for; JSON when neither
  /// does.
  static Format asked(RoutingContext context, Parameters parameters) {
    context.response().putHeader(HttpHeaders.VARY, "Accept, Accept-Encoding");
    Format named = parameters.read("format", Format::named, Parameters.A_FORMAT);
    return named == null ? accepted(context) : named;
  }

  private static @Nullable Format named(String code) {
    for (Format format : values()) {
      if (format.code.equals(code)) {
        return format;
      }
    }
    return null;
  }

  /// The first that will do, what is wanted most coming first.
  private static Format accepted(RoutingContext context) {
    for (MIMEHeader wanted : context.parsedHeaders().accept()) {
      String type = wanted.component() + "/" + wanted.subComponent();
      boolean csv = type.equals("text/csv");
      boolean json = type.equals("application/json") || type.equals("*/*");
      if (wanted.weight() > 0 && (csv || json)) {
        return csv ? CSV : JSON;
      }
    }
    return JSON;
  }
}
