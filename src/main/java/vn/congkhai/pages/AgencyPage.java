package vn.congkhai.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.congkhai.board.AgencyFigure;
import vn.congkhai.board.Board;
import vn.congkhai.board.Coverage;
import vn.congkhai.board.Duty;
import vn.congkhai.board.Ranking;
import vn.congkhai.board.Score;
import vn.congkhai.board.Tasks;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.TaskState;
import vn.congkhai.pages.Views.Fact;
import vn.congkhai.pages.Views.Frame;
import vn.congkhai.pages.Views.Framed;
import vn.congkhai.pages.Views.Section;
import vn.congkhai.pages.Views.Tally;

/// `/board/agencies/CODE`: one agency, with the province beside.
record AgencyPage(Agency agency) implements Page {
  /// @param lineage what became of it or what was merged into it, in sentences
  record View(
      Frame frame,
      String name,
      List<Kinship> lineage,
      List<Fact> facts,
      List<Tally> tallies,
      List<Section> sections)
      implements Framed {}

  @Override
  public String path() {
    return "/board/agencies/" + agency.code();
  }

  @Override
  public String template() {
    return "agency";
  }

  @Override
  public View view(Drawing drawing) {
    List<AgencyFigure> figures = shown(drawing);
    return new View(
        drawing.frame(agency.name(), path(), agency.code().value()),
        agency.name(),
        Kinship.of(drawing, agency),
        facts(drawing),
        Sections.tallies(
            figures.stream()
                .sorted(Comparator.comparing(AgencyFigure::standing))
                .map(drawing.setter()::verdict)),
        Sections.of(
            drawing,
            indicator ->
                figures.stream()
                    .filter(figure -> figure.indicator().equals(indicator))
                    .findFirst()
                    .map(figure -> drawing.lines().of(figure, drawing.board().rollUp(indicator)))
                    .orElse(null)));
  }

  /// What it owes; of an agency that no longer exists only what it reported.
  private List<AgencyFigure> shown(Drawing drawing) {
    List<AgencyFigure> figures = drawing.board().figures(agency.code());
    return drawing.board().inForce(agency)
        ? figures
        : figures.stream().filter(figure -> figure.newest() != null).toList();
  }

  private List<Fact> facts(Drawing drawing) {
    Board board = drawing.board();
    List<Fact> facts = new ArrayList<>();
    Ranking.Row row = board.ranking().row(agency.code());
    if (row != null) {
      facts.add(new Fact(drawing.text("fact-place"), Places.words(drawing, row), "/board/ranking"));
    }
    Duty.Tally duties = Duty.Tally.of(board.duties().of(agency.code()));
    Coverage timely = duties.timeliness();
    if (timely.expected() > 0) {
      facts.add(
          new Fact(
              drawing.text("fact-duties"),
              drawing.text(
                  "fact-duties-text",
                  drawing.type().count(timely.reported()),
                  drawing.type().count(duties.completeness().reported()),
                  drawing.type().count(timely.expected())),
              path() + "/duties"));
    }
    Score score = board.score(agency);
    if (score.scoredMax() > 0) {
      facts.add(
          new Fact(
              drawing.text("fact-score"),
              drawing.text(
                  "fact-score-text",
                  drawing.type().points(score.points()),
                  drawing.type().points(score.scoredMax())),
              path() + "/score"));
    }
    tasks(drawing, facts);
    return facts;
  }

  private void tasks(Drawing drawing, List<Fact> facts) {
    List<Tasks.Part> parts = drawing.board().tasks().of(agency.code());
    if (parts.isEmpty()) {
      return;
    }
    long done = parts.stream().filter(part -> part.state() == TaskState.DONE).count();
    long overdue =
        parts.stream()
            .filter(part -> part.task().overdue(part.state(), drawing.board().today()))
            .count();
    facts.add(
        new Fact(
            drawing.text("fact-tasks"),
            drawing.text(
                "fact-tasks-text",
                drawing.type().count(done),
                drawing.type().count(parts.size()),
                drawing.type().count(overdue)),
            path() + "/tasks"));
  }
}
