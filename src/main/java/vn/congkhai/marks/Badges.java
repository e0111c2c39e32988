package vn.congkhai.marks;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.AgencyFigure;
import vn.congkhai.board.Board;
import vn.congkhai.board.CurrentBoard;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Document;
import vn.congkhai.http.Edge;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Kept;
import vn.congkhai.http.Routes;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Language;
import vn.congkhai.typeset.Templates;
import vn.congkhai.typeset.Words;

/// `GET /badges/AGENCY/INDICATOR.svg`: how an agency, or with the province's code the province,
/// stands in one indicator. Each badge is drawn once a board and a language, off the event loop.
public final class Badges implements Routes {
  private static final long MOST_BYTES = 8 << 20;

  private final CurrentBoard current;
  private final Language usual;
  private final List<String> notices = new ArrayList<>();
  private final Templates templates = new Templates("badge");
  private final Kept<Address, Moment> drawn = new Kept<>(MOST_BYTES);

  /// @param usual language of a badge when none is asked for
  /// @param illustrative whether the figures are made up
  /// @param rehearsal whether the clock does not show the real time
  public Badges(CurrentBoard current, Language usual, boolean illustrative, boolean rehearsal) {
    this.current = current;
    this.usual = usual;
    if (illustrative) {
      notices.add("notice-illustrative");
    }
    if (rehearsal) {
      notices.add("badge-rehearsal");
    }
  }

  /// A badge in a language. Only badges that exist get one, so their number is bounded.
  private record Address(String subject, String indicator, Language language) {}

  /// What a drawn badge holds for. It names the board and does not keep it.
  private record Moment(long version, Instant generatedAt) {}

  @Override
  public void addTo(Router router) {
    Pictures.share(router, "/badges/*");
    Edge.read(router, "/badges/:agency/:indicator.svg").handler(this::badge);
  }

  private void badge(RoutingContext context) {
    Board board = current.board();
    Indicator indicator = board.catalogue().indicator(parameter(context, "indicator"));
    if (indicator == null) {
      throw new Failure(
          Failure.Kind.NOT_FOUND,
          "Không có chỉ tiêu mã này; danh sách ở /api/v1/indicators.",
          "There is no such indicator; they are listed at /api/v1/indicators.");
    }
    String subject = parameter(context, "agency");
    if (subject.equals(board.catalogue().province().code())) {
      send(context, board, subject, indicator, null);
    } else {
      send(context, board, subject, indicator, figure(board, subject, indicator));
    }
  }

  /// What the agency owes; of an agency that no longer exists only what it reported.
  private static AgencyFigure figure(Board board, String code, Indicator indicator) {
    Agency agency = board.catalogue().agency(code);
    if (agency == null) {
      throw new Failure(
          Failure.Kind.NOT_FOUND,
          "Không có cơ quan mã này; danh sách ở /api/v1/agencies.",
          "There is no such agency; they are listed at /api/v1/agencies.");
    }
    return board.figures(agency.code()).stream()
        .filter(figure -> figure.indicator().equals(indicator))
        .filter(figure -> board.inForce(agency) || figure.newest() != null)
        .findFirst()
        .orElseThrow(() ->
            new Failure(
                Failure.Kind.NOT_FOUND,
                "Cơ quan này không báo cáo chỉ tiêu ấy.",
                "This agency does not report that indicator."));
  }

  /// @param figure of the agency; null for the province
  private void send(
      RoutingContext context,
      Board board,
      String subject,
      Indicator indicator,
      @Nullable AgencyFigure figure) {
    Language named = Language.tagged(context.request().getParam("lang"));
    Language language = named == null ? usual : named;
    drawn
        .get(
            context.vertx(),
            new Address(subject, indicator.code().value(), language),
            new Moment(board.version(), board.generatedAt()),
            () -> draw(board, language, indicator, figure))
        .onSuccess(document -> document.send(context))
        .onFailure(failure -> Answers.failure(context, failure));
  }

  private Document draw(
      Board board, Language language, Indicator indicator, @Nullable AgencyFigure figure) {
    Engraver engraver = new Engraver(board, Words.of(language), notices);
    Inscription inscription =
        figure == null ? engraver.of(board.rollUp(indicator)) : engraver.of(figure);
    return Pictures.document(templates.draw("badge", Layout.of(inscription)));
  }

  private static String parameter(RoutingContext context, String name) {
    String text = context.pathParam(name);
    return text == null ? "" : text;
  }
}
