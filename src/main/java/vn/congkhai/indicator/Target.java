package vn.congkhai.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// What a plan asks of an indicator.
///
/// @param location article of the plan, for example `II.1` or `Phụ lục 4`
/// @param value in the unit of the indicator: 60 for 60 %
/// @param validity when it is in force
/// @param binding whom it binds
/// @param scope whom it binds, as printed
/// @param basis the legal basis the plan names beside it, else the article of the plan itself
/// @param asPrinted the deciding phrase of the plan, letter by letter
/// @param note what a reader should know of it; null when there is nothing
public record Target(
    IndicatorCode indicator,
    PlanCode plan,
    String location,
    Bound bound,
    BigDecimal value,
    Validity validity,
    Addressees binding,
    String scope,
    String basis,
    String asPrinted,
    @Nullable Text note) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /// The stricter of two targets is the higher one; of two equal ones the one that it is not enough
  /// to reach. Every target of the plans is one that more is better for.
  public static final Comparator<Target> BY_STRICTNESS =
      Comparator.comparing(Target::value).thenComparing(Target::bound);

  public Target {
    value = value.stripTrailingZeros();
  }

  /// The target as a fraction: 0.6 for 60 %.
  public BigDecimal fraction() {
    return value.movePointLeft(2);
  }

  /// Compares exactly, without a division: `100 × numerator` with `value × denominator`. A ratio
  /// must have had cases.
  public boolean metBy(Figure figure) {
    int comparison =
        switch (figure) {
          case Figure.Ratio(long numerator, long denominator) ->
              HUNDRED
                  .multiply(BigDecimal.valueOf(numerator))
                  .compareTo(value.multiply(BigDecimal.valueOf(denominator)));
          case Figure.Value(BigDecimal amount) -> amount.compareTo(value);
        };
    return bound.met(comparison);
  }

  /// The smallest whole numerator that meets the target over that many cases. Above the denominator
  /// when not even all of them are enough.
  public long least(long denominator) {
    BigDecimal exact = value.multiply(BigDecimal.valueOf(denominator)).movePointLeft(2);
    return switch (bound) {
      case AT_LEAST -> exact.setScale(0, RoundingMode.CEILING).longValueExact();
      case ABOVE -> exact.setScale(0, RoundingMode.FLOOR).longValueExact() + 1;
    };
  }
}
