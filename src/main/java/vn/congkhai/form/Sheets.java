package vn.congkhai.form;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import vn.congkhai.form.Views.Said;
import vn.congkhai.http.Failure;
import vn.congkhai.indicator.Draft;
import vn.congkhai.intake.Reception;
import vn.congkhai.journal.Appended;
import vn.congkhai.journal.Link;

/// The form with its cells: shown, checked and sent.
final class Sheets {
  private final Counter counter;

  Sheets(Counter counter) {
    this.counter = counter;
  }

  /// The cells hold what is published.
  void show(RoutingContext context) {
    Place place = counter.place(context);
    Typed published = counter.worksheet(place).published();
    counter.show(context, 200, place, published, Judged.NOTHING, Said.NOTHING);
  }

  /// Judges what was typed, and stores nothing. The page's script asks so while somebody types, and
  /// whoever has no script does with a button.
  void check(RoutingContext context) {
    Place place = counter.place(context);
    Typed typed = typed(context, place);
    Judged judged = judged(place, typed);
    counter.show(context, 200, place, typed, judged, checked(context, judged));
  }

  /// Stores what was typed; whatever goes wrong, nothing that was typed is lost.
  void send(RoutingContext context) {
    Place place = counter.place(context);
    Typed typed = typed(context, place);
    Judged judged = judged(place, typed);
    if (judged.draft() == null && !judged.wrong()) {
      Said nothing = new Said("missed", counter.text(context, "form-nothing"));
      counter.show(context, 422, place, typed, judged, nothing);
      return;
    }
    String key = context.request().getFormAttribute("key");
    counter
        .reception()
        .take(() -> request(judged, key == null ? "" : key))
        .onSuccess(appended -> counter.goTo(context, "/form/receipts/" + number(appended)))
        .onFailure(failure -> refused(context, place, typed, judged, failure));
  }

  private Future<Reception.Request> request(Judged judged, String key) {
    Draft draft = judged.draft();
    if (draft == null) {
      throw Reception.refused(
          judged.problems().values().stream().flatMap(java.util.List::stream).toList());
    }
    Buffer content = Content.json(draft);
    return Future.succeededFuture(
        new Reception.Request(draft, Content.key(key, content), content.length()));
  }

  private void refused(
      RoutingContext context, Place place, Typed typed, Judged judged, Throwable thrown) {
    if (!(thrown instanceof Failure failure)) {
      counter.fail(context, thrown);
      return;
    }
    String text =
        failure.kind() == Failure.Kind.CONFLICT
            ? counter.text(context, "form-sent-before")
            : failure.detail().in(counter.printer().language(context));
    counter.show(context, failure.kind().status(), place, typed, judged, new Said("missed", text));
  }

  static long number(Appended appended) {
    return switch (appended) {
      case Appended.Stored(Link link) -> link.submission().number();
      case Appended.Repeated(Link link) -> link.submission().number();
      case Appended.KeyReused() -> throw new IllegalStateException("a failure by now");
    };
  }

  private Typed typed(RoutingContext context, Place place) {
    return Typed.of(context.request().formAttributes(), counter.worksheet(place).indicators());
  }

  private Judged judged(Place place, Typed typed) {
    return Judged.of(
        counter.worksheet(place), typed, place.visitor().caller(), counter.reception());
  }

  private Said checked(RoutingContext context, Judged judged) {
    if (judged.wrong()) {
      int places = judged.problems().size();
      return new Said("missed", counter.text(context, "form-wrong", Integer.toString(places)));
    }
    Draft draft = judged.draft();
    return draft == null
        ? new Said("none", counter.text(context, "form-nothing"))
        : new Said(
            "met",
            counter.text(context, "form-fine", Integer.toString(draft.observations().size())));
  }
}
