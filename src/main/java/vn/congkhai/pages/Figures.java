package vn.congkhai.pages;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.AgencyFigure;
import vn.congkhai.board.Board;
import vn.congkhai.board.Comparison;
import vn.congkhai.board.Reported;
import vn.congkhai.board.RollUp;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Measure;
import vn.congkhai.indicator.Standing;
import vn.congkhai.indicator.Target;
import vn.congkhai.pages.Views.Shown;
import vn.congkhai.typeset.Typography;
import vn.congkhai.typeset.Words;

/// Sets figures, with the hooks by which machines find them.
final class Figures {
  private final Words words;
  private final Typography type;
  private final Board board;

  Figures(Words words, Typography type, Board board) {
    this.words = words;
    this.type = type;
    this.board = board;
  }

  /// The newest period's figure.
  Shown period(AgencyFigure figure) {
    Reported newest = figure.newest();
    return of(figure, newest == null ? null : newest.figure(), "period");
  }

  /// The figure that the standing is of.
  Shown year(AgencyFigure figure) {
    return of(figure, figure.judged(), "year");
  }

  /// A figure of one period, not of the year.
  Shown of(Agency agency, Indicator indicator, @Nullable Figure figure) {
    Target target =
        board.catalogue().targets().effective(indicator.code(), agency, board.judgingDay());
    Hooks hooks =
        new Hooks(
            agency.code().value(),
            "",
            Standing.of(figure, target),
            "period",
            trace(agency, indicator));
    return of(indicator, figure, hooks, target);
  }

  /// Our figure beside somebody else's.
  Shown of(Comparison comparison) {
    Agency agency = comparison.agency();
    Indicator indicator = comparison.indicator();
    if (agency != null) {
      return of(agency, indicator, comparison.figure());
    }
    return of(indicator, comparison.figure(), String.valueOf(comparison.coverage()));
  }

  /// Several agencies' figure of one period.
  ///
  /// @param coverage of how many of how many: `61/70`
  Shown of(Indicator indicator, @Nullable Figure sum, String coverage) {
    Target target = board.catalogue().targets().effective(indicator.code(), board.judgingDay());
    String trace = "/board/indicators/" + indicator.code() + "/trace";
    Hooks hooks = new Hooks("", coverage, Standing.of(sum, target), "period", trace);
    return of(indicator, sum, hooks, target);
  }

  /// Where an agency's figures of an indicator come from.
  static String trace(Agency agency, Indicator indicator) {
    if (indicator.source() == Indicator.Source.PLAN_TASKS) {
      return "/board/agencies/" + agency.code() + "/tasks";
    }
    return "/board/agencies/" + agency.code() + "/indicators/" + indicator.code();
  }

  /// A figure of the province, of a period or of the year. A bare value is not rolled up, and says
  /// so.
  Shown of(RollUp rollUp, Figure.@Nullable Ratio sums, String coverage, String extent) {
    Indicator indicator = rollUp.indicator();
    String trace = "/board/indicators/" + indicator.code() + "/trace";
    Hooks hooks = new Hooks("", coverage, rollUp.standing(), extent, trace);
    Shown shown = of(indicator, sums, hooks, rollUp.target());
    return indicator.measure() == Measure.VALUE ? shown.saying(words.get("no-roll-up")) : shown;
  }

  private Shown of(AgencyFigure figure, @Nullable Figure shown, String extent) {
    Hooks hooks =
        new Hooks(
            figure.agency().code().value(),
            "",
            figure.standing(),
            extent,
            trace(figure.agency(), figure.indicator()));
    return of(figure.indicator(), shown, hooks, figure.target());
  }

  private record Hooks(
      String agency, String coverage, Standing standing, String extent, String href) {}

  private Shown of(
      Indicator indicator, @Nullable Figure figure, Hooks hooks, @Nullable Target target) {
    String ratio = "";
    String value = "";
    String counts = "";
    if (figure instanceof Figure.Ratio sums) {
      ratio = sums.fraction().isPresent() ? Double.toString(sums.fraction().getAsDouble()) : "";
      counts = type.counts(sums);
    } else if (figure instanceof Figure.Value(BigDecimal amount)) {
      value = amount.toPlainString();
    }
    return new Shown(
        indicator.code().value(),
        hooks.agency(),
        hooks.coverage(),
        ratio,
        value,
        hooks.standing().code(),
        hooks.extent(),
        type.figure(figure, target, indicator),
        counts,
        figure == null ? "" : hooks.href());
  }
}
