package vn.congkhai.form;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import vn.congkhai.board.Board;
import vn.congkhai.form.Printer.Sending;
import vn.congkhai.form.Views.Said;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Failure;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Cycle;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Regime;
import vn.congkhai.intake.Asked;
import vn.congkhai.intake.Reception;

/// What every page of the form needs: who is there, for which agency and period, and how answers
/// are given.
record Counter(Session session, Reception reception, Printer printer) {
  Board board() {
    return printer.board();
  }

  /// Where the request wants to be.
  ///
  /// @throws Failure when nobody is signed in, or the place does not exist
  Place place(RoutingContext context) {
    Visitor visitor = session.visitor(context);
    String named = context.request().getParam("agency");
    Agency agency = Asked.agency(visitor.caller(), named, board().catalogue());
    Period period = Asked.period(board(), context.request().getParam("period"));
    return new Place(
        visitor,
        agency,
        visitor.agency().isEmpty(),
        period == null
            ? Period.containing(board().today(), Cycle.MONTH, Regime.ADMINISTRATIVE)
            : period);
  }

  Sending sending(RoutingContext context, int status, Place place) {
    return new Sending(context, status, place.path(), place.agency().name());
  }

  /// Shows the form, and what is to be said of what stands in its cells.
  void show(
      RoutingContext context, int status, Place place, Typed typed, Judged judged, Said said) {
    Worksheet sheet = worksheet(place);
    boolean maySend = place.visitor().maySend();
    SheetPage page =
        new SheetPage(sheet, typed, judged, said, newKey(), place.agencyField(), maySend);
    printer.send(sending(context, status, place), "form", page::view);
  }

  Worksheet worksheet(Place place) {
    return Worksheet.of(board(), place.agency(), place.period());
  }

  /// What makes a form recognisable when it is sent twice.
  static String newKey() {
    return UUID.randomUUID().toString();
  }

  String text(RoutingContext context, String key, String... arguments) {
    return printer.text(context, key, arguments);
  }

  String name(AgencyCode code) {
    Agency agency = board().catalogue().agency(code.value());
    return agency == null ? code.value() : agency.name();
  }

  /// Whether an administrator has not said yet for which agency.
  ///
  /// @throws Failure when nobody is signed in
  boolean mustChoose(RoutingContext context) {
    return context.request().getParam("agency") == null
        && session.visitor(context).agency().isEmpty();
  }

  /// Sends the browser on, so that reloading the page that it comes to sends nothing again.
  void goTo(RoutingContext context, String path) {
    String language = printer.language(context).tag();
    var _ =
        context
            .response()
            .setStatusCode(303)
            .putHeader(
                HttpHeaders.LOCATION, path + (path.contains("?") ? "&" : "?") + "lang=" + language)
            .end();
  }

  /// Answers what went wrong: to whoever is not signed in, or no longer, with the page to do so.
  void fail(RoutingContext context, Throwable thrown) {
    if (!(thrown instanceof Failure failure)) {
      Answers.failure(context, thrown);
    } else if (failure.kind() == Failure.Kind.UNAUTHENTICATED) {
      signIn(context, 401, "form-token-wrong");
    } else {
      printer.trouble(new Sending(context, failure.kind().status(), "/form", ""), failure);
    }
  }

  /// @param said key of what is said above the field; empty for nothing
  void signIn(RoutingContext context, int status, String said) {
    printer.send(
        new Sending(context, status, "/form", ""),
        "form-sign-in",
        drawing ->
            new Views.SignIn(
                drawing.frame(drawing.text("form-sign-in-title")),
                said.isEmpty() ? Said.NOTHING : new Said("missed", drawing.text(said))));
  }
}
