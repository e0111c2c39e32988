package vn.congkhai.intake;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import vn.congkhai.access.Caller;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Draft;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Text;

/// `POST /api/v1/observations`: takes figures in any [Format], and answers once they are on disk.
final class PostObservations implements Handler<RoutingContext> {
  private static final int MOST_WORKBOOKS = 16;

  private final Authentication authentication;
  private final Desk desk;
  private final Appending appending;
  private int workbooks;

  PostObservations(Desk desk, Authentication authentication, Appending appending) {
    this.desk = desk;
    this.authentication = authentication;
    this.appending = appending;
  }

  @Override
  public void handle(RoutingContext context) {
    appending.handle(context, 201, () -> draft(context));
  }

  private Future<Draft> draft(RoutingContext context) {
    Caller caller = authentication.sender(context);
    Format format = Format.of(context);
    byte[] body = Appending.body(context).getBytes();
    if (format == Format.XLSX) {
      return workbook(context, body).map(decoded -> draft(decoded, format, caller));
    }
    return Future.succeededFuture(draft(format.decode(body), format, caller));
  }

  /// Workbooks are unpacked one after another beside the event loop.
  private Future<Checked<RawSubmission>> workbook(RoutingContext context, byte[] body) {
    if (workbooks >= MOST_WORKBOOKS) {
      throw Failure.busy();
    }
    workbooks++;
    return context
        .vertx()
        .executeBlocking(() -> Format.XLSX.decode(body))
        .map(Objects::requireNonNull)
        .onComplete(_ -> workbooks--);
  }

  private Draft draft(Checked<RawSubmission> decoded, Format format, Caller caller) {
    RawSubmission raw =
        switch (decoded) {
          case Checked.Valid<RawSubmission>(RawSubmission value) -> value;
          case Checked.Invalid<RawSubmission>(List<Problem> problems) ->
              throw new Failure(Failure.Kind.MALFORMED, malformed(format), problems);
        };
    LocalDate today = LocalDate.ofInstant(desk.clock().instant(), Period.ZONE);
    return switch (Check.check(raw, desk.catalogue(), caller, today)) {
      case Checked.Valid<Draft>(Draft draft) -> draft;
      case Checked.Invalid<Draft>(List<Problem> problems) -> throw Appending.refused(problems);
    };
  }

  private static Text malformed(Format format) {
    return new Text(
        "Nội dung không đọc được như %s.".formatted(format),
        "The content cannot be read as %s.".formatted(format));
  }
}
