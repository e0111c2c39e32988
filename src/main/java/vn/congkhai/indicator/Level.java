package vn.congkhai.indicator;

import org.jspecify.annotations.Nullable;

/// Where in local government a unit stands. The province itself never reports: its figures are
/// roll-ups of what its agencies reported.
public enum Level {
  PROVINCE("province"),
  DEPARTMENT("department"),
  /// Ended on 30 June 2025, when local government became two-tier.
  DISTRICT("district"),
  COMMUNE("commune");

  private final String code;

  Level(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// The level spelt so, or null when there is none.
  public static @Nullable Level of(String code) {
    for (Level level : values()) {
      if (level.code.equals(code)) {
        return level;
      }
    }
    return null;
  }
}
