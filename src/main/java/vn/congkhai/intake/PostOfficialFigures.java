package vn.congkhai.intake;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.List;
import vn.congkhai.access.Caller;
import vn.congkhai.content.Checked;
import vn.congkhai.content.OfficialCsv;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Draft;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Statement;

/// `POST /api/v1/official-figures`: the administrator brings what others published, as CSV. It is
/// kept beside our figures, every day of it, and never in their place.
final class PostOfficialFigures implements Handler<RoutingContext> {
  private final Desk desk;
  private final Authentication authentication;
  private final Appending appending;

  PostOfficialFigures(Desk desk, Authentication authentication, Appending appending) {
    this.desk = desk;
    this.authentication = authentication;
    this.appending = appending;
  }

  @Override
  public void handle(RoutingContext context) {
    appending.handle(context, 201, () -> Future.succeededFuture(draft(context)));
  }

  private Draft draft(RoutingContext context) {
    Caller caller = authentication.administrator(context);
    Appending.requireType(context, "text/csv", "CSV");
    LocalDate today = LocalDate.ofInstant(desk.clock().instant(), Period.ZONE);
    byte[] body = Appending.body(context).getBytes();
    return switch (OfficialCsv.read(body, desk.catalogue(), today)) {
      case Checked.Valid<List<Statement>>(List<Statement> figures) ->
          new Draft(
              new AgencyCode(desk.catalogue().province().code()),
              caller.id(),
              "",
              List.of(),
              figures);
      case Checked.Invalid<List<Statement>>(List<Problem> problems) ->
          throw Reception.refused(problems);
    };
  }
}
