package vn.congkhai.intake;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import vn.congkhai.access.Caller;
import vn.congkhai.content.Checked;
import vn.congkhai.content.Format;
import vn.congkhai.content.RawSubmission;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Problem;
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
        .map(content -> draft(context, content, format, caller));
  }

  private Draft draft(
      RoutingContext context, Checked<RawSubmission> content, Format format, Caller caller) {
    RawSubmission raw =
        switch (content) {
          case Checked.Valid<RawSubmission>(RawSubmission value) ->
              Addressed.of(context.request()).complete(value);
          case Checked.Invalid<RawSubmission>(List<Problem> problems) ->
              throw new Failure(Failure.Kind.MALFORMED, format.malformed(), problems);
        };
    return switch (reception.judge(raw, caller)) {
      case Checked.Valid<Draft>(Draft draft) -> draft;
      case Checked.Invalid<Draft>(List<Problem> problems) -> throw Reception.refused(problems);
    };
  }
}
