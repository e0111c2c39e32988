package vn.congkhai.access;

import org.jspecify.annotations.Nullable;

/// What the holder of a token may do.
public enum Scope {
  /// Send and read what is the agency's own.
  AGENCY("agency"),
  /// Read what is the agency's own.
  READ_ONLY("read-only"),
  /// Everything, for every agency.
  ADMINISTRATOR("administrator");

  private final String code;

  Scope(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// The scope spelt so, or null when there is none.
  public static @Nullable Scope of(String code) {
    for (Scope scope : values()) {
      if (scope.code.equals(code)) {
        return scope;
      }
    }
    return null;
  }
}
