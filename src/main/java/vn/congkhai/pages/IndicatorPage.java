package vn.congkhai.pages;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.congkhai.board.AgencyFigure;
import vn.congkhai.board.Ranking;
import vn.congkhai.board.Reported;
import vn.congkhai.board.RollUp;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.pages.Views.Frame;
import vn.congkhai.pages.Views.Framed;
import vn.congkhai.pages.Views.Goal;
import vn.congkhai.pages.Views.Line;
import vn.congkhai.pages.Views.Origin;
import vn.congkhai.pages.Views.Part;
import vn.congkhai.pages.Views.Shown;
import vn.congkhai.pages.Views.Verdict;

/// `/board/indicators/CODE`: one indicator over all agencies, in the order of their places.
record IndicatorPage(Indicator indicator) implements Page {
  record View(
      Frame frame,
      Line whole,
      String counted,
      List<DefinitionView> definitions,
      List<Goal> goals,
      Part<Row> agencies)
      implements Framed {}

  /// One of several definitions, with the province's figure by it.
  record DefinitionView(
      String code, String name, String text, Shown figure, boolean here, String goal) {}

  /// An agency's row.
  record Row(
      String code,
      String name,
      String place,
      String movement,
      Shown period,
      String periodName,
      List<String> remarks,
      Shown year,
      Verdict verdict,
      List<String> shortfall,
      Origin origin) {}

  @Override
  public String path() {
    return "/board/indicators/" + indicator.code();
  }

  @Override
  public boolean parted() {
    return true;
  }

  @Override
  public String template() {
    return "indicator";
  }

  @Override
  public View view(Drawing drawing) {
    List<Goal> goals =
        drawing.catalogue().targets().of(indicator.code()).stream()
            .map(target -> drawing.setter().goal(target, drawing.board().effective(target)))
            .toList();
    return new View(
        drawing.frame(drawing.text(indicator.name()), path()),
        drawing.lines().of(drawing.board().rollUp(indicator)),
        drawing.setter().counted(indicator),
        definitions(drawing),
        goals,
        rows(drawing));
  }

  /// The definitions of what this indicator is one of; empty when there is only one.
  private List<DefinitionView> definitions(Drawing drawing) {
    List<DefinitionView> definitions = new ArrayList<>();
    var own = indicator.definition();
    for (Indicator other : drawing.catalogue().indicators()) {
      var definition = other.definition();
      if (own != null && definition != null && definition.of().equals(own.of())) {
        RollUp rollUp = drawing.board().rollUp(other);
        Line line = drawing.lines().of(rollUp);
        definitions.add(
            new DefinitionView(
                other.code().value(),
                drawing.text(other.name()),
                drawing.text(definition.text()),
                line.year(),
                other.equals(indicator),
                line.goal()));
      }
    }
    return definitions;
  }

  private Part<Row> rows(Drawing drawing) {
    Map<Agency, AgencyFigure> figures =
        drawing.board().figures(indicator.code()).stream()
            .collect(Collectors.toMap(AgencyFigure::agency, Function.identity()));
    List<Ranking.Row> ranked =
        drawing.board().ranking(indicator).rows().stream()
            .filter(row -> figures.containsKey(row.agency()))
            .toList();
    return drawing.part(
        path(), ranked, row -> row(drawing, requireNonNull(figures.get(row.agency())), row));
  }

  private static Row row(Drawing drawing, AgencyFigure figure, Ranking.Row ranked) {
    Reported newest = figure.newest();
    return new Row(
        figure.agency().code().value(),
        figure.agency().name(),
        Places.words(drawing, ranked),
        Places.movement(drawing, ranked),
        drawing.figures().period(figure),
        newest == null ? "" : drawing.type().period(newest.period()),
        drawing.setter().remarks(figure),
        drawing.figures().year(figure),
        drawing.setter().verdict(figure),
        drawing.setter().shortfall(figure.shortfall(), figure.indicator()),
        drawing.setter().origin(newest == null ? null : newest.source()));
  }
}
