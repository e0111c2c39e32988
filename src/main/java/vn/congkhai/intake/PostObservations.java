package vn.congkhai.intake;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import vn.congkhai.access.Caller;
import vn.congkhai.content.Format;
import vn.congkhai.indicator.Draft;

/// `POST /api/v1/observations`: takes figures in any [Format], and answers once they are on disk.
final class PostObservations implements Handler<RoutingContext> {
  private final Authentication authentication;
  private final Reception reception;
  private final Appending appending;

  PostObservations(Authentication authentication, Reception reception, Appending appending) {
    this.authentication = authentication;
    this.reception = reception;
    this.appending = appending;
  }

  @Override
  public void handle(RoutingContext context) {
    appending.handle(context, 201, () -> draft(context));
  }

  private Future<Draft> draft(RoutingContext context) {
    Caller caller = authentication.sender(context);
    Format format = Format.of(context.request().getHeader(HttpHeaders.CONTENT_TYPE));
    return reception
        .read(format, Appending.body(context).getBytes())
        .map(format::readable)
        .map(raw -> reception.draft(Addressed.of(context.request()).complete(raw), caller));
  }
}
