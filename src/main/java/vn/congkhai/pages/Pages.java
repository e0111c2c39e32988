package vn.congkhai.pages;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.CurrentBoard;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Edge;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Routes;
import vn.congkhai.indicator.Playlist;
import vn.congkhai.indicator.QuietHours;
import vn.congkhai.indicator.ScreenName;
import vn.congkhai.journal.Hash;
import vn.congkhai.journal.Row;
import vn.congkhai.journal.Submissions;
import vn.congkhai.typeset.Assets;

/// The addresses of the public pages.
public final class Pages implements Routes {
  private static final String KIOSK = "/kiosk";

  private final Press press;
  private final Addresses addresses;
  private final Submissions submissions;
  private final Function<ScreenName, @Nullable Playlist> screens;
  private final String quietHours;

  /// @param screens what the screen of a name shows; null when there is no such screen
  public Pages(
      Press press,
      CurrentBoard current,
      Submissions submissions,
      Function<ScreenName, @Nullable Playlist> screens,
      HouseRules rules) {
    this.press = press;
    this.addresses = new Addresses(current);
    this.submissions = submissions;
    this.screens = screens;
    this.quietHours = rules.quietHours() == null ? "" : rules.quietHours().toString();
  }

  @Override
  public void addTo(Router router) {
    Edge.read(router, "/").handler(Pages::toBoard);
    Edge.read(router, "/kiosk").handler(Pages::toKiosk);
    Edge.read(router, "/kiosk/board*").handler(Pages::unattended);
    Edge.read(router, "/board*").handler(Edge::pageHeaders);
    Edge.read(router, "/board/submissions").handler(this::receipt);
    Edge.read(router, "/board/submissions/:number").handler(this::submission);
    Edge.read(router, "/board/screens/:screen").handler(this::screen);
    Edge.read(router, "/board*").handler(this::page);
    Assets.addTo(router);
    router
        .route()
        .last()
        .handler(Pages::onlyBrowsers)
        .handler(Edge::pageHeaders)
        .handler(this::missing);
  }

  /// Whoever mistypes an address in a browser is answered with a page, a program with a problem.
  private static void onlyBrowsers(RoutingContext context) {
    String accepted = context.request().getHeader("Accept");
    if (accepted != null && accepted.contains("text/html")) {
      context.next();
    } else {
      context.fail(404);
    }
  }

  private static void toBoard(RoutingContext context) {
    redirect(context, "/board" + query(context));
  }

  private static void toKiosk(RoutingContext context) {
    redirect(context, KIOSK + "/board" + query(context));
  }

  /// Any page in its form for screens: the address behind `/kiosk` is the page's own.
  private static void unattended(RoutingContext context) {
    Asked.unattended(context);
    context.reroute(context.normalizedPath().substring(KIOSK.length()) + query(context));
  }

  private static String query(RoutingContext context) {
    String query = context.request().query();
    return query == null ? "" : "?" + query;
  }

  private static void redirect(RoutingContext context, String address) {
    var _ = context.response().setStatusCode(302).putHeader("Location", address).end();
  }

  private void page(RoutingContext context) {
    Page page = addresses.at(context.normalizedPath());
    if (page == null) {
      missing(context);
    } else {
      press.send(context, page, alone(page));
    }
  }

  private void missing(RoutingContext context) {
    context.response().setStatusCode(404);
    Page page = new MissingPage();
    press.send(context, page, alone(page));
  }

  private void screen(RoutingContext context) {
    ScreenName name = ScreenName.parse(parameter(context, "screen"));
    Playlist playlist = name == null ? null : screens.apply(name);
    if (playlist == null) {
      Asked.unattended(context);
      missing(context);
      return;
    }
    List<Page> pages =
        playlist.pages().stream()
            .flatMap(address -> Stream.ofNullable(addresses.at(address.toString())))
            .toList();
    QuietHours own = playlist.quietHours();
    Reel reel =
        new Reel(
            playlist.name().value(),
            pages,
            playlist.seconds(),
            own == null ? quietHours : own.toString());
    press.send(context, "/board/screens/" + name, reel);
  }

  /// A screen that shows one page.
  private Reel alone(Page page) {
    return new Reel("", List.of(page), Playlist.USUAL_SECONDS, quietHours);
  }

  /// The form that a receipt is typed into, which leads to the page of its submission.
  private void receipt(RoutingContext context) {
    String typed = asked(context, "number").strip();
    String number = typed.replaceAll("[\\s\\p{Z}.,]", "").replaceFirst("^0+(?=\\d)", "");
    if (typed.isEmpty()) {
      press.send(context, ReceiptPage.EMPTY, alone(ReceiptPage.EMPTY));
    } else if (number.matches("\\d{1,20}")) {
      String query = "?hash=" + encoded(asked(context, "hash")) + language(context);
      String form = Asked.form(context) == Asked.Form.UNATTENDED ? KIOSK : "";
      redirect(context, form + "/board/submissions/" + number + query);
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
    sendOnce(context, new ReceiptPage(number, asked(context, "hash")));
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
    sendOnce(context, new SubmissionPage(rows.getLast(), before, check));
  }

  private void sendOnce(RoutingContext context, Page page) {
    press.sendOnce(context, page, alone(page));
  }

  private static String parameter(RoutingContext context, String name) {
    String text = context.pathParam(name);
    return text == null ? "" : text;
  }
}
