package vn.congkhai.indicator;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// When a reporting month begins. The two regimes exist side by side and their figures are never
/// mixed.
public enum Regime {
  /// The 15th of the month before to the 14th of the month (Nghị định 09/2019/NĐ-CP, Điều 12).
  ADMINISTRATIVE("administrative"),
  /// The calendar month (Nghị định 60/2018/NĐ-CP).
  STATISTICAL("statistical");

  private final String code;

  Regime(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// The first day of the reporting month.
  public LocalDate opens(YearMonth month) {
    return switch (this) {
      case ADMINISTRATIVE -> month.minusMonths(1).atDay(15);
      case STATISTICAL -> month.atDay(1);
    };
  }

  /// The regime spelt so, or null when there is none.
  public static @Nullable Regime of(String code) {
    for (Regime regime : values()) {
      if (regime.code.equals(code)) {
        return regime;
      }
    }
    return null;
  }
}
