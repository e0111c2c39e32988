package vn.congkhai.marks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.AgencyFigure;
import vn.congkhai.board.Board;
import vn.congkhai.board.Coverage;
import vn.congkhai.board.Reported;
import vn.congkhai.board.RollUp;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Indicator.OverYear;
import vn.congkhai.indicator.Measure;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Standing;
import vn.congkhai.indicator.Target;
import vn.congkhai.marks.Inscription.Verdict;
import vn.congkhai.typeset.Typography;
import vn.congkhai.typeset.Words;

/// Words what stands on badges, of one board in one language.
final class Engraver {
  private final Board board;
  private final Words words;
  private final Typography type;
  private final List<String> notices;

  /// @param notices keys of what must be said of every figure at present
  Engraver(Board board, Words words, List<String> notices) {
    this.board = board;
    this.words = words;
    this.type = new Typography(words);
    this.notices = notices.stream().map(words::get).toList();
  }

  Inscription of(AgencyFigure figure) {
    Indicator indicator = figure.indicator();
    Reported newest = figure.newest();
    List<String> facts = new ArrayList<>();
    target(figure.target(), figure.standing(), indicator, facts);
    when(indicator, figure.judged(), newest == null ? null : newest.period(), facts);
    interim(figure.interim(), facts);
    return new Inscription(
        words.language(),
        words.get("badge-agency", figure.agency().name(), province()),
        indicator.name().in(words.language()),
        figure(figure.judged(), figure.target(), indicator),
        Verdict.of(figure.standing(), words),
        facts,
        notices);
  }

  Inscription of(RollUp rollUp) {
    Indicator indicator = rollUp.indicator();
    Coverage coverage = rollUp.yearCoverage();
    List<String> facts = new ArrayList<>();
    boolean bare = indicator.measure() == Measure.VALUE;
    target(rollUp.target(), rollUp.standing(), indicator, facts);
    if (bare) {
      facts.add(words.get("badge-not-added"));
    } else {
      when(indicator, rollUp.yearToDate(), rollUp.period(), facts);
    }
    interim(rollUp.interim(), facts);
    facts.add(
        words.get(
            "badge-coverage", type.count(coverage.reported()), type.count(coverage.expected())));
    return new Inscription(
        words.language(),
        words.get("badge-province", province()),
        indicator.name().in(words.language()),
        figure(rollUp.yearToDate(), rollUp.target(), indicator),
        bare ? bare(rollUp) : Verdict.of(rollUp.standing(), words),
        facts,
        notices);
  }

  /// A bare value is not added up: what can be said is how many agencies meet their target.
  private Verdict bare(RollUp rollUp) {
    int reported = rollUp.yearCoverage().reported();
    return reported == 0
        ? Verdict.of(Standing.UNREPORTED, words)
        : new Verdict(
            Shape.NONE,
            words.get("no-roll-up-met", type.count(rollUp.agenciesMet()), type.count(reported)));
  }

  private String province() {
    return board.catalogue().province().name().in(words.language());
  }

  /// Where there is no number the verdict says why.
  private String figure(@Nullable Figure figure, @Nullable Target target, Indicator indicator) {
    boolean none =
        figure == null || (figure instanceof Figure.Ratio ratio && ratio.denominator() == 0);
    return none ? "" : type.figure(figure, target, indicator);
  }

  private void target(
      @Nullable Target target, Standing standing, Indicator indicator, List<String> facts) {
    if (target != null) {
      facts.add(words.get("badge-target", type.target(target, indicator.unit())));
    } else if (standing != Standing.UNTARGETED) {
      facts.add(words.get("standing-untargeted"));
    }
  }

  /// What the figure covers, and the newest period that is known.
  private void when(
      Indicator indicator, @Nullable Figure judged, @Nullable Period newest, List<String> facts) {
    String year = Integer.toString(board.catalogue().year());
    if (judged == null) {
      facts.add(words.get("badge-nothing", year));
      return;
    }
    if (indicator.measure() == Measure.RATIO && indicator.overYear() == OverYear.SUM) {
      facts.add(words.get("badge-year", year));
    }
    if (newest != null) {
      facts.add(words.get("badge-newest", type.period(newest)));
    }
  }

  private void interim(boolean interim, List<String> facts) {
    if (interim) {
      facts.add(words.get("badge-interim"));
    }
  }
}
