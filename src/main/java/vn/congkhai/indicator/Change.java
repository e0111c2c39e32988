package vn.congkhai.indicator;

import org.jspecify.annotations.Nullable;

/// What an observation did to the figure that was published before it.
public enum Change {
  NEW("new"),
  CORRECTED("corrected"),
  UNCHANGED("unchanged");

  private final String code;

  Change(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Change from(@Nullable Figure before, Figure now) {
    if (before == null) {
      return NEW;
    }
    return before.equals(now) ? UNCHANGED : CORRECTED;
  }

  /// The change spelt so, or null when there is none.
  public static @Nullable Change of(String code) {
    for (Change change : values()) {
      if (change.code.equals(code)) {
        return change;
      }
    }
    return null;
  }
}
