package vn.congkhai.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Base64;
import vn.congkhai.http.Failure;
import vn.congkhai.intake.Authentication;

/// Who is signed in. The browser keeps the token in a cookie that no script can read and that no
/// other site can send; the server keeps nothing, so a session outlives a restart, is the same on
/// every replica, and ends everywhere when the token is revoked.
final class Session {
  private static final String COOKIE = "congkhai-form";
  private static final String PATH = "/form";
  private static final int LONGEST_TOKEN = 200;

  private final Authentication authentication;

  Session(Authentication authentication) {
    this.authentication = authentication;
  }

  /// Whether anybody claims to be signed in.
  static boolean claimed(RoutingContext context) {
    return context.request().getCookie(COOKIE) != null;
  }

  /// @throws Failure when nobody is signed in, or no longer
  Visitor visitor(RoutingContext context) {
    Cookie cookie = context.request().getCookie(COOKIE);
    return new Visitor(
        authentication.caller(context, cookie == null ? "" : decoded(cookie.getValue())));
  }

  /// Signs in; the rest of the request is the visitor's already.
  ///
  /// @param token as it was typed
  /// @throws Failure when nobody has that token
  void begin(RoutingContext context, String token) {
    String secret = token.strip();
    var _ = authentication.caller(context, secret.length() <= LONGEST_TOKEN ? secret : "");
    var _ = context.response().addCookie(cookie(context.request(), encoded(secret)));
  }

  /// A cookie takes fewer characters than a token may have.
  private static String encoded(String secret) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret.getBytes(UTF_8));
  }

  private static String decoded(String value) {
    try {
      return new String(Base64.getUrlDecoder().decode(value), UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  static void end(RoutingContext context) {
    var _ = context.response().addCookie(cookie(context.request(), "").setMaxAge(0));
  }

  private static Cookie cookie(HttpServerRequest request, String value) {
    return Cookie.cookie(COOKIE, value)
        .setPath(PATH)
        .setHttpOnly(true)
        .setSecure(request.isSSL())
        .setSameSite(CookieSameSite.STRICT);
  }
}
