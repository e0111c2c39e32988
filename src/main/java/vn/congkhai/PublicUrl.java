package vn.congkhai;

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
    HostAndPort authority = context.request().authority();
    String host = authority == null ? "localhost" : authority.host();
    return scheme(context) + host + ":" + publicPort;
  }

  /// The same at the public door itself, where a reader's own address is one that works.
  ///
  /// @param set null when the settings name none
  static String atHome(@Nullable String set, RoutingContext context, int publicPort) {
    HostAndPort authority = context.request().authority();
    if (set != null || authority == null) {
      return of(set, context, publicPort);
    }
    String port = authority.port() < 0 ? "" : ":" + authority.port();
    return scheme(context) + authority.host() + port;
  }

  private static String scheme(RoutingContext context) {
    return context.request().isSSL() ? "https://" : "http://";
  }
}
