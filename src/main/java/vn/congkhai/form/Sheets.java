package vn.congkhai.form;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import vn.congkhai.form.Views.Said;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Failure;
import vn.congkhai.indicator.Draft;
import vn.congkhai.intake.Reception;

/// The form with its cells: shown, checked and sent.
final class Sheets {
  private final Counter counter;

  Sheets(Counter counter) {
    this.counter = counter;
  }

  /// The cells hold what is published.
  void show(RoutingContext context) {
    Place place = counter.place(context);
    Worksheet sheet = counter.worksheet(place);
    Filled filled = new Filled(place, sheet, sheet.published(), Judged.NOTHING);
    counter.show(context, 200, filled, Said.NOTHING, Counter.newKey());
  }

  /// Judges what was typed, and stores nothing. The page's script asks so while somebody types, and
  /// whoever has no script does with a button.
  void check(RoutingContext context) {
    Filled filled = filled(context);
    Said said = checked(context, filled.judged());
    counter.show(context, 200, filled, said, Counter.key(context));
  }

  /// Stores what was typed; whatever goes wrong, nothing that was typed is lost.
  void send(RoutingContext context) {
    Filled filled = filled(context);
    Judged judged = filled.judged();
    String key = Counter.key(context);
    if (judged.draft() == null && !judged.wrong()) {
      Said nothing = new Said("missed", counter.text(context, "form-nothing"));
      counter.show(context, 422, filled, nothing, key);
      return;
    }
    String seen = context.request().getFormAttribute("seen");
    if (judged.draft() != null && !judged.toBeSeen().isEmpty() && !judged.toBeSeen().equals(seen)) {
      Said look = new Said(Said.LOOK, counter.text(context, "form-look-again"));
      counter.show(context, 422, filled, look, key);
      return;
    }
    counter
        .reception()
        .take(() -> request(judged, key))
        .onSuccess(taken -> counter.receipt(context, taken))
        .onFailure(failure -> refused(context, filled, failure, key));
  }

  /// The rows that nobody touched show what is published by now.
  private Filled filled(RoutingContext context) {
    Place place = counter.place(context);
    Worksheet sheet = counter.worksheet(place);
    Typed typed = Typed.of(context.request().formAttributes(), sheet.indicators());
    Judged judged = Judged.of(sheet, typed, place.visitor().caller(), counter.reception());
    return new Filled(place, sheet, sheet.renewed(typed), judged);
  }

  private Future<Reception.Request> request(Judged judged, String key) {
    Draft draft = judged.draft();
    if (draft == null) {
      throw Reception.refused(judged.problems().values().stream().flatMap(List::stream).toList());
    }
    Buffer content = Content.json(draft);
    return Future.succeededFuture(
        new Reception.Request(draft, Content.key(key, content), content.length()));
  }

  /// After 503 the figures may have been stored all the same: the form keeps its key, so that
  /// sending it again finds out.
  private void refused(RoutingContext context, Filled filled, Throwable thrown, String key) {
    if (!(thrown instanceof Failure failure)) {
      counter.fail(context, thrown);
      return;
    }
    boolean sentBefore = failure.kind() == Failure.Kind.CONFLICT;
    String text =
        sentBefore
            ? counter.text(context, "form-sent-before")
            : failure.detail().in(counter.printer().language(context));
    Answers.retryAfter(context, failure);
    counter.show(
        context,
        failure.kind().status(),
        filled,
        new Said("missed", text),
        sentBefore ? Counter.newKey() : key);
  }

  private Said checked(RoutingContext context, Judged judged) {
    if (judged.wrong()) {
      int places = judged.problems().size();
      return new Said("missed", counter.text(context, "form-wrong", places));
    }
    Draft draft = judged.draft();
    return draft == null
        ? new Said("none", counter.text(context, "form-nothing"))
        : new Said("met", counter.text(context, "form-fine", draft.observations().size()));
  }
}
