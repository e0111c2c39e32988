package vn.congkhai.indicator;

import org.jspecify.annotations.Nullable;

/// What an indicator is reported as.
public enum Measure {
  /// A numerator and a denominator.
  RATIO("ratio"),
  /// A bare value, which has no roll-up: nobody knows its weights.
  VALUE("value");

  private final String code;

  Measure(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// The measure spelt so, or null when there is none.
  public static @Nullable Measure of(String code) {
    for (Measure measure : values()) {
      if (measure.code.equals(code)) {
        return measure;
      }
    }
    return null;
  }
}
