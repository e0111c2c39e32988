package vn.congkhai.form;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import vn.congkhai.http.Failure;

/// Lets only our own pages send the form: beside the cookie, which other sites cannot send, the
/// second of two locks.
final class SameOrigin {
  private SameOrigin() {}

  static void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    String site = request.getHeader("Sec-Fetch-Site");
    String origin = request.getHeader("Origin");
    boolean foreign = site != null && !site.equals("same-origin") && !site.equals("none");
    if (foreign || (origin != null && !same(origin, request.authority()))) {
      throw new Failure(
          Failure.Kind.FORBIDDEN,
          "Biểu mẫu phải được gửi từ chính trang này. Nếu đi qua máy chủ trung gian (proxy), máy chủ"
              + " đó phải giữ nguyên “Host”.",
          "The form must be sent from this very page. A proxy in between must keep the “Host”.");
    }
    context.next();
  }

  private static boolean same(String origin, @Nullable HostAndPort authority) {
    try {
      URI from = URI.create(origin);
      int usual = "https".equals(from.getScheme()) ? 443 : 80;
      return authority != null
          && authority.host().equalsIgnoreCase(from.getHost())
          && port(authority.port(), usual) == port(from.getPort(), usual);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static int port(int named, int usual) {
    return named > 0 ? named : usual;
  }
}
