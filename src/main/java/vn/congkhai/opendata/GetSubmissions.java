package vn.congkhai.opendata;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.CurrentBoard;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Document;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Json;
import vn.congkhai.http.Unkept;
import vn.congkhai.journal.Row;
import vn.congkhai.journal.Submissions;

/// `GET /api/v1/submissions`: the journal itself, by which anybody can check that no published
/// figure was changed behind their back. A page that names a next one never changes again; the last
/// one grows.
final class GetSubmissions implements Handler<RoutingContext> {
  private static final String PATH = "/api/v1/submissions";
  private static final List<String> NAMES = List.of("after", "limit");
  private static final int USUAL_PAGE = 100;

  private final CurrentBoard current;
  private final Submissions submissions;
  private final Scribe scribe;
  private final Unkept answers;

  GetSubmissions(CurrentBoard current, Submissions submissions, Scribe scribe, Unkept answers) {
    this.current = current;
    this.submissions = submissions;
    this.scribe = scribe;
    this.answers = answers;
  }

  /// A part of the journal.
  ///
  /// @param after number of the submission before it
  /// @param next address of the page that follows; null when this one ends where the journal does
  private record Page(long after, List<Row> rows, @Nullable String next) {
    /// The last hash stands for all that came before it.
    String etag() {
      String last = rows.isEmpty() ? "" : rows.getLast().number() + "-" + rows.getLast().hash();
      return after + "-" + last + (next == null ? "-end" : "");
    }
  }

  @Override
  public void handle(RoutingContext context) {
    Parameters parameters = new Parameters(context);
    parameters.only(NAMES);
    long after = parameters.number("after", 0, 0, Long.MAX_VALUE);
    int limit = (int) parameters.number("limit", USUAL_PAGE, 1, Submissions.PAGE);
    parameters.check();
    // asked first: what arrives while the page is read must not make it look like an ended one
    long shown = current.board().version();
    submissions
        .page(after, limit)
        .map(rows -> page(after, limit, shown, rows))
        .onSuccess(page -> answer(context, page))
        .onFailure(_ -> Answers.failure(context, Failure.databaseAway()));
  }

  /// A page is over when it has as many as were asked for, and when it stopped before what the
  /// board had shown already: then more would have been too much to send at once.
  private static Page page(long after, int limit, long shown, List<Row> rows) {
    boolean over = !rows.isEmpty() && (rows.size() == limit || rows.getLast().number() < shown);
    String next = over ? PATH + "?after=" + rows.getLast().number() + "&limit=" + limit : null;
    return new Page(after, rows, next);
  }

  private void answer(RoutingContext context, Page page) {
    if (!Document.unchanged(context, page.etag())) {
      answers.send(
          context, () -> Scribe.leading(scribe.json(page.etag(), json(page)), page.next()));
    }
  }

  private static Buffer json(Page page) {
    return Json.object(json -> {
      json.writeArrayFieldStart("submissions");
      for (Row row : page.rows()) {
        json.writeStartObject();
        json.writeNumberField("submission", row.number());
        json.writeStringField("hash", row.hash().toString());
        json.writeStringField("content", row.content());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeStringField("next", page.next());
    });
  }
}
