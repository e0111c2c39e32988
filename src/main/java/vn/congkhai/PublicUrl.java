package vn.congkhai;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/// The address of the public board, to be printed.
final class PublicUrl {
  private PublicUrl() {}

  /// That of the settings, or what can be told from how the request came.
  ///
  /// @param set null when the settings name none
  static String of(@Nullable String set, RoutingContext context, int publicPort) {
    if (set != null) {
      return set.endsWith("/") ? set.substring(0, set.length() - 1) : set;
    }
    HttpServerRequest request = context.request();
    HostAndPort authority = request.authority();
    String host = authority == null ? "localhost" : authority.host();
    return (request.isSSL() ? "https://" : "http://") + host + ":" + publicPort;
  }
}
