package vn.congkhai.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
import vn.congkhai.indicator.Regime;

/// What an agency reports for a period: the rows of the form.
///
/// @param rows in the order of the catalogue
record Worksheet(Board board, Agency agency, Period period, List<Row> rows) {
  private static final int LONGEST_NUMBER = 20;

  /// One indicator.
  ///
  /// @param current the figure of the period that is published; null when there is none
  /// @param previous the figure of the period before
  /// @param duty null when no plan says when the report is due
  record Row(
      Indicator indicator,
      @Nullable Reported current,
      @Nullable Reported previous,
      @Nullable Duty duty) {

    /// The published figure as the cells of the row hold it.
    private Map<String, String> published() {
      return switch (current == null ? null : current.figure()) {
        case Figure.Ratio(long numerator, long denominator) ->
            Map.of(
                Part.NUMERATOR.of(indicator),
                Long.toString(numerator),
                Part.DENOMINATOR.of(indicator),
                Long.toString(denominator));
        case Figure.Value(BigDecimal amount) ->
            Map.of(Part.VALUE.of(indicator), amount.toPlainString());
        case null -> Map.of();
      };
    }

    /// The published figure in one word, such as `812/1043`; empty when there is none.
    String spelled() {
      return spelled(new Typed(published(), Map.of(), ""));
    }

    /// What stands in the cells in one word; the same for every way to write the same numbers.
    private String spelled(Typed typed) {
      return typed.empty(indicator)
          ? ""
          : Part.of(indicator.measure()).stream()
              .map(part -> spelled(typed, part))
              .collect(Collectors.joining("/"));
    }

    private String spelled(Typed typed, Part part) {
      return typed.cell(indicator, part) instanceof Cell.Digits(String digits)
              && digits.length() < LONGEST_NUMBER
          ? new BigDecimal(digits).stripTrailingZeros().toPlainString()
          : "?" + typed.text(indicator, part);
    }

    private String given(Typed typed) {
      return typed.given().getOrDefault(indicator.code().value(), spelled());
    }

    private boolean untouched(Typed typed) {
      return spelled(typed).equals(given(typed));
    }

    private boolean overtaken(Typed typed) {
      return !typed.empty(indicator)
          && !untouched(typed)
          && !given(typed).equals(spelled())
          && !spelled(typed).equals(spelled());
    }

    /// Whether only an interim figure is there and the period has ended.
    private boolean unsettled(LocalDate today, Period period) {
      return current != null
          && current.settled() == null
          && period.ended(today, indicator.regime());
    }
  }

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
    return new Row(indicator, series.at(period), series.before(period), duty);
  }

  /// Whether the period has begun, by the earliest reckoning.
  boolean begun() {
    return !board.today().isBefore(period.start(Regime.ADMINISTRATIVE));
  }

  List<Indicator> indicators() {
    return rows.stream().map(Row::indicator).toList();
  }

  /// What the cells hold before anybody typed: the figures that are published.
  Typed published() {
    Map<String, String> cells = new HashMap<>();
    rows.forEach(row -> cells.putAll(row.published()));
    return new Typed(cells, Map.of(), "");
  }

  /// What was typed, and in the rows that nobody touched what is published by now.
  Typed renewed(Typed typed) {
    Typed renewed = typed;
    for (Row row : rows) {
      if (row.untouched(typed)) {
        renewed = renewed.with(row.indicator(), row.published());
      }
    }
    return renewed;
  }

  /// The indicators whose row says something new: one that nobody touched, or that says what is
  /// published, is not sent again, unless that was interim and its period has ended.
  List<Indicator> sent(Typed typed) {
    return rows.stream()
        .filter(row -> !typed.empty(row.indicator()) && says(row, typed))
        .map(Row::indicator)
        .toList();
  }

  private boolean says(Row row, Typed typed) {
    boolean asPublished = row.spelled(typed).equals(row.spelled());
    return asPublished ? row.unsettled(board.today(), period) : !row.untouched(typed);
  }

  /// The indicators that somebody typed over a figure which was replaced from elsewhere meanwhile.
  List<Row> overtaken(Typed typed) {
    return rows.stream().filter(row -> row.overtaken(typed)).toList();
  }
}
