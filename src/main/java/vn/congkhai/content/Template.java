package vn.congkhai.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Board;
import vn.congkhai.board.Reported;
import vn.congkhai.board.Series;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Cycle;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.Period;

/// A table of what an agency owes, to be filled in and sent back as it is.
///
/// @param period that it was asked for; rows of other cycles have periods of their own
public record Template(Agency agency, Period period, List<Row> rows) {
  static final List<String> COLUMNS =
      List.of(
          "agency",
          "period",
          "indicator",
          "name",
          "numerator",
          "denominator",
          "value",
          "previous",
          "note");

  public Template {
    rows = List.copyOf(rows);
  }

  /// One owed figure.
  ///
  /// @param name of the indicator
  /// @param published what stands for that very period, so that a correction starts from it; null
  ///   while nothing does
  /// @param previous what stands for the period before, in words; empty when nothing does
  public record Row(
      Period period,
      Indicator indicator,
      String name,
      @Nullable Figure published,
      String previous) {}

  /// The template of a period. For a month, what is owed by the quarter, the half-year and the year
  /// is there too: of the newest period that has ended with that month or, where none is owed, of
  /// the one that the month lies in.
  public static Template of(Board board, Agency agency, Period asked, Language language) {
    List<Row> rows = new ArrayList<>();
    for (Indicator indicator : board.catalogue().owedBy(agency.code())) {
      Period period = period(board, agency, indicator, asked);
      if (period != null) {
        Series series = board.series(agency, indicator);
        Reported published = series.at(period);
        Period before = period.previous();
        rows.add(
            new Row(
                period,
                indicator,
                indicator.name().in(language),
                published == null ? null : published.figure(),
                told(before == null ? null : series.at(before))));
      }
    }
    return new Template(agency, asked, rows);
  }

  private static @Nullable Period period(
      Board board, Agency agency, Indicator indicator, Period asked) {
    Cycle cycle = indicator.cycle();
    if (cycle == asked.cycle()) {
      return owed(board, agency, indicator, asked) ? asked : null;
    }
    if (asked.cycle() != Cycle.MONTH) {
      return null;
    }
    Period around = new Period(cycle, asked.year(), (asked.part() - 1) / cycle.months() + 1);
    boolean endsWithIt = asked.part() % cycle.months() == 0;
    Period ended = endsWithIt ? around : around.previous();
    if (ended != null && owed(board, agency, indicator, ended)) {
      return ended;
    }
    return owed(board, agency, indicator, around) ? around : null;
  }

  private static boolean owed(Board board, Agency agency, Indicator indicator, Period period) {
    Catalogue catalogue = board.catalogue();
    LocalDate today = board.today();
    return !today.isBefore(period.start(indicator.regime()))
        && agency.existsFor(period, indicator.regime())
        && catalogue.schedule().deadline(agency, indicator, period) != null;
  }

  /// With its period in front, or a spreadsheet program would make a day of 3/4.
  private static String told(@Nullable Reported reported) {
    if (reported == null) {
      return "";
    }
    return reported.period()
        + ": "
        + switch (reported.figure()) {
          case Figure.Ratio(long numerator, long denominator) -> numerator + "/" + denominator;
          case Figure.Value value -> decimal(value);
        };
  }

  /// With a comma, as Vietnam writes it and a spreadsheet program there reads it.
  static String decimal(Figure.Value value) {
    return value.amount().toPlainString().replace('.', ',');
  }
}
