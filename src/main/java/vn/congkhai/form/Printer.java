package vn.congkhai.form;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import vn.congkhai.board.Board;
import vn.congkhai.board.CurrentBoard;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Failure;
import vn.congkhai.indicator.Language;
import vn.congkhai.typeset.Assets;
import vn.congkhai.typeset.Templates;
import vn.congkhai.typeset.Words;

/// Draws the form's pages beside the event loop, a few at a time, and sends each once: it is for
/// one visitor.
public final class Printer {
  private static final int MOST_AT_ONCE = 16;

  private final CurrentBoard current;
  private final Language usual;
  private final boolean rehearsal;
  private final BooleanSupplier storing;
  private final Templates templates =
      new Templates(
          "form", "form-choice", "form-file", "form-receipt", "form-sign-in", "form-trouble");
  private final String assets = Assets.path();
  private int drawing;

  /// @param usual language of a page when none is asked for
  /// @param rehearsal whether the clock does not show the real time
  /// @param storing whether figures can be stored at the moment
  public Printer(CurrentBoard current, Language usual, boolean rehearsal, BooleanSupplier storing) {
    this.current = current;
    this.usual = usual;
    this.rehearsal = rehearsal;
    this.storing = storing;
  }

  Board board() {
    return current.board();
  }

  /// A text in the request's language.
  String text(RoutingContext context, String key, Object... arguments) {
    Words own = Words.of(language(context));
    return arguments.length == 0 ? own.get(key) : own.get(key, arguments);
  }

  /// A page that is about to be sent.
  ///
  /// @param path its address, with the parameters that must be kept
  /// @param signedIn whose token it is; empty when nobody is
  record Sending(RoutingContext context, int status, String path, String signedIn) {}

  /// Draws the template with the view that is made of the drawing, and sends it.
  void send(Sending sending, String template, Function<Drawing, Object> view) {
    RoutingContext context = sending.context();
    if (drawing >= MOST_AT_ONCE) {
      Answers.failure(context, Failure.busy());
      return;
    }
    drawing++;
    Drawing paper =
        new Drawing(
            current.board(),
            Words.of(language(context)),
            new Drawing.Surroundings(
                sending.path(), sending.signedIn(), assets, rehearsal, !storing.getAsBoolean()));
    context
        .vertx()
        .executeBlocking(() -> templates.draw(template, view.apply(paper)), false)
        .map(Objects::requireNonNull)
        .onComplete(_ -> drawing--)
        .onSuccess(page -> send(context, sending.status(), page))
        .onFailure(failure -> Answers.failure(context, failure));
  }

  private static void send(RoutingContext context, int status, Buffer page) {
    var response =
        context
            .response()
            .setStatusCode(status)
            .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
            .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (context.request().method().equals(HttpMethod.HEAD)) {
      response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(page.length()));
      var _ = response.end();
    } else {
      var _ = response.end(page);
    }
  }

  Language language(RoutingContext context) {
    Language named = Language.tagged(context.request().getParam("lang"));
    return named == null ? usual : named;
  }
}
