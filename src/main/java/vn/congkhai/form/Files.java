package vn.congkhai.form;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import vn.congkhai.content.Checked;
import vn.congkhai.content.Format;
import vn.congkhai.content.RawSubmission;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Draft;
import vn.congkhai.indicator.Submission;
import vn.congkhai.intake.Reception;

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
    // the body first: it does not wait
    Future<Upload> upload = Upload.read(context.request(), maxBodyBytes);
    Place place = counter.place(context);
    upload
        .compose(file ->
            counter
                .reception()
                .read(file.format(), file.content().getBytes())
                .map(content -> page(place, file, content)))
        .onSuccess(page ->
            counter.printer().send(counter.sending(context, 200, place), "form-file", page::view))
        .onFailure(failure -> counter.fail(context, failure));
  }

  /// Rows of a template that nobody filled in are left out, and that is said: what will be sent is
  /// on the page.
  private FilePage page(Place place, Upload file, Checked<RawSubmission> content) {
    int empty = 0;
    Checked<Draft> judged;
    switch (content) {
      case Checked.Invalid<RawSubmission>(List<Problem> problems) ->
          judged = new Checked.Invalid<>(problems);
      case Checked.Valid<RawSubmission>(RawSubmission raw) -> {
        RawSubmission filled = raw.filledIn();
        empty = raw.observations().size() - filled.observations().size();
        judged = counter.reception().judge(filled, place.visitor().caller());
      }
    }
    String period = place.period().toString();
    return switch (judged) {
      case Checked.Invalid<Draft>(List<Problem> problems) ->
          new FilePage(
              file.name(), period, place.agencyField(), empty, problems, null, null, List.of(), "");
      case Checked.Valid<Draft>(Draft draft) -> {
        Submission preview = counter.reception().preview(draft);
        List<Problem> warnings = counter.reception().warnings(preview);
        yield new FilePage(
            file.name(),
            period,
            place.agencyField(),
            empty,
            List.of(),
            draft,
            preview,
            warnings,
            Counter.newKey());
      }
    };
  }

  /// Stores what was shown. It comes back from the browser and is judged anew.
  void send(RoutingContext context) {
    Place place = counter.place(context);
    String content = context.request().getFormAttribute("content");
    String key = context.request().getFormAttribute("key");
    Buffer bytes = Buffer.buffer(content == null ? "" : content);
    counter
        .reception()
        .take(() -> Future.succeededFuture(request(place, bytes, key == null ? "" : key)))
        .onSuccess(appended -> counter.goTo(context, "/form/receipts/" + Sheets.number(appended)))
        .onFailure(failure -> counter.fail(context, failure));
  }

  private Reception.Request request(Place place, Buffer content, String key) {
    RawSubmission raw =
        switch (Format.JSON.decode(content.getBytes())) {
          case Checked.Valid<RawSubmission>(RawSubmission value) -> value;
          case Checked.Invalid<RawSubmission>(List<Problem> problems) ->
              throw new Failure(Failure.Kind.MALFORMED, Format.JSON.malformed(), problems);
        };
    return switch (counter.reception().judge(raw, place.visitor().caller())) {
      case Checked.Valid<Draft>(Draft draft) ->
          new Reception.Request(draft, Content.key(key, Content.json(draft)), content.length());
      case Checked.Invalid<Draft>(List<Problem> problems) -> throw Reception.refused(problems);
    };
  }
}
