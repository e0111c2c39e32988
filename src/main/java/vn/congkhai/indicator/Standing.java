package vn.congkhai.indicator;

import org.jspecify.annotations.Nullable;

/// How a figure stands against its effective target.
public enum Standing {
  MET("met"),
  MISSED("missed"),
  /// The denominator is zero: nothing was asked of the agency.
  NO_CASES("no-cases"),
  /// No plan in force sets a target for it.
  UNTARGETED("untargeted"),
  /// It is owed and nobody sent it.
  UNREPORTED("unreported");

  private final String code;

  Standing(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// Judges without rounding. No cases come before no target: there is nothing to judge.
  public static Standing of(@Nullable Figure figure, @Nullable Target target) {
    if (figure == null) {
      return UNREPORTED;
    }
    if (figure instanceof Figure.Ratio ratio && ratio.denominator() == 0) {
      return NO_CASES;
    }
    if (target == null) {
      return UNTARGETED;
    }
    return target.metBy(figure) ? MET : MISSED;
  }

  /// The standing spelt so, or null when there is none.
  public static @Nullable Standing of(String code) {
    for (Standing standing : values()) {
      if (standing.code.equals(code)) {
        return standing;
      }
    }
    return null;
  }
}
