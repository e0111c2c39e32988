package vn.congkhai.intake;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;
import vn.congkhai.access.Caller;
import vn.congkhai.access.Tokens;
import vn.congkhai.http.Failure;

/// Finds out who calls.
final class Authentication {
  private static final String SCHEME = "Bearer ";

  private final Tokens tokens;

  Authentication(Tokens tokens) {
    this.tokens = tokens;
  }

  /// Whoever holds the request's token.
  ///
  /// @throws Failure of kind `UNAUTHENTICATED`, the same for every reason
  Caller caller(RoutingContext context) {
    String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    boolean bearer = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    Caller caller = bearer ? known(header) : null;
    if (caller == null) {
      throw new Failure(
          Failure.Kind.UNAUTHENTICATED,
          "Cần mã truy cập còn hiệu lực: “Authorization: Bearer …”.",
          "A valid token is needed: “Authorization: Bearer …”.");
    }
    return caller;
  }

  /// @throws Failure when the caller is not the administrator
  void requireAdministrator(RoutingContext context) {
    if (!(caller(context) instanceof Caller.Administrator)) {
      throw new Failure(
          Failure.Kind.FORBIDDEN,
          "Chỉ quản trị viên được làm việc này.",
          "Only the administrator may do this.");
    }
  }

  private @Nullable Caller known(String header) {
    return tokens.caller(header.substring(SCHEME.length()).strip());
  }
}
