package vn.congkhai.indicator;

import org.jspecify.annotations.Nullable;

/// How far a task is.
public enum TaskState {
  NOT_STARTED("not-started"),
  IN_PROGRESS("in-progress"),
  DONE("done"),
  CANCELLED("cancelled");

  private final String code;

  TaskState(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// Whether nothing more is to be done.
  public boolean closed() {
    return this == DONE || this == CANCELLED;
  }

  /// The state spelt so, or null when there is none.
  public static @Nullable TaskState of(String code) {
    for (TaskState state : values()) {
      if (state.code.equals(code)) {
        return state;
      }
    }
    return null;
  }
}
