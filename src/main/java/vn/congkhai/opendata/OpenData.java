package vn.congkhai.opendata;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Board;
import vn.congkhai.board.CurrentBoard;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Document;
import vn.congkhai.http.Edge;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Json;
import vn.congkhai.http.Routes;
import vn.congkhai.journal.Row;
import vn.congkhai.journal.Submissions;

/// `GET /api/v1/board`, made once a version, and `GET /api/v1/submissions`, the journal itself, by
/// which anybody can check that no published figure was changed behind their back.
public final class OpenData implements Routes {
  private static final int USUAL_PAGE = 100;

  private final CurrentBoard current;
  private final Submissions submissions;
  private final boolean illustrative;
  private final AtomicReference<@Nullable Rendered> rendered = new AtomicReference<>();

  /// @param illustrative whether the figures are made up, which every answer must say
  public OpenData(CurrentBoard current, Submissions submissions, boolean illustrative) {
    this.current = current;
    this.submissions = submissions;
    this.illustrative = illustrative;
  }

  private record Rendered(Board board, Document document) {}

  @Override
  public void addTo(Router router) {
    Edge.read(router, "/api/v1/*").handler(OpenData::share);
    Edge.read(router, "/api/v1/board").handler(this::board);
    Edge.read(router, "/api/v1/submissions").handler(this::journal);
  }

  private static void share(RoutingContext context) {
    context.response().putHeader("Access-Control-Allow-Origin", "*");
    context.next();
  }

  private void board(RoutingContext context) {
    Board board = current.board();
    Rendered known = rendered.get();
    if (known == null || known.board() != board) {
      String etag = board.version() + "-" + board.generatedAt().toEpochMilli();
      Document document = Document.of("application/json", etag, BoardJson.of(board, illustrative));
      known = new Rendered(board, document);
      rendered.set(known);
    }
    known.document().send(context);
  }

  private void journal(RoutingContext context) {
    long after = number(context, "after", 0, Long.MAX_VALUE);
    int limit = (int) Math.max(1, number(context, "limit", USUAL_PAGE, Submissions.PAGE));
    submissions
        .after(after, limit)
        .map(OpenData::json)
        .onSuccess(body -> Answers.json(context, 200, body))
        .onFailure(_ ->
            Answers.failure(
                context,
                new Failure(
                    Failure.Kind.UNAVAILABLE,
                    "Cơ sở dữ liệu đang ngừng; xin thử lại sau.",
                    "The database is away; please try again later.")));
  }

  private static Buffer json(List<Row> rows) {
    return Json.object(json -> {
      json.writeArrayFieldStart("submissions");
      for (Row row : rows) {
        json.writeStartObject();
        json.writeNumberField("submission", row.number());
        json.writeStringField("hash", row.hash().toString());
        json.writeStringField("content", row.content());
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private static long number(RoutingContext context, String name, long usual, long largest) {
    String text = context.request().getParam(name);
    if (text == null) {
      return usual;
    }
    if (!text.matches("\\d{1,15}")) {
      throw new Failure(
          Failure.Kind.MALFORMED,
          "“" + name + "” phải là số nguyên không âm.",
          "“" + name + "” must be a whole number, 0 or more.");
    }
    return Math.min(largest, Long.parseLong(text));
  }
}
