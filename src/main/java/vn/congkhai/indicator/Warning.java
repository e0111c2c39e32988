package vn.congkhai.indicator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What was said about an observation that was taken all the same.
public sealed interface Warning {
  /// It replaces a figure that had been published for a period that had ended.
  record CorrectsPublished() implements Warning {}

  /// It is far from the agency's other periods.
  ///
  /// @param usual the median of those, a fraction where a share jumped
  record Jump(Aspect aspect, BigDecimal usual) implements Warning {}

  /// What of a figure jumped.
  enum Aspect {
    /// The denominator: how many cases there were.
    CASES("cases"),
    /// The fraction.
    SHARE("share"),
    /// A bare value.
    VALUE("value");

    private final String code;

    Aspect(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    /// The aspect spelt so, or null when there is none.
    public static @Nullable Aspect of(String code) {
      for (Aspect aspect : values()) {
        if (aspect.code.equals(code)) {
          return aspect;
        }
      }
      return null;
    }
  }
}
