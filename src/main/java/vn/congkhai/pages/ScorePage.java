package vn.congkhai.pages;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.PartScore;
import vn.congkhai.board.RollUp;
import vn.congkhai.board.Score;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.ScoreProfile;
import vn.congkhai.pages.Views.Frame;
import vn.congkhai.pages.Views.Framed;
import vn.congkhai.pages.Views.Shown;

/// `/board/score` and `/board/agencies/CODE/score`: why there are that many points.
///
/// @param agency null for the province
record ScorePage(@Nullable Agency agency) implements Page {
  record View(
      Frame frame,
      String heading,
      String agency,
      String points,
      String band,
      List<String> bands,
      List<GroupRow> groups,
      String source,
      List<String> unconfirmed)
      implements Framed {}

  record GroupRow(String name, String points, List<PartRow> parts) {}

  /// @param indicator name of what it is computed from; empty when nothing is
  /// @param figure its year to date; null when there is none
  record PartRow(
      String code,
      String subgroup,
      String name,
      String formula,
      String fullAt,
      String confirmation,
      String indicator,
      @Nullable Shown figure,
      String note,
      boolean scored,
      String points,
      String why) {}

  @Override
  public String path() {
    return agency == null ? "/board/score" : "/board/agencies/" + agency.code() + "/score";
  }

  @Override
  public String template() {
    return "score";
  }

  @Override
  public View view(Drawing drawing) {
    Score score = agency == null ? drawing.board().score() : drawing.board().score(agency);
    ScoreProfile profile = score.profile();
    ScoreProfile.Band band = score.band();
    String whose = agency == null ? drawing.text("whole-province") : agency.name();
    return new View(
        drawing.frame(
            drawing.text("title-score", whose),
            path(),
            agency == null ? "" : agency.code().value()),
        drawing.text(profile.name()),
        agency == null ? "" : agency.name(),
        drawing.text(
            "score-total",
            drawing.type().points(score.points()),
            drawing.type().points(score.scoredMax()),
            drawing.type().points(profile.max().doubleValue() - score.scoredMax()),
            drawing.type().points(profile.max().doubleValue())),
        band == null
            ? ""
            : drawing.text(
                "score-band", drawing.text(band.name()), drawing.type().percent(score.share())),
        profile.bands().stream()
            .map(each ->
                drawing.text(
                    "score-band-from",
                    drawing.text(each.name()),
                    drawing.type().points(each.from().doubleValue())))
            .toList(),
        groups(drawing, score),
        drawing.text(profile.source()),
        profile.unconfirmed().stream().map(drawing::text).toList());
  }

  private List<GroupRow> groups(Drawing drawing, Score score) {
    List<GroupRow> groups = new ArrayList<>();
    for (Score.GroupScore group : score.groups()) {
      groups.add(
          new GroupRow(
              drawing.text(group.group().name()),
              drawing.text(
                  "score-group",
                  drawing.type().points(group.points()),
                  drawing.type().points(group.scoredMax()),
                  drawing.type().points(group.group().max().doubleValue())),
              group.parts().stream().map(part -> row(drawing, part)).toList()));
    }
    return groups;
  }

  private PartRow row(Drawing drawing, PartScore score) {
    ScoreProfile.Part part = score.part();
    var measured = score.measured();
    Indicator indicator =
        measured == null ? null : drawing.catalogue().indicator(measured.indicator().value());
    var counts = score.counts();
    String max = drawing.type().points(part.max().doubleValue());
    return new PartRow(
        part.code(),
        part.subgroup(),
        drawing.text(part.name()),
        drawing.text(part.formula()),
        drawing.text("score-full-at", max, drawing.type().percent(part.fullAt().doubleValue())),
        drawing.text(part.confirmation()),
        indicator == null ? "" : drawing.text(indicator.name()),
        indicator == null || counts == null ? null : figure(drawing, indicator),
        measured == null ? "" : drawing.setter().own(measured.note()),
        score.scored(),
        score.scored()
            ? drawing.type().points(score.points().orElse(0)) + "/" + max
            : drawing.text("score-unscored"),
        drawing.text("score-why-" + score.why().code()));
  }

  private @Nullable Shown figure(Drawing drawing, Indicator indicator) {
    if (agency == null) {
      RollUp rollUp = drawing.board().rollUp(indicator);
      return drawing
          .figures()
          .of(rollUp, rollUp.yearToDate(), rollUp.yearCoverage().toString(), "year");
    }
    return drawing.board().figures(agency.code()).stream()
        .filter(figure -> figure.indicator().equals(indicator))
        .findFirst()
        .map(drawing.figures()::year)
        .orElse(null);
  }
}
