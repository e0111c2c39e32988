package vn.congkhai.board;

import org.jspecify.annotations.Nullable;
import vn.congkhai.board.PartScore.Why;
import vn.congkhai.board.Score.Found;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;

/// Scores of the figures on a board.
final class Scores {
  private Scores() {}

  static Score of(Board board, Agency agency) {
    return Score.of(
        board.catalogue().scoring(),
        board.judgingDay(),
        measured -> {
          for (AgencyFigure figure : board.figures(agency.code())) {
            if (figure.indicator().code().equals(measured.indicator())) {
              return found(figure.yearToDate());
            }
          }
          return new Found.Nothing(Why.NOT_OWED);
        });
  }

  static Score of(Board board) {
    return Score.of(
        board.catalogue().scoring(),
        board.judgingDay(),
        measured -> {
          Indicator indicator = board.catalogue().indicator(measured.indicator().value());
          return indicator == null
              ? new Found.Nothing(Why.NOT_MEASURED)
              : found(board.rollUp(indicator).yearToDate());
        });
  }

  private static Found found(Figure.@Nullable Ratio counts) {
    return counts == null ? new Found.Nothing(Why.UNREPORTED) : new Found.Counts(counts);
  }
}
