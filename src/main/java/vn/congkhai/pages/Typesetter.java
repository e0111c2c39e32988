package vn.congkhai.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.AgencyFigure;
import vn.congkhai.board.Board;
import vn.congkhai.board.Duty;
import vn.congkhai.board.Reported;
import vn.congkhai.indicator.DutyState;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Indicator.Cases;
import vn.congkhai.indicator.Indicator.OverYear;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Plan;
import vn.congkhai.indicator.Shortfall;
import vn.congkhai.indicator.Standing;
import vn.congkhai.indicator.Target;
import vn.congkhai.indicator.Text;
import vn.congkhai.pages.Views.Goal;
import vn.congkhai.pages.Views.Origin;
import vn.congkhai.pages.Views.Verdict;
import vn.congkhai.typeset.Typography;
import vn.congkhai.typeset.Words;

/// Sets figures, targets and standings in one language.
final class Typesetter {
  private final Words words;
  private final Typography type;
  private final Board board;

  Typesetter(Words words, Board board) {
    this.words = words;
    this.type = new Typography(words);
    this.board = board;
  }

  Typography type() {
    return type;
  }

  /// Of a period that is still running: until when.
  String interim(Period period, Indicator indicator) {
    LocalDate last = period.end(indicator.regime()).minusDays(1);
    return words.get("remark-interim", type.day(last));
  }

  List<String> remarks(AgencyFigure figure) {
    List<String> remarks = new ArrayList<>();
    Reported newest = figure.newest();
    if (newest != null && figure.interim()) {
      remarks.add(interim(newest.period(), figure.indicator()));
    }
    Figure before = newest == null ? null : newest.before();
    if (before != null) {
      remarks.add(
          words.get("remark-corrected", type.figure(before, figure.target(), figure.indicator())));
    }
    return remarks;
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

  /// How an agency's figure stands. What need not be there yet is not missing.
  Verdict verdict(AgencyFigure figure) {
    boolean early =
        figure.standing() == Standing.UNREPORTED
            && board.duties().of(figure.agency(), figure.indicator()).stream()
                .map(Duty::state)
                .allMatch(state -> state == DutyState.NOT_DUE || state == DutyState.DUE);
    return early
        ? new Verdict(figure.standing().code(), "○", words.get("verdict-not-due"))
        : verdict(figure.standing());
  }

  /// What it takes, in sentences; none when nothing is short.
  List<String> shortfall(@Nullable Shortfall shortfall, Indicator indicator) {
    Cases cases = indicator.cases();
    if (shortfall == null) {
      return List.of();
    }
    String counted = cases == null ? "" : cases.counted().in(words.language());
    return List.of(
        words.get("shortfall-missing", type.count(shortfall.missingCases()), counted),
        outlook(shortfall));
  }

  private String outlook(Shortfall shortfall) {
    Shortfall.Rest rest = shortfall.rest();
    if (rest == null) {
      return words.get("shortfall-unknown");
    }
    if (rest.cases() == 0) {
      return words.get("shortfall-over");
    }
    if (rest.basis() == Shortfall.Basis.COUNTED_AGAIN) {
      return words.get("shortfall-stock", type.count(shortfall.needed()), type.count(rest.cases()));
    }
    String needed = type.count(shortfall.needed());
    String cases = type.count(rest.cases());
    String basis = words.get("shortfall-by-" + rest.basis().code());
    return shortfall.needed() <= rest.cases()
        ? words.get(
            "shortfall-needed",
            type.percent(new Figure.Ratio(shortfall.needed(), rest.cases()), null),
            needed,
            cases,
            basis)
        : words.get("shortfall-unreachable", needed, cases, basis);
  }

  Goal goal(Target target, boolean effective) {
    Indicator indicator = board.catalogue().indicator(target.indicator().value());
    Plan plan = board.catalogue().plan(target.plan());
    return new Goal(
        target.indicator().value(),
        indicator == null ? "" : indicator.name().in(words.language()),
        indicator == null ? "" : type.target(target, indicator.unit()),
        name(plan),
        plan.code().value(),
        plan.title(),
        target.location(),
        target.scope(),
        target.basis(),
        target.asPrinted(),
        own(target.note()),
        effective);
  }

  /// What is divided by what, and what a year's figure is.
  String counted(Indicator indicator) {
    Cases cases = indicator.cases();
    if (cases == null) {
      return words.get("rule-value");
    }
    String counted =
        words.get(
            "counted", cases.counted().in(words.language()), cases.outOf().in(words.language()));
    return indicator.overYear() == OverYear.NEWEST
        ? counted + " " + words.get("counted-newest")
        : counted;
  }

  Origin origin(Reported.@Nullable Source source) {
    return source == null
        ? new Origin("", "")
        : new Origin(Long.toString(source.submission()), type.moment(source.receivedAt()));
  }

  /// A text of the catalogue in the page's language; empty when there is none.
  String own(@Nullable Text text) {
    return text == null ? "" : text.in(words.language());
  }

  /// The plan by its number or, when its text has none, by its date or year.
  String name(Plan plan) {
    if (!plan.number().isEmpty()) {
      return words.get("plan", plan.number());
    }
    String year = words.get("period-year", Integer.toString(plan.year()));
    return words.get("plan-unnumbered", plan.date() == null ? year : type.date(plan.date()));
  }

  /// The plan by its number or, when its text has none, by its date or year, as a heading.
  String heading(Plan plan) {
    return plan.number().isEmpty() ? name(plan) : words.get("plan-heading", plan.number());
  }
}
