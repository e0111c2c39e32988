package vn.congkhai.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Warning.Aspect;

/// Finds figures that are far from an agency's other ones: a slip of the finger more often than
/// news. The bounds are ours; no plan sets any (see `docs/figures.md`).
public final class Jumps {
  /// Fewer other periods tell nothing.
  public static final int FEWEST_PERIODS = 3;

  /// More than so many times as many cases, or less than one so-manieth.
  public static final int TIMES = 5;

  /// A share or a percentage that is farther than this from the usual one.
  public static final BigDecimal POINTS = BigDecimal.valueOf(20);

  /// Below so many cases counts and shares jump by themselves.
  public static final int FEWEST_CASES = 10;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Jumps() {}

  /// The jump from the median of the agency's other periods, or null when there is none.
  ///
  /// @param others figures of other periods of the same indicator
  /// @param percent whether a bare value is in percent
  /// @param interim whether the figure's period runs: then it is expected to be small
  public static Warning.@Nullable Jump of(
      Figure figure, List<Figure> others, boolean percent, boolean interim) {
    if (others.size() < FEWEST_PERIODS) {
      return null;
    }
    return switch (figure) {
      case Figure.Ratio ratio -> ofRatio(ratio, ratios(others), interim);
      case Figure.Value(BigDecimal amount) -> ofValue(amount, values(others), percent, interim);
    };
  }

  private static Warning.@Nullable Jump ofRatio(
      Figure.Ratio ratio, List<Figure.Ratio> others, boolean interim) {
    BigDecimal cases =
        median(others.stream().map(each -> BigDecimal.valueOf(each.denominator())).toList());
    if (cases != null
        && cases.compareTo(BigDecimal.valueOf(FEWEST_CASES)) >= 0
        && far(BigDecimal.valueOf(ratio.denominator()), cases, interim)) {
      return new Warning.Jump(Aspect.CASES, cases);
    }
    List<BigDecimal> shares =
        others.stream()
            .filter(each -> each.denominator() >= FEWEST_CASES)
            .map(Jumps::share)
            .toList();
    BigDecimal usual = shares.size() < FEWEST_PERIODS ? null : median(shares);
    return usual != null
            && ratio.denominator() >= FEWEST_CASES
            && beyond(share(ratio).subtract(usual).multiply(HUNDRED))
        ? new Warning.Jump(Aspect.SHARE, usual)
        : null;
  }

  private static Warning.@Nullable Jump ofValue(
      BigDecimal amount, List<BigDecimal> others, boolean percent, boolean interim) {
    BigDecimal usual = median(others);
    if (usual == null) {
      return null;
    }
    boolean jumps =
        percent
            ? beyond(amount.subtract(usual))
            : usual.signum() > 0 && far(amount, usual, interim);
    return jumps ? new Warning.Jump(Aspect.VALUE, usual) : null;
  }

  private static boolean far(BigDecimal amount, BigDecimal usual, boolean interim) {
    BigDecimal times = BigDecimal.valueOf(TIMES);
    return amount.compareTo(usual.multiply(times)) > 0
        || (!interim && amount.multiply(times).compareTo(usual) < 0);
  }

  private static boolean beyond(BigDecimal difference) {
    return difference.abs().compareTo(POINTS) > 0;
  }

  private static BigDecimal share(Figure.Ratio ratio) {
    return BigDecimal.valueOf(ratio.numerator())
        .divide(BigDecimal.valueOf(ratio.denominator()), MathContext.DECIMAL32);
  }

  private static List<Figure.Ratio> ratios(List<Figure> figures) {
    List<Figure.Ratio> ratios = new ArrayList<>();
    for (Figure figure : figures) {
      if (figure instanceof Figure.Ratio ratio) {
        ratios.add(ratio);
      }
    }
    return ratios;
  }

  private static List<BigDecimal> values(List<Figure> figures) {
    List<BigDecimal> values = new ArrayList<>();
    for (Figure figure : figures) {
      if (figure instanceof Figure.Value(BigDecimal amount)) {
        values.add(amount);
      }
    }
    return values;
  }

  /// The middle one, the lower of two; null of none.
  private static @Nullable BigDecimal median(List<BigDecimal> amounts) {
    List<BigDecimal> sorted = new ArrayList<>(amounts);
    Collections.sort(sorted);
    return sorted.isEmpty() ? null : sorted.get((sorted.size() - 1) / 2);
  }
}
