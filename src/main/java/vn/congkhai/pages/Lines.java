package vn.congkhai.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.AgencyFigure;
import vn.congkhai.board.Board;
import vn.congkhai.board.Coverage;
import vn.congkhai.board.Reported;
import vn.congkhai.board.RollUp;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Measure;
import vn.congkhai.indicator.Standing;
import vn.congkhai.indicator.Target;
import vn.congkhai.pages.Views.Line;
import vn.congkhai.pages.Views.Verdict;
import vn.congkhai.typeset.Typography;
import vn.congkhai.typeset.Words;

/// Sets whole lines: an indicator with its figures, its target and how it stands.
final class Lines {
  private final Words words;
  private final Typesetter setter;
  private final Figures figures;
  private final Typography type;
  private final Courses courses;
  private final Board board;

  Lines(Words words, Typesetter setter, Figures figures, Board board) {
    this.words = words;
    this.setter = setter;
    this.figures = figures;
    this.type = setter.type();
    this.courses = new Courses(words, type);
    this.board = board;
  }

  /// The province's line on the board.
  Line of(RollUp rollUp) {
    Indicator indicator = rollUp.indicator();
    boolean bare = indicator.measure() == Measure.VALUE;
    List<String> remarks = new ArrayList<>();
    if (rollUp.period() != null && rollUp.interim()) {
      remarks.add(setter.interim(rollUp.period(), indicator));
    }
    return new Line(
        indicator.code().value(),
        indicator.name().in(words.language()),
        indicator.explanation().in(words.language()),
        figures.of(rollUp, rollUp.sum(), rollUp.coverage().toString(), "period"),
        rollUp.period() == null ? "" : type.period(rollUp.period()),
        remarks,
        figures.of(rollUp, rollUp.yearToDate(), rollUp.yearCoverage().toString(), "year"),
        goal(rollUp.target(), indicator),
        goalPlan(rollUp.target()),
        otherGoals(rollUp.target(), indicator),
        bare ? bareVerdict(rollUp) : setter.verdict(rollUp.standing()),
        setter.shortfall(rollUp.shortfall(), indicator),
        agencies(rollUp.yearCoverage()),
        words.get("coverage-of-period", rollUp.coverage()),
        Views.NOTHING,
        "",
        courses.of(rollUp.course(), indicator, rollUp.target()));
  }

  private String agencies(Coverage coverage) {
    return words.get(
        "agencies-reported", type.count(coverage.reported()), type.count(coverage.expected()));
  }

  /// A bare value is not rolled up: what can be said is how many agencies meet their target.
  private Verdict bareVerdict(RollUp rollUp) {
    if (rollUp.yearCoverage().reported() == 0) {
      return setter.verdict(Standing.UNREPORTED);
    }
    String met =
        words.get(
            "no-roll-up-met",
            type.count(rollUp.agenciesMet()),
            type.count(rollUp.yearCoverage().reported()));
    return new Verdict("none", "", met);
  }

  /// An agency's line on its own page, with the province's figure beside.
  Line of(AgencyFigure figure, RollUp province) {
    Indicator indicator = figure.indicator();
    Reported newest = figure.newest();
    return new Line(
        indicator.code().value(),
        indicator.name().in(words.language()),
        indicator.explanation().in(words.language()),
        figures.period(figure),
        newest == null ? "" : type.period(newest.period()),
        setter.remarks(figure),
        figures.year(figure),
        goal(figure.target(), indicator),
        goalPlan(figure.target()),
        otherGoals(figure.target(), indicator),
        setter.verdict(figure),
        setter.shortfall(figure.shortfall(), indicator),
        "",
        "",
        figures.of(province, province.yearToDate(), province.yearCoverage().toString(), "year"),
        newest == null ? "" : type.moment(newest.receivedAt()),
        courses.of(
            board.series(figure.agency(), indicator),
            board.catalogue().year(),
            indicator,
            figure.target()));
  }

  private String goal(@Nullable Target target, Indicator indicator) {
    return target == null ? words.get("no-figure") : type.target(target, indicator.unit());
  }

  private String goalPlan(@Nullable Target target) {
    return target == null ? "" : setter.name(board.catalogue().plan(target.plan()));
  }

  /// What other plans ask today when they do not ask the same.
  private String otherGoals(@Nullable Target effective, Indicator indicator) {
    if (effective == null) {
      return "";
    }
    String own = type.target(effective, indicator.unit());
    String others =
        board.catalogue().targets().of(indicator.code()).stream()
            .filter(target -> target.validity().on(board.judgingDay()))
            .map(target -> type.target(target, indicator.unit()))
            .filter(text -> !text.equals(own))
            .distinct()
            .collect(Collectors.joining(", "));
    return others.isEmpty() ? "" : words.get("other-goals", others);
  }
}
