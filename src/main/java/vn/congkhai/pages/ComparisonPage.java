package vn.congkhai.pages;

import java.util.List;
import java.util.OptionalDouble;
import vn.congkhai.board.Comparison;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Statement.OfficialFigure;
import vn.congkhai.pages.Views.Frame;
import vn.congkhai.pages.Views.Framed;
import vn.congkhai.pages.Views.Origin;
import vn.congkhai.pages.Views.Shown;

/// `/board/comparison`: our figures beside those that others published.
record ComparisonPage() implements Page {
  /// More are in the open data.
  private static final int MOST = 500;

  record View(Frame frame, List<Row> rows, String more) implements Framed {}

  record Row(
      String about,
      String indicator,
      String period,
      Shown ours,
      String theirs,
      String gap,
      String source,
      String asOf,
      Origin origin) {}

  @Override
  public String path() {
    return "/board/comparison";
  }

  @Override
  public String template() {
    return "comparison";
  }

  @Override
  public View view(Drawing drawing) {
    List<Comparison> all = drawing.board().comparisons();
    return new View(
        drawing.frame(drawing.text("title-comparison"), path()),
        all.stream().limit(MOST).map(each -> row(drawing, each)).toList(),
        all.size() > MOST ? drawing.text("comparison-more", drawing.type().count(MOST)) : "");
  }

  private static Row row(Drawing drawing, Comparison comparison) {
    OfficialFigure theirs = comparison.official().figure();
    Agency agency = comparison.agency();
    OptionalDouble gap = comparison.gap();
    return new Row(
        agency == null ? drawing.text("whole-province") : agency.name(),
        drawing.text(comparison.indicator().name()),
        drawing.type().period(theirs.period()),
        drawing.figures().of(comparison),
        drawing.type().percent(theirs.ratio().movePointRight(2)),
        gap.isPresent() ? drawing.type().difference(gap.getAsDouble()) : drawing.text("no-figure"),
        theirs.source(),
        drawing.type().day(theirs.asOf()),
        drawing.setter().origin(comparison.official().source()));
  }
}
