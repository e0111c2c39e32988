package vn.congkhai.pages;

import java.util.List;
import java.util.OptionalDouble;
import vn.congkhai.board.Comparison;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Statement.OfficialFigure;
import vn.congkhai.pages.Views.Frame;
import vn.congkhai.pages.Views.Framed;
import vn.congkhai.pages.Views.Origin;

/// `/board/comparison`: our figures beside those that others published.
record ComparisonPage() implements Page {
  /// More are in the open data.
  private static final int MOST = 500;

  record View(Frame frame, List<Row> rows, String more) implements Framed {}

  /// @param code of the indicator
  /// @param agencyCode empty for the province
  /// @param ratio ours as a fraction; empty when we have none
  record Row(
      String about,
      String indicator,
      String code,
      String agencyCode,
      String period,
      String ratio,
      String ours,
      String oursHref,
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
        comparison.indicator().code().value(),
        agency == null ? "" : agency.code().value(),
        drawing.type().period(theirs.period()),
        comparison.ours().isPresent() ? Double.toString(comparison.ours().getAsDouble()) : "",
        comparison.ours().isPresent()
            ? drawing.type().percent(comparison.ours().getAsDouble())
            : drawing.text("no-figure"),
        agency == null
            ? "/board/indicators/" + comparison.indicator().code() + "/trace"
            : Typesetter.trace(agency, comparison.indicator()),
        drawing.type().percent(theirs.ratio().movePointRight(2)),
        gap.isPresent() ? drawing.type().difference(gap.getAsDouble()) : drawing.text("no-figure"),
        theirs.source(),
        drawing.type().day(theirs.asOf()),
        drawing.setter().origin(comparison.official().source()));
  }
}
