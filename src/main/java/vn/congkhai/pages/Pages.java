package vn.congkhai.pages;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.CurrentBoard;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Edge;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Routes;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Plan;
import vn.congkhai.journal.Hash;
import vn.congkhai.journal.Row;
import vn.congkhai.journal.Submissions;
import vn.congkhai.typeset.Assets;

/// The addresses of the public pages.
public final class Pages implements Routes {
  private final CurrentBoard current;
  private final Submissions submissions;
  private final Press press;

  /// @param usual language of a page when none is asked for
  /// @param storing whether figures can be stored at the moment
  public Pages(
      CurrentBoard current,
      Submissions submissions,
      Clock clock,
      Language usual,
      Notice notice,
      BooleanSupplier storing) {
    this.current = current;
    this.submissions = submissions;
    this.press = new Press(current, clock, usual, notice, storing);
  }

  @Override
  public void addTo(Router router) {
    Edge.read(router, "/").handler(Pages::toBoard);
    Edge.read(router, "/board*").handler(Edge::pageHeaders);
    page(router, "/board", new BoardPage());
    page(router, "/board/ranking", new RankingPage());
    page(router, "/board/duties", new DutiesPage());
    page(router, "/board/plans", new PlansPage());
    page(router, "/board/score", new ScorePage(null));
    page(router, "/board/comparison", new ComparisonPage());
    found(router, "/board/duties/:period", this::periodDuties);
    found(router, "/board/plans/:plan", of(this::plan, PlanPage::new));
    found(router, "/board/indicators/:indicator", of(this::indicator, IndicatorPage::new));
    found(router, "/board/indicators/:indicator/trace", of(this::indicator, MatrixPage::new));
    found(router, "/board/agencies/:agency", of(this::agency, AgencyPage::new));
    found(router, "/board/agencies/:agency/duties", of(this::agency, AgencyDutiesPage::new));
    found(router, "/board/agencies/:agency/tasks", of(this::agency, AgencyTasksPage::new));
    found(router, "/board/agencies/:agency/score", of(this::agency, ScorePage::new));
    found(router, "/board/agencies/:agency/indicators/:indicator", this::figure);
    Edge.read(router, "/board/submissions").handler(this::receipt);
    Edge.read(router, "/board/submissions/:number").handler(this::submission);
    Edge.read(router, "/board/*").handler(this::missing);
    Assets.addTo(router);
  }

  private void page(Router router, String path, Page page) {
    Edge.read(router, path).handler(context -> press.send(context, page));
  }

  /// @param finding the page, or null when there is none at that address
  private void found(Router router, String path, Function<RoutingContext, @Nullable Page> finding) {
    Edge.read(router, path)
        .handler(context -> {
          Page page = finding.apply(context);
          if (page == null) {
            missing(context);
          } else {
            press.send(context, page);
          }
        });
  }

  private static <T> Function<RoutingContext, @Nullable Page> of(
      Function<RoutingContext, @Nullable T> subject, Function<T, Page> page) {
    return context -> {
      T found = subject.apply(context);
      return found == null ? null : page.apply(found);
    };
  }

  private static void toBoard(RoutingContext context) {
    String query = context.request().query();
    redirect(context, query == null ? "/board" : "/board?" + query);
  }

  private static void redirect(RoutingContext context, String address) {
    var _ = context.response().setStatusCode(302).putHeader("Location", address).end();
  }

  private void missing(RoutingContext context) {
    context.response().setStatusCode(404);
    press.send(context, new MissingPage());
  }

  private Catalogue catalogue() {
    return current.board().catalogue();
  }

  private static String parameter(RoutingContext context, String name) {
    String text = context.pathParam(name);
    return text == null ? "" : text;
  }

  private @Nullable Agency agency(RoutingContext context) {
    return catalogue().agency(parameter(context, "agency"));
  }

  private @Nullable Indicator indicator(RoutingContext context) {
    return catalogue().indicator(parameter(context, "indicator"));
  }

  private @Nullable Plan plan(RoutingContext context) {
    return catalogue().plan(parameter(context, "plan"));
  }

  private @Nullable Page figure(RoutingContext context) {
    Agency agency = agency(context);
    Indicator indicator = indicator(context);
    return agency == null || indicator == null || !indicator.owedBy(agency)
        ? null
        : new FigurePage(agency, indicator);
  }

  private @Nullable Page periodDuties(RoutingContext context) {
    Period period = Period.parse(parameter(context, "period"));
    return period == null || !current.board().duties().periods().contains(period)
        ? null
        : new PeriodDutiesPage(period);
  }

  /// The form that a receipt is typed into, which leads to the page of its submission.
  private void receipt(RoutingContext context) {
    String typed = asked(context, "number").strip();
    String number = typed.replaceAll("[\\s\\p{Z}.,]", "").replaceFirst("^0+(?=\\d)", "");
    if (typed.isEmpty()) {
      press.send(context, ReceiptPage.EMPTY);
    } else if (number.matches("\\d{1,20}")) {
      String query = "?hash=" + encoded(asked(context, "hash")) + language(context);
      redirect(context, "/board/submissions/" + number + query);
    } else {
      noSubmission(context, typed);
    }
  }

  private static String language(RoutingContext context) {
    String language = asked(context, "lang");
    return language.isEmpty() ? "" : "&lang=" + encoded(language);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String asked(RoutingContext context, String name) {
    String text = context.queryParams().get(name);
    return text == null ? "" : text;
  }

  private void noSubmission(RoutingContext context, String number) {
    context.response().setStatusCode(404);
    press.sendOnce(context, new ReceiptPage(number, asked(context, "hash")));
  }

  /// The submission and, for its hash, the one before: a bounded question to the database.
  private void submission(RoutingContext context) {
    String text = parameter(context, "number");
    long number = text.matches("[1-9]\\d{0,14}") ? Long.parseLong(text) : 0;
    Future<List<Row>> rows =
        number == 0
            ? Future.succeededFuture(List.of())
            : submissions.after(Math.max(0, number - 2), number == 1 ? 1 : 2);
    rows.onSuccess(found -> submission(context, number, found))
        .onFailure(_ -> Answers.failure(context, Failure.databaseAway()));
  }

  private void submission(RoutingContext context, long number, List<Row> rows) {
    if (rows.isEmpty() || rows.getLast().number() != number) {
      noSubmission(context, parameter(context, "number"));
      return;
    }
    Hash before = rows.size() > 1 ? rows.getFirst().hash() : Hash.GENESIS;
    ReceiptCheck check = ReceiptCheck.of(asked(context, "hash"), rows.getLast(), before);
    press.sendOnce(context, new SubmissionPage(rows.getLast(), before, check));
  }
}
