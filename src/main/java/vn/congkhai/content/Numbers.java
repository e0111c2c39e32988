package vn.congkhai.content;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Figure;

/// Reads numbers that a stranger wrote, without ever building a huge one.
final class Numbers {
  private static final int LONGEST_PLAIN = 15;
  private static final int LONGEST = 40;
  private static final int MOST_DECIMALS = 30;
  private static final BigDecimal LARGEST = BigDecimal.valueOf(Figure.LARGEST);

  private Numbers() {}

  /// What the digits are.
  sealed interface Read {
    record Decimal(BigDecimal value) implements Read {}

    /// Below zero, however far.
    record Negative() implements Read {}

    /// Above [Figure#LARGEST], or finer than 30 decimals.
    record OutOfRange() implements Read {}

    record NotANumber() implements Read {}
  }

  static Read read(String digits) {
    if (digits.length() > LONGEST) {
      return digits.startsWith("-") ? new Read.Negative() : new Read.OutOfRange();
    }
    BigDecimal value = decimal(digits);
    if (value == null) {
      return new Read.NotANumber();
    }
    if (value.signum() < 0) {
      return new Read.Negative();
    }
    if (value.compareTo(LARGEST) > 0) {
      return new Read.OutOfRange();
    }
    // at most 10^12 now, so taking its zeros off is cheap
    BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    return plain.scale() > MOST_DECIMALS ? new Read.OutOfRange() : new Read.Decimal(plain);
  }

  private static @Nullable BigDecimal decimal(String digits) {
    try {
      return digits.length() <= LONGEST_PLAIN && plain(digits)
          ? BigDecimal.valueOf(Long.parseLong(digits))
          : new BigDecimal(digits);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static boolean plain(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return false;
      }
    }
    return !digits.isEmpty();
  }
}
