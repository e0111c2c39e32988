package vn.congkhai.pages;

import vn.congkhai.board.Ranking;
import vn.congkhai.board.Score;
import vn.congkhai.pages.Views.Frame;
import vn.congkhai.pages.Views.Framed;
import vn.congkhai.pages.Views.Part;

/// `/board/ranking`: who meets the largest share of its targets.
record RankingPage() implements Page {
  record View(Frame frame, Part<Row> rows, String rule) implements Framed {}

  /// @param ratio the share as a fraction, for machines
  record Row(
      String code,
      String name,
      String place,
      String levelPlace,
      boolean ranked,
      String reason,
      String share,
      String ratio,
      String score,
      String movement) {}

  @Override
  public String path() {
    return "/board/ranking";
  }

  @Override
  public boolean parted() {
    return true;
  }

  @Override
  public String template() {
    return "ranking";
  }

  @Override
  public View view(Drawing drawing) {
    var rules = drawing.catalogue().ranking();
    return new View(
        drawing.frame(drawing.text("title-ranking"), path()),
        drawing.part(path(), drawing.board().ranking().rows(), row -> row(drawing, row)),
        drawing.text(
            "rule-ranking",
            drawing.type().percent(rules.coverageFloor().movePointRight(2)),
            drawing.type().count(rules.minimumCases())));
  }

  private static Row row(Drawing drawing, Ranking.Row row) {
    Ranking.Place place = row.place();
    var reason = row.reason();
    var ratio = row.merit().ratio();
    Score score = drawing.board().score(row.agency());
    return new Row(
        row.agency().code().value(),
        row.agency().name(),
        place == null ? "" : drawing.type().count(place.all()),
        place == null
            ? ""
            : drawing.type().count(place.level()) + "/" + drawing.type().count(place.levelOf()),
        place != null,
        reason == null ? "" : drawing.text("unranked-" + reason.code()),
        ratio.isPresent() ? drawing.type().percent(ratio.getAsDouble()) : "",
        ratio.isPresent() ? Double.toString(ratio.getAsDouble()) : "",
        score.scoredMax() == 0
            ? ""
            : drawing.type().points(score.points())
                + "/"
                + drawing.type().points(score.scoredMax()),
        Places.movement(drawing, row));
  }
}
