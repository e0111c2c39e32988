package vn.congkhai.pages;

import java.util.List;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Measure;
import vn.congkhai.indicator.Standing;
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
    List<Standing> standings =
        drawing.catalogue().indicators().stream()
            .filter(indicator -> indicator.measure() == Measure.RATIO)
            .map(indicator -> board.rollUp(indicator).standing())
            .toList();
    return new View(
        drawing.frame(drawing.text("title-board"), path()),
        tallies(drawing, standings),
        drawing.text("tallies-bare", drawing.catalogue().indicators().size() - standings.size()),
        Sections.of(drawing, (Indicator each) -> drawing.lines().of(board.rollUp(each))),
        drawing.catalogue().gaps().stream().map(drawing::text).toList());
  }

  private static List<Tally> tallies(Drawing drawing, List<Standing> standings) {
    List<Tally> tallies = Sections.tallies(drawing, standings);
    int bare = drawing.catalogue().indicators().size() - standings.size();
    if (bare > 0) {
      tallies.add(new Tally(new Verdict("none", "", drawing.text("tally-bare")), bare));
    }
    return tallies;
  }
}
