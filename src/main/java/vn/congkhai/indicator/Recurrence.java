package vn.congkhai.indicator;

import org.jspecify.annotations.Nullable;

/// How often a task comes back.
public enum Recurrence {
  /// "Thường xuyên": all the time.
  ONGOING("ongoing"),
  MONTHLY("monthly"),
  QUARTERLY("quarterly"),
  HALF_YEARLY("half-yearly"),
  YEARLY("yearly"),
  /// "Theo kỳ báo cáo".
  PER_REPORTING_PERIOD("per-reporting-period"),
  /// "Đột xuất": when it is asked for.
  AD_HOC("ad-hoc");

  private final String code;

  Recurrence(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// The recurrence spelt so, or null when there is none.
  public static @Nullable Recurrence of(String code) {
    for (Recurrence recurrence : values()) {
      if (recurrence.code.equals(code)) {
        return recurrence;
      }
    }
    return null;
  }
}
