package vn.congkhai.indicator;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What an agency counted or measured.
public sealed interface Figure {
  /// The largest count and the largest absolute value that is taken: a thousand times the dossiers
  /// of the whole country. Sums over agencies and years stay far inside a `long`.
  long LARGEST = 1_000_000_000_000L;

  /// So many of so many.
  ///
  /// @param numerator 0 to [#LARGEST], never more than the denominator
  /// @param denominator 0 to [#LARGEST]; 0 means that there were no cases
  record Ratio(long numerator, long denominator) implements Figure {
    public static final Ratio NONE = new Ratio(0, 0);

    public Ratio {
      if (numerator < 0 || denominator < numerator) {
        throw new IllegalArgumentException(numerator + " of " + denominator);
      }
    }

    /// Sums both parts: a ratio of sums, never a mean of ratios.
    public Ratio plus(Ratio other) {
      return new Ratio(
          Math.addExact(numerator, other.numerator), Math.addExact(denominator, other.denominator));
    }

    /// The sum of two of which one or both may not be there; null when neither is.
    public static @Nullable Ratio sum(@Nullable Ratio one, @Nullable Ratio other) {
      if (one == null || other == null) {
        return one == null ? other : one;
      }
      return one.plus(other);
    }

    /// Compares the fractions exactly, without a division: `a × d` with `c × b`. Both must have
    /// cases.
    public int compareFraction(Ratio other) {
      return BigInteger.valueOf(numerator)
          .multiply(BigInteger.valueOf(other.denominator))
          .compareTo(BigInteger.valueOf(other.numerator).multiply(BigInteger.valueOf(denominator)));
    }

    /// The unrounded fraction, 0 to 1, or empty when there were no cases.
    public OptionalDouble fraction() {
      return denominator == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of((double) numerator / denominator);
    }
  }

  /// A measured value in the indicator's unit. A `%` is 0 to 100.
  record Value(BigDecimal amount) implements Figure {
    /// Equal amounts are equal however many zeros they end in.
    public Value {
      amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }
  }
}
