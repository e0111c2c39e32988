package vn.congkhai.indicator;

import java.time.LocalDate;

/// How an agency stands with a report that it owes.
public enum DutyState {
  /// The period has not ended; a figure that is sent now is interim and settles nothing.
  NOT_DUE("not-due"),
  /// The period has ended and there is still time.
  DUE("due"),
  /// The report arrived by the last day.
  ON_TIME("on-time"),
  /// The report arrived after the last day.
  LATE("late"),
  /// The last day has passed without the report, though the agency has reported this indicator
  /// before.
  OVERDUE("overdue"),
  /// The last day has passed, and the agency has never reported this indicator for any period.
  NEVER("never");

  private final String code;

  DutyState(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// The state of a duty nobody has settled yet.
  ///
  /// @param ended the first day after the period
  /// @param due the last day that is in time
  /// @param ever whether the agency has reported the indicator for any period
  public static DutyState open(LocalDate today, LocalDate ended, LocalDate due, boolean ever) {
    if (today.isBefore(ended)) {
      return NOT_DUE;
    }
    if (!today.isAfter(due)) {
      return DUE;
    }
    return ever ? OVERDUE : NEVER;
  }

  /// The state of a duty that a report settled.
  ///
  /// @param arrived the day it arrived on, no earlier than the end of the period
  public static DutyState settled(LocalDate arrived, LocalDate due) {
    return arrived.isAfter(due) ? LATE : ON_TIME;
  }

  /// Whether the report is there.
  public boolean reported() {
    return this == ON_TIME || this == LATE;
  }

  /// Whether the last day has passed without the report.
  public boolean overdue() {
    return this == OVERDUE || this == NEVER;
  }
}
