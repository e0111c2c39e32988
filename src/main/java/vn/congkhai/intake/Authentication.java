package vn.congkhai.intake;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.congkhai.access.Caller;
import vn.congkhai.access.FailedAttempts;
import vn.congkhai.access.Recognition;
import vn.congkhai.access.Tokens;
import vn.congkhai.http.Failure;

/// Finds out who calls, and whether not too often. One for the whole door, on its event loop.
public final class Authentication {
  private static final String SCHEME = "Bearer ";
  private static final String CALLER = Caller.class.getName();
  private static final int NETWORK_BYTES = 8;

  private final Tokens tokens;
  private final FailedAttempts failedAttempts;

  public Authentication(Tokens tokens, FailedAttempts failedAttempts) {
    this.tokens = tokens;
    this.failedAttempts = failedAttempts;
  }

  /// Whoever holds the request's token. A request counts once, however often it is asked.
  ///
  /// @throws Failure of kind `UNAUTHENTICATED`, the same for every reason, or `TOO_MANY_REQUESTS`
  Caller caller(RoutingContext context) {
    Caller known = context.get(CALLER);
    if (known != null) {
      return known;
    }
    String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw unknown(context);
    }
    return caller(context, header.substring(SCHEME.length()).strip());
  }

  /// Whoever holds the secret that came with the request, which counts once.
  ///
  /// @throws Failure of kind `UNAUTHENTICATED`, the same for every reason, or `TOO_MANY_REQUESTS`
  public Caller caller(RoutingContext context, String secret) {
    Caller known = context.get(CALLER);
    if (known != null) {
      return known;
    }
    return switch (tokens.recognise(secret)) {
      case Recognition.Known(Caller caller) -> {
        context.put(CALLER, caller);
        yield caller;
      }
      case Recognition.Unknown() -> throw unknown(context);
      case Recognition.TooOften(Duration pause) ->
          throw Failure.tooMany(
              "Mã truy cập này gửi quá nhiều yêu cầu; xin chậm lại.",
              "This token is used too often; please slow down.",
              pause);
    };
  }

  /// The caller, who may send something for somebody.
  ///
  /// @throws Failure when the caller may only read
  Caller sender(RoutingContext context) {
    Caller caller = caller(context);
    if (caller instanceof Caller.ReadOnly) {
      throw new Failure(
          Failure.Kind.FORBIDDEN,
          "Mã truy cập này chỉ để xem, không gửi được.",
          "This token may only read, not send.");
    }
    return caller;
  }

  /// @throws Failure when the caller is not an administrator
  Caller.Administrator administrator(RoutingContext context) {
    if (caller(context) instanceof Caller.Administrator administrator) {
      return administrator;
    }
    throw new Failure(
        Failure.Kind.FORBIDDEN,
        "Chỉ quản trị viên được làm việc này.",
        "Only the administrator may do this.");
  }

  private Failure unknown(RoutingContext context) {
    Duration wait = failedAttempts.count(network(context.request().remoteAddress()));
    return wait.isZero()
        ? new Failure(
            Failure.Kind.UNAUTHENTICATED,
            "Cần mã truy cập còn hiệu lực: “Authorization: Bearer …”.",
            "A valid token is needed: “Authorization: Bearer …”.")
        : Failure.tooMany(
            "Địa chỉ này đã thử quá nhiều mã truy cập không còn hiệu lực; xin đợi rồi thử lại.",
            "This address has tried too many tokens that are not valid; please wait.",
            wait);
  }

  /// The address; of IPv6 the half that names the network, for the other half costs nothing to
  /// change.
  static String network(@Nullable SocketAddress address) {
    String text = address == null ? null : address.hostAddress();
    if (text == null) {
      return "";
    }
    try {
      return InetAddress.ofLiteral(text) instanceof Inet6Address six
          ? Arrays.toString(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
          : text;
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
