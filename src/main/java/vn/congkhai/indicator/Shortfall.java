package vn.congkhai.indicator;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What it takes to reach a missed year-to-date target. With `N` of `D` cases so far, and
/// `least(d)` the smallest whole numerator that meets the target over a denominator of `d`:
///
/// - missing cases: `least(D) − N`;
/// - with `R` cases still to come, `n = least(D + R) − N` of them must qualify: the needed ratio is
///   `n / R`, and the target can be reached when `n ≤ R`.
///
/// Of a stock all cases are counted again: `R = D`, and `n = least(D)`.
///
/// The formula and its assumptions are told in `docs/figures.md`.
///
/// @param missingCases how many more of the cases so far would have had to qualify; at least 1
/// @param rest the cases still to come this year; null when they cannot be estimated
/// @param needed how many of those must qualify; 0 when the rest is not known
public record Shortfall(long missingCases, @Nullable Rest rest, long needed) {

  /// The cases that are expected until the end of the year.
  ///
  /// @param cases 0 when no period is left
  public record Rest(long cases, Basis basis) {
    public static final Rest NOTHING = new Rest(0, Basis.YEAR_OVER);

    public Rest {
      if (cases < 0) {
        throw new IllegalArgumentException("fewer than no cases: " + cases);
      }
    }
  }

  /// What the estimate rests on.
  public enum Basis {
    /// The denominators of the same periods of last year.
    LAST_YEAR("last-year"),
    /// The mean denominator of this year's other periods, for each period left.
    RUNNING_AVERAGE("running-average"),
    /// A stock: all of it is counted again by the end of the year, and only that count matters.
    COUNTED_AGAIN("counted-again"),
    /// No period is left.
    YEAR_OVER("year-over");

    private final String code;

    Basis(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /// What is short, or null when nothing is: the target is met, or there were no cases.
  public static @Nullable Shortfall of(
      Figure.@Nullable Ratio sums, @Nullable Target target, @Nullable Rest rest) {
    if (sums == null || target == null || Standing.of(sums, target) != Standing.MISSED) {
      return null;
    }
    long missing = target.least(sums.denominator()) - sums.numerator();
    return new Shortfall(missing, rest, rest == null ? 0 : needed(sums, target, rest));
  }

  /// The share of the cases to come that must qualify for the year to end at the target, whether it
  /// is met so far or not: 0 when none need to, above 1 when not even all of them are enough. Empty
  /// when no cases are expected or nobody knows, and when nothing is judged.
  public static OptionalDouble neededRatio(
      Figure.@Nullable Ratio sums, @Nullable Target target, @Nullable Rest rest) {
    return sums == null || sums.denominator() == 0 || target == null || rest == null
        ? OptionalDouble.empty()
        : share(Math.max(0, needed(sums, target, rest)), rest);
  }

  private static OptionalDouble share(long needed, Rest rest) {
    return rest.cases() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) needed / rest.cases());
  }

  private static long needed(Figure.Ratio sums, Target target, Rest rest) {
    return rest.basis() == Basis.COUNTED_AGAIN
        ? target.least(rest.cases())
        : target.least(sums.denominator() + rest.cases()) - sums.numerator();
  }

  /// The share of the cases to come that must qualify; above 1 when not even all of them are
  /// enough. Empty when none are expected or nobody knows.
  public OptionalDouble neededRatio() {
    return rest == null ? OptionalDouble.empty() : share(needed, rest);
  }

  /// Whether the target can still be reached this year; null when nobody knows.
  public @Nullable Boolean reachable() {
    return rest == null ? null : needed <= rest.cases();
  }
}
