package vn.congkhai.form;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import vn.congkhai.content.Cell;
import vn.congkhai.content.Checked;
import vn.congkhai.content.Format;
import vn.congkhai.content.RawSubmission;
import vn.congkhai.content.Texts;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Draft;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.Submission;
import vn.congkhai.indicator.Text;
import vn.congkhai.intake.Reception;
import vn.congkhai.typeset.Words;

/// Figures in a file: shown first, with all that is wrong with them, and sent when somebody says
/// so.
final class Files {
  private final Counter counter;
  private final int maxBodyBytes;

  Files(Counter counter, int maxBodyBytes) {
    this.counter = counter;
    this.maxBodyBytes = maxBodyBytes;
  }

  void show(RoutingContext context) {
    Place place = counter.place(context);
    Upload.read(context.request(), maxBodyBytes)
        .compose(file ->
            counter
                .reception()
                .read(file.format(), file.content().getBytes())
                .map(content -> page(place, file.name(), content)))
        .onSuccess(page -> show(context, 200, place, page))
        .onFailure(failure -> counter.fail(context, failure));
  }

  private void show(RoutingContext context, int status, Place place, FilePage page) {
    counter.printer().send(counter.sending(context, status, place), "form-file", page::view);
  }

  /// Rows of a template that nobody filled in are left out, and that is said: what will be sent is
  /// on the page.
  private FilePage page(Place place, String name, Checked<RawSubmission> content) {
    FilePage page = new FilePage(place, name, Counter.newKey());
    return switch (content) {
      case Checked.Invalid<RawSubmission>(List<Problem> problems) -> page.wrong(problems);
      case Checked.Valid<RawSubmission>(RawSubmission raw) -> {
        RawSubmission filled = raw.filledIn().by(place.agency().code());
        int empty = raw.observations().size() - filled.observations().size();
        yield filled.observations().isEmpty() && empty > 0
            ? page.wrong(List.of(nothing()))
            : judged(page.without(empty), filled, place);
      }
    };
  }

  private static Problem nothing() {
    String key = "form-file-nothing";
    return new Problem(
        "", "nothing", new Text(Words.of(Language.VI).get(key), Words.of(Language.EN).get(key)));
  }

  private FilePage judged(FilePage page, RawSubmission raw, Place place) {
    if (raw.agency().cell() instanceof Cell.Words(String code)
        && !code.equals(place.agency().code().value())) {
      return page.wrong(List.of(otherAgency(raw, code, place)));
    }
    return switch (counter.reception().judge(raw, place.visitor().caller())) {
      case Checked.Invalid<Draft>(List<Problem> problems) -> page.wrong(problems);
      case Checked.Valid<Draft>(Draft draft) -> {
        Submission preview = counter.reception().preview(draft);
        yield page.sound(draft, preview, counter.reception().warnings(preview));
      }
    };
  }

  private static Problem otherAgency(RawSubmission raw, String code, Place place) {
    String pointer = raw.agency().pointer();
    String named = Texts.shortened(code);
    return new Problem(
        pointer,
        "other-agency",
        new Text(
            "Tệp là của cơ quan “" + named + "”; biểu mẫu đang mở cho " + place.agency().name(),
            "The file is of “" + named + "”; the form is open for " + place.agency().name()),
        raw.places().of(pointer));
  }

  /// Stores what was shown. It comes back from the browser and is judged anew.
  void send(RoutingContext context) {
    Place place = counter.place(context);
    String content = context.request().getFormAttribute("content");
    Buffer bytes = Buffer.buffer(content == null ? "" : content);
    String key = Counter.key(context);
    counter
        .reception()
        .take(() -> Future.succeededFuture(request(place, bytes, key)))
        .onSuccess(taken -> counter.receipt(context, taken))
        .onFailure(failure -> refused(context, place, failure));
  }

  private void refused(RoutingContext context, Place place, Throwable thrown) {
    if (thrown instanceof Failure failure && !failure.problems().isEmpty()) {
      String name = context.request().getFormAttribute("name");
      FilePage page = new FilePage(place, name == null ? "" : name, Counter.newKey());
      show(context, failure.kind().status(), place, page.wrong(failure.problems()));
    } else {
      counter.fail(context, thrown);
    }
  }

  private Reception.Request request(Place place, Buffer content, String key) {
    RawSubmission raw = Format.JSON.readable(Format.JSON.decode(content.getBytes()));
    Draft draft = counter.reception().draft(raw, place.visitor().caller());
    return new Reception.Request(draft, Content.key(key, Content.json(draft)), content.length());
  }
}
