package vn.congkhai.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import vn.congkhai.settings.Door;
import vn.congkhai.settings.Tls;

/// What every door begins with: limits, headers, and problems instead of bare statuses.
public final class Edge {
  private static final int LONGEST_HEADERS = 16 * 1024;

  /// A note of 500 Vietnamese characters fits into an address.
  private static final int LONGEST_ADDRESS = 8 * 1024;

  private static final int IDLE_SECONDS = 75;

  /// What is sent and not taken note of for so long went to a machine that is gone. Without it a
  /// screen whose cable was pulled would pass for a live one for a quarter of an hour. On Linux
  /// only.
  private static final int UNANSWERED_MILLIS = 60_000;

  private static final CharSequence CONTENT_TYPE_OPTIONS =
      HttpHeaders.createOptimized("X-Content-Type-Options");
  private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
  private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("X-Request-Id");
  private static final CharSequence REFERRER_POLICY =
      HttpHeaders.createOptimized("Referrer-Policy");
  private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
  private static final CharSequence CONTENT_SECURITY_POLICY =
      HttpHeaders.createOptimized("Content-Security-Policy");
  private static final CharSequence POLICY =
      HttpHeaders.createOptimized(
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
              + " font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none';"
              + " form-action 'self'; frame-ancestors 'self'");

  private Edge() {}

  /// Options of a server that listens at the door.
  ///
  /// @param tls null to speak plain HTTP
  public static HttpServerOptions options(Door door, @Nullable Tls tls) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(door.host())
            .setPort(door.port())
            .setMaxHeaderSize(LONGEST_HEADERS)
            .setMaxInitialLineLength(LONGEST_ADDRESS)
            .setIdleTimeout(IDLE_SECONDS)
            .setTcpUserTimeout(UNANSWERED_MILLIS)
            .setTcpNoDelay(true)
            // only with TLS, as browsers speak it: its upgrade in clear text breaks some answers
            .setHttp2ClearTextEnabled(false)
            .setCompressionSupported(false);
    if (tls != null) {
      options
          .setSsl(true)
          .setUseAlpn(true)
          .setKeyCertOptions(
              new PemKeyCertOptions()
                  .addCertPath(tls.certificate().toString())
                  .addKeyPath(tls.key().toString()));
    }
    return options;
  }

  /// A router without routes that gives each answer its headers and makes a problem of each
  /// failure.
  public static Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    router.route().order(-100).handler(new Headers());
    router.route().last().failureHandler(Edge::hangUp);
    for (Failure.Kind kind : Failure.Kind.values()) {
      router.errorHandler(kind.status(), context -> answer(context, kind));
    }
    return router;
  }

  /// Listens. Fails with [DoorBlocked] when it cannot.
  public static Future<HttpServer> listen(Vertx vertx, HttpServerOptions options, Router router) {
    return vertx
        .createHttpServer(options)
        .requestHandler(router)
        .listen()
        .recover(failure ->
            Future.failedFuture(new DoorBlocked(options.getHost(), options.getPort(), failure)));
  }

  /// A route for reading: `GET`, and `HEAD` for whoever wants the headers only.
  public static Route read(Router router, String path) {
    return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
  }

  /// A sender whose line broke cannot be answered, and it is nobody's fault here.
  private static void hangUp(RoutingContext context) {
    if (!(context.failure() instanceof HttpClosedException) && !context.response().closed()) {
      context.next();
    }
  }

  private static void answer(RoutingContext context, Failure.Kind kind) {
    Throwable cause = context.failure();
    if (cause instanceof Failure || (cause != null && kind == Failure.Kind.INTERNAL)) {
      Answers.failure(context, cause);
    } else {
      Answers.failure(context, standard(context, kind));
    }
  }

  private static Failure standard(RoutingContext context, Failure.Kind kind) {
    String path = context.request().path();
    return switch (kind) {
      case NOT_FOUND -> new Failure(kind, "Không có địa chỉ " + path, "There is no " + path);
      case METHOD_NOT_ALLOWED ->
          new Failure(
              kind,
              context.request().method() + " không dùng được với " + path,
              context.request().method() + " cannot be used with " + path);
      case TOO_LARGE ->
          new Failure(
              kind,
              "Nội dung lớn hơn mức cho phép; hãy chia thành nhiều lần gửi.",
              "The content is larger than allowed; send it in parts.");
      default -> new Failure(kind, kind.title(), java.util.List.of());
    };
  }

  /// What every answer carries: a request id, and a word against guessing its type.
  private static final class Headers implements io.vertx.core.Handler<RoutingContext> {
    private final String prefix = HexFormat.of().toHexDigits(new SecureRandom().nextInt());
    private final AtomicLong count = new AtomicLong();

    @Override
    public void handle(RoutingContext context) {
      String query = context.request().query();
      if (query != null && query.indexOf('%') >= 0) {
        // what cannot be decoded fails here, as 400, and not wherever somebody looks at it first
        var _ = context.queryParams();
      }
      context
          .response()
          .putHeader(CONTENT_TYPE_OPTIONS, NOSNIFF)
          .putHeader(REQUEST_ID, prefix + "-" + count.incrementAndGet());
      context.next();
    }
  }

  /// The headers that a page needs beside those of every answer: it may load nothing but our own.
  public static void pageHeaders(RoutingContext context) {
    context
        .response()
        .putHeader(REFERRER_POLICY, NO_REFERRER)
        .putHeader(CONTENT_SECURITY_POLICY, POLICY);
    context.next();
  }
}
