package vn.congkhai.opendata;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Board;
import vn.congkhai.board.CurrentBoard;
import vn.congkhai.board.Duty;
import vn.congkhai.board.Ranking;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Document;
import vn.congkhai.http.Edge;
import vn.congkhai.http.Kept;
import vn.congkhai.http.Routes;
import vn.congkhai.http.Unkept;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Plan;
import vn.congkhai.journal.Submissions;

/// The public read API: what the board shows, each answer made once a version, and what may be
/// asked for in any number of ways, made for each reader anew.
public final class OpenData implements Routes {
  private static final long MOST_KEPT_BYTES = 8 << 20;
  private static final int MOST_MADE_AT_ONCE = 8;
  private static final long MOST_UNTAKEN_BYTES = 48 << 20;

  private final CurrentBoard current;
  private final Submissions submissions;
  private final Scribe scribe;
  private final Kept<String, Stamp> answers = new Kept<>(MOST_KEPT_BYTES);
  private final Unkept others = new Unkept(MOST_MADE_AT_ONCE, MOST_UNTAKEN_BYTES);

  /// @param illustrative whether the figures are made up, which every answer must say
  public OpenData(CurrentBoard current, Submissions submissions, boolean illustrative) {
    this.current = current;
    this.submissions = submissions;
    this.scribe = new Scribe(illustrative);
  }

  @Override
  public void addTo(Router router) {
    // before anything can fail: a browser must be able to read why
    router.route("/api/v1/*").order(-60).handler(OpenData::share);
    Edge.read(router, "/api/v1/board").handler(this::board);
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
    Edge.read(router, "/api/v1/observations").handler(new GetObservations(current, scribe, others));
    Edge.read(router, "/api/v1/submissions")
        .handler(new GetSubmissions(current, submissions, scribe, others));
  }

  /// Everybody's page may read it: it is public, and nobody is known here.
  private static void share(RoutingContext context) {
    context
        .response()
        .putHeader("Access-Control-Allow-Origin", "*")
        .putHeader("Access-Control-Expose-Headers", "ETag, Link, Retry-After");
    context.next();
  }

  private Catalogue catalogue() {
    return current.board().catalogue();
  }

  /// An answer that is JSON only.
  ///
  /// @param key names the answer; only for things that exist, so that their number is bounded
  private void answer(RoutingContext context, String key, Function<Board, Buffer> writing) {
    Board board = current.board();
    Stamp stamp = Stamp.of(board);
    keep(context, key, stamp, () -> scribe.json(stamp.etag(Format.JSON), writing.apply(board)));
  }

  /// An answer that is a table, in the format that is asked for.
  ///
  /// @param key as above
  private void table(
      RoutingContext context,
      String key,
      Function<Board, Buffer> json,
      Function<Board, Csv.Table> csv) {
    Board board = current.board();
    Stamp stamp = Stamp.of(board);
    Format format = format(context);
    keep(context, key + "." + format.code(), stamp, () -> write(board, key, format, json, csv));
  }

  private Document write(
      Board board,
      String key,
      Format format,
      Function<Board, Buffer> json,
      Function<Board, Csv.Table> csv) {
    String etag = Stamp.of(board).etag(format);
    return switch (format) {
      case JSON -> scribe.json(etag, json.apply(board));
      case CSV -> scribe.csv(etag, key.replace('/', '-'), csv.apply(board));
    };
  }

  private void keep(RoutingContext context, String key, Stamp stamp, Callable<Document> making) {
    answers
        .get(context.vertx(), key, stamp, making)
        .onSuccess(document -> document.send(context))
        .onFailure(failure -> Answers.failure(context, failure));
  }

  private static Format format(RoutingContext context) {
    Parameters parameters = new Parameters(context);
    Format format = Format.asked(context, parameters);
    parameters.check();
    return format;
  }

  private static @Nullable String parameter(RoutingContext context, String name) {
    Parameters parameters = new Parameters(context);
    String text = parameters.text(name);
    parameters.check();
    return text;
  }

  private static String code(RoutingContext context) {
    @Nullable String code = context.pathParam("code");
    return code == null ? "" : code;
  }

  private void board(RoutingContext context) {
    table(context, "board", BoardJson::of, TablesCsv::board);
  }

  private void agency(RoutingContext context) {
    Agency agency = Known.agency(catalogue(), code(context));
    answer(context, "agencies/" + agency.code(), board -> AgencyJson.of(board, agency));
  }

  private void plan(RoutingContext context) {
    Plan plan = Known.plan(catalogue(), code(context));
    answer(context, "plans/" + plan.code(), board -> PlanJson.of(board, plan));
  }

  private void ranking(RoutingContext context) {
    String code = parameter(context, "indicator");
    Indicator indicator = code == null ? null : Known.indicator(catalogue(), code);
    Function<Board, Ranking> ranking =
        board -> indicator == null ? board.ranking() : board.ranking(indicator);
    table(
        context,
        indicator == null ? "ranking" : "ranking/" + code,
        board -> RankingJson.of(ranking.apply(board), indicator),
        board -> TablesCsv.ranking(ranking.apply(board)));
  }

  private void comparisons(RoutingContext context) {
    String code = parameter(context, "indicator");
    Indicator indicator = code == null ? null : Known.indicator(catalogue(), code);
    answer(
        context,
        indicator == null ? "comparisons" : "comparisons/" + code,
        board -> ListsJson.comparisons(board, code));
  }

  private void duties(RoutingContext context) {
    Board board = current.board();
    Parameters parameters = new Parameters(context);
    Period asked = parameters.period("period");
    parameters.check();
    Period period = asked == null ? board.duties().newestEnded() : asked;
    Function<Board, List<Duty>> owed = now -> period == null ? List.of() : now.duties().of(period);
    Function<Board, Buffer> json = now -> DutiesJson.of(period, owed.apply(now));
    Function<Board, Csv.Table> csv = now -> TablesCsv.duties(owed.apply(now));
    if (period != null && period.year() == board.catalogue().year()) {
      table(context, "duties/" + period, json, csv);
    } else {
      // an answer without rows, not kept: anybody could ask for any year
      Format format = format(context);
      others.send(context, () -> write(board, "duties", format, json, csv));
    }
  }
}
