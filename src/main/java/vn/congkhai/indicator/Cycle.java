package vn.congkhai.indicator;

import org.jspecify.annotations.Nullable;

/// How often an indicator is reported.
public enum Cycle {
  MONTH("month", 12),
  QUARTER("quarter", 4),
  HALF_YEAR("half-year", 2),
  YEAR("year", 1);

  private final String code;
  private final int perYear;

  Cycle(String code, int perYear) {
    this.code = code;
    this.perYear = perYear;
  }

  public String code() {
    return code;
  }

  /// Periods in a year: 12, 4, 2 or 1.
  public int perYear() {
    return perYear;
  }

  /// Months in a period: 1, 3, 6 or 12.
  public int months() {
    return 12 / perYear;
  }

  /// The cycle spelt so, or null when there is none.
  public static @Nullable Cycle of(String code) {
    for (Cycle cycle : values()) {
      if (cycle.code.equals(code)) {
        return cycle;
      }
    }
    return null;
  }
}
