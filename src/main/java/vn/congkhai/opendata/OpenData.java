package vn.congkhai.opendata;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Board;
import vn.congkhai.board.CurrentBoard;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Document;
import vn.congkhai.http.Edge;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Json;
import vn.congkhai.http.Kept;
import vn.congkhai.http.Routes;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Plan;
import vn.congkhai.journal.Row;
import vn.congkhai.journal.Submissions;

/// The public read API: what the board shows, each answer made once a version, and `GET
/// /api/v1/submissions`, the journal itself, by which anybody can check that no published figure
/// was changed behind their back.
public final class OpenData implements Routes {
  private static final int USUAL_PAGE = 100;
  private static final long MOST_BYTES = 8 << 20;

  private final CurrentBoard current;
  private final Submissions submissions;
  private final boolean illustrative;
  private final Kept<String, Stamp> answers = new Kept<>(MOST_BYTES);

  /// @param illustrative whether the figures are made up, which every answer must say
  public OpenData(CurrentBoard current, Submissions submissions, boolean illustrative) {
    this.current = current;
    this.submissions = submissions;
    this.illustrative = illustrative;
  }

  private record Stamp(long version, Instant generatedAt) {
    static Stamp of(Board board) {
      return new Stamp(board.version(), board.generatedAt());
    }

    String etag() {
      return version + "-" + generatedAt.toEpochMilli();
    }
  }

  @Override
  public void addTo(Router router) {
    Edge.read(router, "/api/v1/*").handler(OpenData::share);
    Edge.read(router, "/api/v1/board").handler(context -> answer(context, "board", BoardJson::of));
    Edge.read(router, "/api/v1/agencies")
        .handler(context -> answer(context, "agencies", ListsJson::agencies));
    Edge.read(router, "/api/v1/agencies/:code").handler(this::agency);
    Edge.read(router, "/api/v1/indicators")
        .handler(context -> answer(context, "indicators", ListsJson::indicators));
    Edge.read(router, "/api/v1/plans")
        .handler(context -> answer(context, "plans", ListsJson::plans));
    Edge.read(router, "/api/v1/plans/:code").handler(this::plan);
    Edge.read(router, "/api/v1/ranking").handler(this::ranking);
    Edge.read(router, "/api/v1/duties").handler(this::duties);
    Edge.read(router, "/api/v1/comparisons").handler(this::comparisons);
    Edge.read(router, "/api/v1/submissions").handler(this::journal);
  }

  private static void share(RoutingContext context) {
    context.response().putHeader("Access-Control-Allow-Origin", "*");
    context.next();
  }

  /// @param key names the answer; only for things that exist, so that their number is bounded
  private void answer(RoutingContext context, String key, Function<Board, Buffer> writing) {
    Board board = current.board();
    Stamp stamp = Stamp.of(board);
    answers
        .get(
            context.vertx(),
            key,
            stamp,
            () -> Document.of("application/json", stamp.etag(), marked(writing.apply(board))))
        .onSuccess(document -> document.send(context))
        .onFailure(failure -> Answers.failure(context, failure));
  }

  /// Says in the answer itself when the figures are made up.
  private Buffer marked(Buffer body) {
    return illustrative
        ? Buffer.buffer("{\"illustrative\":true,").appendBuffer(body, 1, body.length() - 1)
        : body;
  }

  private void agency(RoutingContext context) {
    Agency agency = current.board().catalogue().agency(code(context));
    if (agency == null) {
      throw missing("Không có cơ quan này.", "There is no such agency.");
    }
    answer(context, "agencies/" + agency.code(), board -> AgencyJson.of(board, agency));
  }

  private void plan(RoutingContext context) {
    Plan plan = current.board().catalogue().plan(code(context));
    if (plan == null) {
      throw missing("Không có kế hoạch này.", "There is no such plan.");
    }
    answer(context, "plans/" + plan.code(), board -> PlanJson.of(board, plan));
  }

  private void ranking(RoutingContext context) {
    String code = context.request().getParam("indicator");
    if (code == null) {
      answer(context, "ranking", board -> RankingJson.of(board.ranking(), null));
      return;
    }
    Indicator indicator = current.board().catalogue().indicator(code);
    if (indicator == null) {
      throw missing("Không có chỉ tiêu này.", "There is no such indicator.");
    }
    answer(
        context, "ranking/" + code, board -> RankingJson.of(board.ranking(indicator), indicator));
  }

  private void comparisons(RoutingContext context) {
    String code = context.request().getParam("indicator");
    if (code != null && current.board().catalogue().indicator(code) == null) {
      throw missing("Không có chỉ tiêu này.", "There is no such indicator.");
    }
    answer(context, "comparisons/" + code, board -> ListsJson.comparisons(board, code));
  }

  private void duties(RoutingContext context) {
    Board board = current.board();
    String asked = context.request().getParam("period");
    Period period = asked == null ? board.duties().newestEnded() : Period.parse(asked);
    if (asked != null && period == null) {
      throw new Failure(
          Failure.Kind.MALFORMED,
          "“period” phải là kỳ báo cáo, ví dụ 2026-10, 2026-Q4.",
          "“period” must be a period, for example 2026-10, 2026-Q4.");
    }
    if (period == null || period.year() != board.catalogue().year()) {
      // an answer without rows, not kept: anybody could ask for any year
      Answers.json(context, 200, marked(DutiesJson.of(period, List.of())));
      return;
    }
    answer(context, "duties/" + period, now -> DutiesJson.of(period, now.duties().of(period)));
  }

  private static String code(RoutingContext context) {
    @Nullable String code = context.pathParam("code");
    return code == null ? "" : code;
  }

  private static Failure missing(String vi, String en) {
    return new Failure(Failure.Kind.NOT_FOUND, vi, en);
  }

  private void journal(RoutingContext context) {
    long after = number(context, "after", 0, Long.MAX_VALUE);
    int limit = (int) Math.max(1, number(context, "limit", USUAL_PAGE, Submissions.PAGE));
    submissions
        .page(after, limit)
        .map(OpenData::json)
        .onSuccess(body -> Answers.json(context, 200, body))
        .onFailure(_ -> Answers.failure(context, Failure.databaseAway()));
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
