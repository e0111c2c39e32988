package vn.congkhai.form;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Board;
import vn.congkhai.board.Duty;
import vn.congkhai.board.Reported;
import vn.congkhai.content.Cell;
import vn.congkhai.form.Typed.Part;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Period;

/// What an agency reports for a period: the rows of the form.
///
/// @param rows in the order of the catalogue
record Worksheet(Board board, Agency agency, Period period, List<Row> rows) {
  /// One indicator.
  ///
  /// @param current the figure of the period that is published; null when there is none
  /// @param previous the figure of the period before
  /// @param duty null when no plan says when the report is due
  record Row(
      Indicator indicator,
      @Nullable Reported current,
      @Nullable Reported previous,
      @Nullable Duty duty) {}

  static Worksheet of(Board board, Agency agency, Period period) {
    List<Row> rows =
        board.catalogue().owedBy(agency.code()).stream()
            .filter(indicator -> indicator.source() == Indicator.Source.AGENCIES)
            .filter(indicator -> indicator.cycle() == period.cycle())
            .filter(indicator -> agency.existsFor(period, indicator.regime()))
            .filter(indicator -> !board.today().isBefore(period.start(indicator.regime())))
            .map(indicator -> row(board, agency, period, indicator))
            .toList();
    return new Worksheet(board, agency, period, rows);
  }

  private static Row row(Board board, Agency agency, Period period, Indicator indicator) {
    var series = board.series(agency, indicator);
    Duty duty =
        board.duties().of(agency, indicator).stream()
            .filter(each -> each.period().equals(period))
            .findFirst()
            .orElse(null);
    return new Row(indicator, series.at(period), before(series.figures(), period), duty);
  }

  /// The figure of the newest period before that one.
  private static @Nullable Reported before(List<Reported> figures, Period period) {
    Reported before = null;
    for (Reported figure : figures) {
      if (figure.period().compareTo(period) < 0) {
        before = figure;
      }
    }
    return before;
  }

  List<Indicator> indicators() {
    return rows.stream().map(Row::indicator).toList();
  }

  /// What the cells hold before anybody typed: the figures that are published.
  Typed published() {
    Map<String, String> cells = new HashMap<>();
    for (Row row : rows) {
      Reported current = row.current();
      switch (current == null ? null : current.figure()) {
        case Figure.Ratio(long numerator, long denominator) -> {
          cells.put(Part.NUMERATOR.of(row.indicator()), Long.toString(numerator));
          cells.put(Part.DENOMINATOR.of(row.indicator()), Long.toString(denominator));
        }
        case Figure.Value(BigDecimal amount) ->
            cells.put(Part.VALUE.of(row.indicator()), amount.toPlainString());
        case null -> {}
      }
    }
    return new Typed(cells, "");
  }

  /// The indicators whose row says something new: one that stands as it is published is not sent
  /// again, unless it was interim and its period has ended.
  List<Indicator> sent(Typed typed) {
    return rows.stream()
        .filter(row -> !typed.empty(row.indicator()) && !settled(row, typed))
        .map(Row::indicator)
        .toList();
  }

  private boolean settled(Row row, Typed typed) {
    Reported current = row.current();
    if (current == null) {
      return false;
    }
    boolean ended = period.ended(board.today(), row.indicator().regime());
    return (current.settled() != null || !ended)
        && switch (current.figure()) {
          case Figure.Ratio(long numerator, long denominator) ->
              holds(typed.cell(row.indicator(), Part.NUMERATOR), BigDecimal.valueOf(numerator))
                  && holds(
                      typed.cell(row.indicator(), Part.DENOMINATOR),
                      BigDecimal.valueOf(denominator));
          case Figure.Value(BigDecimal amount) ->
              holds(typed.cell(row.indicator(), Part.VALUE), amount);
        };
  }

  private static boolean holds(Cell cell, BigDecimal number) {
    return cell instanceof Cell.Digits(String digits)
        && digits.length() < 20
        && new BigDecimal(digits).compareTo(number) == 0;
  }
}
