package vn.congkhai.intake;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.List;
import vn.congkhai.access.Caller;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Draft;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Text;

/// `POST /api/v1/observations`: takes figures, and answers once they are on disk.
final class PostObservations implements Handler<RoutingContext> {
  private static final Text MALFORMED =
      new Text("Nội dung không đọc được như JSON.", "The content cannot be read as JSON.");

  private final Authentication authentication;
  private final Desk desk;
  private final Appending appending;

  PostObservations(Desk desk, Authentication authentication, Appending appending) {
    this.desk = desk;
    this.authentication = authentication;
    this.appending = appending;
  }

  @Override
  public void handle(RoutingContext context) {
    appending.handle(context, 201, () -> draft(context));
  }

  private Draft draft(RoutingContext context) {
    Caller caller = authentication.caller(context);
    Appending.requireType(context, "application/json", "JSON");
    RawSubmission raw =
        switch (JsonDecoder.decode(Appending.body(context).getBytes())) {
          case Checked.Valid<RawSubmission>(RawSubmission value) -> value;
          case Checked.Invalid<RawSubmission>(List<Problem> problems) ->
              throw new Failure(Failure.Kind.MALFORMED, MALFORMED, problems);
        };
    LocalDate today = LocalDate.ofInstant(desk.clock().instant(), Period.ZONE);
    return switch (Check.check(raw, desk.catalogue(), caller, today)) {
      case Checked.Valid<Draft>(Draft draft) -> draft;
      case Checked.Invalid<Draft>(List<Problem> problems) -> throw Appending.refused(problems);
    };
  }
}
