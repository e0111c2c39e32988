package vn.congkhai.form;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Board;
import vn.congkhai.form.Printer.Sending;
import vn.congkhai.form.Views.Said;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Failure;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Cycle;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Regime;
import vn.congkhai.intake.Asked;
import vn.congkhai.intake.Reception;
import vn.congkhai.typeset.Words;

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
    Period period = period(context.request().getParam("period"));
    return new Place(
        visitor,
        agency,
        visitor.agency().isEmpty(),
        period == null
            ? Period.containing(board().today(), Cycle.MONTH, Regime.ADMINISTRATIVE)
            : period);
  }

  /// However a clerk writes it: `12/2025` is the month `2025-12`.
  private @Nullable Period period(@Nullable String named) {
    String text = named == null || named.isBlank() ? null : named.strip();
    if (text != null && text.matches("\\d{1,2}/\\d{4}")) {
      String[] parts = text.split("/", 2);
      text = parts[1] + (parts[0].length() == 1 ? "-0" : "-") + parts[0];
    }
    if (text != null && Period.parse(text) == null) {
      Words vi = Words.of(Language.VI);
      Words en = Words.of(Language.EN);
      throw new Failure(
          Failure.Kind.NOT_FOUND, vi.get("form-period-how"), en.get("form-period-how"));
    }
    return Asked.period(board(), text);
  }

  Sending sending(RoutingContext context, int status, Place place) {
    return new Sending(context, status, place.path(), place.agency().name());
  }

  /// Shows the form, and what is to be said of what stands in its cells.
  ///
  /// @param key by which the form is recognised when it is sent
  void show(RoutingContext context, int status, Filled filled, Said said, String key) {
    Place place = filled.place();
    SheetPage page =
        new SheetPage(
            filled.sheet(),
            filled.typed(),
            filled.judged(),
            said,
            key,
            place.agencyField(),
            place.visitor().maySend());
    printer.send(sending(context, status, place), "form", page::view);
  }

  Worksheet worksheet(Place place) {
    return Worksheet.of(board(), place.agency(), place.period());
  }

  /// The key that the form came with, or a new one.
  static String key(RoutingContext context) {
    String key = context.request().getFormAttribute("key");
    return key == null || key.isEmpty() ? newKey() : key;
  }

  /// What makes a form recognisable when it is sent twice.
  static String newKey() {
    return UUID.randomUUID().toString();
  }

  String text(RoutingContext context, String key, Object... arguments) {
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

  /// To the receipt of what was stored.
  void receipt(RoutingContext context, Reception.Taken taken) {
    goTo(context, "/form/receipts/" + taken.link().submission().number());
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
  /// What was typed goes with it.
  void fail(RoutingContext context, Throwable thrown) {
    if (!(thrown instanceof Failure failure)) {
      Answers.failure(context, thrown);
      return;
    }
    Sending sending = new Sending(context, failure.kind().status(), "/form", "");
    Answers.retryAfter(context, failure);
    switch (failure.kind()) {
      case UNAUTHENTICATED -> {
        Session.end(context);
        boolean over =
            Session.claimed(context) && context.request().getFormAttribute("token") == null;
        signIn(sending, text(context, over ? "form-session-over" : "form-token-wrong"));
      }
      case TOO_MANY_REQUESTS -> signIn(sending, failure.detail().in(printer.language(context)));
      default ->
          printer.send(
              sending,
              "form-trouble",
              drawing ->
                  new Views.Trouble(
                      drawing.frame(drawing.text("form-trouble")),
                      drawing.text(failure.detail()),
                      kept(context)));
    }
  }

  /// @param said above the field; empty for nothing
  void signIn(Sending sending, String said) {
    List<Views.Field> kept = kept(sending.context());
    printer.send(
        sending,
        "form-sign-in",
        drawing ->
            new Views.SignIn(
                drawing.frame(drawing.text("form-sign-in-title")),
                said.isEmpty() ? Said.NOTHING : new Said("missed", said),
                kept));
  }

  /// The fields of a form that came; none of a file, and never the token.
  private static List<Views.Field> kept(RoutingContext context) {
    MultiMap fields = context.request().formAttributes();
    return fields.contains("period") && !fields.contains("content")
        ? fields.entries().stream()
            .filter(field -> !field.getKey().equals("token"))
            .map(field -> new Views.Field(field.getKey(), field.getValue()))
            .toList()
        : List.of();
  }
}
