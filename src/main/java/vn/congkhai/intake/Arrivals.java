package vn.congkhai.intake;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import vn.congkhai.http.Failure;

/// Keeps within a bound what bodies take of the memory while they arrive, and lets none arrive for
/// ever. Small ones are passed on as they are: they come from whoever has a token. For one event
/// loop.
public final class Arrivals implements Handler<RoutingContext> {
  /// What anybody may send before we know who it is.
  public static final int SMALL = 64 << 10;

  private static final long MOST = 24L << 20;
  private static final long LONGEST_MILLIS = 60_000;

  private final int largest;
  private long arriving;

  /// @param largest body that is taken at all, in bytes
  public Arrivals(int largest) {
    this.largest = largest;
  }

  /// @throws Failure when too much is arriving already
  @Override
  public void handle(RoutingContext context) {
    long announced = announced(context.request());
    if (announced > SMALL) {
      admit(context, Math.min(announced, largest));
    }
    context.next();
  }

  private void admit(RoutingContext context, long bytes) {
    if (arriving + bytes > MOST) {
      throw new Failure(
          Failure.Kind.UNAVAILABLE,
          "Đang có quá nhiều nội dung lớn được gửi đến; xin gửi lại sau ít giây.",
          "Too many large contents are arriving; please send again in a few seconds.");
    }
    arriving += bytes;
    long deadline =
        context.vertx().setTimer(LONGEST_MILLIS, _ -> context.request().connection().close());
    context.put(
        Arrivals.class.getName(),
        (Runnable)
            () -> {
              arriving -= bytes;
              var _ = context.vertx().cancelTimer(deadline);
            });
    var _ = context.addEndHandler(_ -> arrived(context));
  }

  /// The body is there, or will never be.
  static void arrived(RoutingContext context) {
    Runnable release = context.remove(Arrivals.class.getName());
    if (release != null) {
      release.run();
    }
  }

  /// What the request says that its body weighs; the most there can be when it does not say.
  public static long announced(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null) {
      return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) ? Long.MAX_VALUE : 0;
    }
    return length.matches("\\d{1,18}") ? Long.parseLong(length) : Long.MAX_VALUE;
  }
}
