package vn.congkhai.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Reported;
import vn.congkhai.board.RollUp;
import vn.congkhai.board.Series;
import vn.congkhai.board.Sums;
import vn.congkhai.board.Tasks;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Period;
import vn.congkhai.pages.Views.Frame;
import vn.congkhai.pages.Views.Framed;
import vn.congkhai.pages.Views.Part;

/// `/board/indicators/CODE/trace`: what a province's figure was added up of, agency by agency and
/// period by period, each with its submission.
record MatrixPage(Indicator indicator) implements Page {
  record View(
      Frame frame,
      String name,
      String code,
      String yearToDate,
      List<String> periods,
      List<String> sums,
      Part<Row> rows)
      implements Framed {}

  record Row(String code, String name, List<Cell> cells) {}

  /// @param href where the figure came from; empty when nothing was reported
  /// @param submissions of a figure that was computed of several
  record Cell(String text, String href, List<String> submissions) {}

  @Override
  public String path() {
    return "/board/indicators/" + indicator.code() + "/trace";
  }

  @Override
  public boolean parted() {
    return true;
  }

  @Override
  public String template() {
    return "matrix";
  }

  @Override
  public View view(Drawing drawing) {
    int year = drawing.catalogue().year();
    List<Agency> agencies = new ArrayList<>();
    List<Series> all = new ArrayList<>();
    NavigableSet<Period> periods = new TreeSet<>(Comparator.reverseOrder());
    for (Agency agency : drawing.catalogue().agencies()) {
      Series series = drawing.board().series(agency, indicator);
      series.figures().stream()
          .map(Reported::period)
          .filter(period -> period.year() == year)
          .forEach(periods::add);
      if (indicator.owedBy(agency) && series.newest(year) != null) {
        agencies.add(agency);
        all.add(series);
      }
    }
    Sums sums = Sums.of(all);
    RollUp rollUp = drawing.board().rollUp(indicator);
    Figure.Ratio yearToDate = rollUp.yearToDate();
    String name = drawing.text(indicator.name());
    return new View(
        drawing.frame(drawing.text("title-matrix", name), path()),
        name,
        indicator.code().value(),
        yearToDate == null
            ? ""
            : drawing.type().figure(yearToDate, rollUp.target(), indicator)
                + " = "
                + drawing.type().counts(yearToDate),
        periods.stream().map(drawing.type()::period).toList(),
        periods.stream().map(period -> text(drawing, sums.at(period))).toList(),
        drawing.part(path(), agencies, agency -> row(drawing, agency, periods)));
  }

  private Row row(Drawing drawing, Agency agency, NavigableSet<Period> periods) {
    Series series = drawing.board().series(agency, indicator);
    List<Cell> cells = new ArrayList<>();
    for (Period period : periods) {
      Reported reported = series.at(period);
      cells.add(
          reported == null
              ? new Cell("", "", List.of())
              : new Cell(
                  text(drawing, reported.figure()),
                  origin(agency, reported),
                  parts(drawing, agency)));
    }
    return new Row(agency.code().value(), agency.name(), cells);
  }

  private String origin(Agency agency, Reported reported) {
    return indicator.source() == Indicator.Source.PLAN_TASKS
        ? Figures.trace(agency, indicator)
        : "/board/submissions/" + reported.submission();
  }

  /// The submissions that spoke of the tasks a computed figure counts.
  private List<String> parts(Drawing drawing, Agency agency) {
    if (indicator.source() != Indicator.Source.PLAN_TASKS) {
      return List.of();
    }
    var tasks = drawing.board().tasks();
    return tasks.of(agency.code()).stream()
        .filter(tasks::counts)
        .map(Tasks.Part::said)
        .filter(Objects::nonNull)
        .map(said -> Long.toString(said.source().submission()))
        .distinct()
        .toList();
  }

  private String text(Drawing drawing, @Nullable Figure figure) {
    return switch (figure) {
      case null -> "";
      case Figure.Ratio(long numerator, long denominator) ->
          drawing.type().count(numerator) + "/" + drawing.type().count(denominator);
      case Figure.Value value -> drawing.type().figure(value, null, indicator);
    };
  }
}
