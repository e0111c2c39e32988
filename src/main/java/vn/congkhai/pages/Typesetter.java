package vn.congkhai.pages;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.AgencyFigure;
import vn.congkhai.board.Reported;
import vn.congkhai.board.RollUp;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Measure;
import vn.congkhai.indicator.Plan;
import vn.congkhai.indicator.Standing;
import vn.congkhai.indicator.Target;
import vn.congkhai.pages.Views.Goal;
import vn.congkhai.pages.Views.Line;
import vn.congkhai.pages.Views.Shown;
import vn.congkhai.pages.Views.Verdict;

/// Sets figures, targets and standings in one language.
final class Typesetter {
  private final Words words;
  private final Typography type;
  private final Catalogue catalogue;
  private final Instant now;

  Typesetter(Words words, Catalogue catalogue, Instant now) {
    this.words = words;
    this.type = new Typography(words);
    this.catalogue = catalogue;
    this.now = now;
  }

  Typography type() {
    return type;
  }

  /// The province's line on the board.
  Line line(RollUp rollUp) {
    Indicator indicator = rollUp.indicator();
    boolean bare = indicator.measure() == Measure.VALUE;
    List<String> remarks = new ArrayList<>();
    if (rollUp.interim()) {
      remarks.add(words.get("remark-interim"));
    }
    if (bare) {
      remarks.add(words.get("remark-no-roll-up"));
    }
    Verdict verdict = bare ? bareVerdict(rollUp) : verdict(rollUp.standing());
    return new Line(
        indicator.code().value(),
        indicator.name().in(words.language()),
        indicator.explanation().in(words.language()),
        shown(rollUp, rollUp.sum(), rollUp.coverage().toString(), "period"),
        rollUp.period() == null ? "" : type.period(rollUp.period()),
        remarks,
        shown(rollUp, rollUp.yearToDate(), rollUp.yearCoverage().toString(), "year"),
        goal(rollUp.target(), indicator),
        goalPlan(rollUp.target()),
        otherGoals(rollUp.target(), indicator),
        verdict,
        words.get(
            "agencies-reported",
            type.count(rollUp.coverage().reported()),
            type.count(rollUp.coverage().expected())),
        "",
        "");
  }

  /// A bare value is not rolled up: what can be said is how many agencies meet their target.
  private Verdict bareVerdict(RollUp rollUp) {
    if (rollUp.yearCoverage().reported() == 0) {
      return verdict(Standing.UNREPORTED);
    }
    String met =
        words.get(
            "no-roll-up-met",
            type.count(rollUp.agenciesMet()),
            type.count(rollUp.yearCoverage().reported()));
    return new Verdict("none", "", met);
  }

  /// An agency's line on its own page, with the province's figure beside.
  Line line(AgencyFigure figure, RollUp province) {
    Indicator indicator = figure.indicator();
    Reported newest = figure.newest();
    return new Line(
        indicator.code().value(),
        indicator.name().in(words.language()),
        indicator.explanation().in(words.language()),
        shown(figure, newest == null ? null : newest.figure(), "period"),
        newest == null ? "" : type.period(newest.period()),
        remarks(figure),
        shown(figure, figure.judged(), "year"),
        goal(figure.target(), indicator),
        goalPlan(figure.target()),
        otherGoals(figure.target(), indicator),
        verdict(figure.standing()),
        "",
        text(province.yearToDate(), province.target(), indicator),
        newest == null ? "" : type.moment(newest.receivedAt()));
  }

  /// An agency's line on the page of the indicator.
  Views.AgencyLine agencyLine(AgencyFigure figure) {
    Reported newest = figure.newest();
    return new Views.AgencyLine(
        figure.agency().code().value(),
        figure.agency().name(),
        shown(figure, newest == null ? null : newest.figure(), "period"),
        newest == null ? "" : type.period(newest.period()),
        remarks(figure),
        shown(figure, figure.judged(), "year"),
        verdict(figure.standing()),
        newest == null ? "" : type.moment(newest.receivedAt()));
  }

  Verdict verdict(Standing standing) {
    String shape =
        switch (standing) {
          case MET -> "✓";
          case MISSED -> "✕";
          case NO_CASES -> "–";
          case UNTARGETED -> "○";
          case UNREPORTED -> "?";
        };
    return new Verdict(standing.code(), shape, words.get("standing-" + standing.code()));
  }

  Goal goal(Target target, Indicator indicator, boolean effective) {
    Plan plan = catalogue.plan(target.plan());
    return new Goal(
        type.target(target, indicator.unit()),
        name(plan),
        plan.title(),
        target.location(),
        target.scope(),
        target.basis(),
        target.asPrinted(),
        target.note(),
        effective);
  }

  /// When the newest figure arrived and how long ago that was.
  String freshness(@Nullable Instant newest) {
    return newest == null
        ? words.get("freshness-none")
        : words.get("freshness", type.moment(newest), type.age(newest, now));
  }

  private List<String> remarks(AgencyFigure figure) {
    List<String> remarks = new ArrayList<>();
    Reported newest = figure.newest();
    if (figure.interim()) {
      remarks.add(words.get("remark-interim"));
    }
    Figure before = newest == null ? null : newest.before();
    if (before != null) {
      remarks.add(words.get("remark-corrected", text(before, figure.target(), figure.indicator())));
    }
    return remarks;
  }

  private Shown shown(RollUp rollUp, Figure.@Nullable Ratio sums, String coverage, String extent) {
    return shown(
        rollUp.indicator(),
        sums,
        new Hooks("", coverage, rollUp.standing(), extent),
        rollUp.target());
  }

  private Shown shown(AgencyFigure figure, @Nullable Figure shown, String extent) {
    return shown(
        figure.indicator(),
        shown,
        new Hooks(figure.agency().code().value(), "", figure.standing(), extent),
        figure.target());
  }

  private record Hooks(String agency, String coverage, Standing standing, String extent) {}

  private Shown shown(
      Indicator indicator, @Nullable Figure figure, Hooks hooks, @Nullable Target target) {
    String ratio = "";
    String value = "";
    String counts = "";
    if (figure instanceof Figure.Ratio sums) {
      ratio = sums.fraction().isPresent() ? Double.toString(sums.fraction().getAsDouble()) : "";
      counts = words.get("counts", type.count(sums.numerator()), type.count(sums.denominator()));
    } else if (figure instanceof Figure.Value(BigDecimal amount)) {
      value = amount.toPlainString();
    }
    return new Shown(
        indicator.code().value(),
        hooks.agency(),
        hooks.coverage(),
        ratio,
        value,
        hooks.standing().code(),
        hooks.extent(),
        text(figure, target, indicator),
        counts);
  }

  private String text(@Nullable Figure figure, @Nullable Target target, Indicator indicator) {
    return switch (figure) {
      case null -> words.get("no-figure");
      case Figure.Ratio ratio ->
          ratio.denominator() == 0 ? words.get("standing-no-cases") : type.percent(ratio, target);
      case Figure.Value(BigDecimal amount) -> type.value(amount, indicator.unit());
    };
  }

  private String goal(@Nullable Target target, Indicator indicator) {
    return target == null ? words.get("no-figure") : type.target(target, indicator.unit());
  }

  private String goalPlan(@Nullable Target target) {
    return target == null ? "" : name(catalogue.plan(target.plan()));
  }

  private String name(Plan plan) {
    if (!plan.number().isEmpty()) {
      return words.get("plan", plan.number());
    }
    String year = words.get("period-year", Integer.toString(plan.year()));
    return words.get("plan-unnumbered", plan.date().isEmpty() ? year : plan.date());
  }

  /// What other plans ask when they do not ask the same.
  private String otherGoals(@Nullable Target effective, Indicator indicator) {
    if (effective == null) {
      return "";
    }
    String own = type.target(effective, indicator.unit());
    String others =
        catalogue.targets().of(indicator.code()).stream()
            .map(target -> type.target(target, indicator.unit()))
            .filter(text -> !text.equals(own))
            .distinct()
            .collect(Collectors.joining(", "));
    return others.isEmpty() ? "" : words.get("other-goals", others);
  }
}
