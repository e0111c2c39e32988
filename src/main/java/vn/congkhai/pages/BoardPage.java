package vn.congkhai.pages;

import java.util.List;
import java.util.stream.Stream;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Measure;
import vn.congkhai.pages.Views.Frame;
import vn.congkhai.pages.Views.Framed;
import vn.congkhai.pages.Views.Section;
import vn.congkhai.pages.Views.Tally;
import vn.congkhai.pages.Views.Verdict;

/// `/board`: the province.
record BoardPage() implements Page {
  /// @param bare how many indicators have no verdict for the province
  record View(
      Frame frame, List<Tally> tallies, String bare, List<Section> sections, List<String> gaps)
      implements Framed {}

  @Override
  public String path() {
    return "/board";
  }

  @Override
  public String template() {
    return "board";
  }

  @Override
  public View view(Drawing drawing) {
    var board = drawing.board();
    List<Indicator> bare =
        drawing.catalogue().indicators().stream()
            .filter(indicator -> indicator.measure() == Measure.VALUE)
            .toList();
    return new View(
        drawing.frame(drawing.text("title-board"), path()),
        Sections.tallies(
            Stream.concat(standings(drawing), bare.stream().map(_ -> notAddedUp(drawing)))),
        drawing.text("tallies-bare", bare.size()),
        Sections.of(drawing, (Indicator each) -> drawing.lines().of(board.rollUp(each))),
        drawing.catalogue().gaps().stream().map(drawing::text).toList());
  }

  private static Stream<Verdict> standings(Drawing drawing) {
    return drawing.catalogue().indicators().stream()
        .filter(indicator -> indicator.measure() == Measure.RATIO)
        .map(indicator -> drawing.board().rollUp(indicator).standing())
        .sorted()
        .map(drawing.setter()::verdict);
  }

  private static Verdict notAddedUp(Drawing drawing) {
    return new Verdict("none", "", drawing.text("tally-bare"));
  }
}
