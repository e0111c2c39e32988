package vn.congkhai;

import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/// The address of the public board, to be printed.
final class PublicUrl {
  private final @Nullable String set;
  private volatile int port;

  /// @param set that of the settings; null when they name none
  /// @param port at which the public door is to open
  PublicUrl(@Nullable String set, int port) {
    this.set = set;
    this.port = port;
  }

  /// The public door has opened.
  void opened(int port) {
    this.port = port;
  }

  /// That of the settings, or one that works on this machine.
  String known() {
    return set == null ? "http://localhost:" + port : withoutSlash(set);
  }

  /// That of the settings, or what can be told from how a request came to another door.
  String of(RoutingContext context) {
    if (set != null) {
      return withoutSlash(set);
    }
    HostAndPort authority = context.request().authority();
    String host = authority == null ? "localhost" : authority.host();
    return scheme(context) + host + ":" + port;
  }

  /// The same at the public door itself, where a reader's own address is one that works.
  String atHome(RoutingContext context) {
    HostAndPort authority = context.request().authority();
    if (set != null || authority == null) {
      return of(context);
    }
    String own = authority.port() < 0 ? "" : ":" + authority.port();
    return scheme(context) + authority.host() + own;
  }

  private static String withoutSlash(String address) {
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }

  private static String scheme(RoutingContext context) {
    return context.request().isSSL() ? "https://" : "http://";
  }
}
