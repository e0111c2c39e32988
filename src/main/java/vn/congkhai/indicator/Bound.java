package vn.congkhai.indicator;

import org.jspecify.annotations.Nullable;

/// How a figure is compared with a target.
public enum Bound {
  /// "từ … trở lên", "tối thiểu", "đạt": the target itself is enough.
  AT_LEAST(">=", "≥"),
  /// "trên": the target itself is not enough.
  ABOVE(">", ">");

  private final String code;
  private final String sign;

  Bound(String code, String sign) {
    this.code = code;
    this.sign = sign;
  }

  /// The ASCII spelling, in files, JSON and metrics.
  public String code() {
    return code;
  }

  /// The sign to print.
  public String sign() {
    return sign;
  }

  /// Whether a figure that compares so with the target meets it.
  ///
  /// @param comparison below 0, 0 or above 0: the figure compared with the target
  public boolean met(int comparison) {
    return switch (this) {
      case AT_LEAST -> comparison >= 0;
      case ABOVE -> comparison > 0;
    };
  }

  /// The bound spelt so, or null when there is none.
  public static @Nullable Bound of(String code) {
    for (Bound bound : values()) {
      if (bound.code.equals(code)) {
        return bound;
      }
    }
    return null;
  }
}
