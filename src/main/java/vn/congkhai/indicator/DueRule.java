package vn.congkhai.indicator;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// By when a plan asks for the report of a period.
///
/// @param plan whose indicators it is for
/// @param cycle for which of them; null for all
/// @param monthOffset months after the month the period is named by: 0 for "báo cáo tháng 10 trước
///   ngày 20/10", 1 when the report of October is due in November
/// @param day 1 to 31; in a shorter month its last day
/// @param basis article of the plan, or why the rule is assumed
public record DueRule(
    PlanCode plan,
    @Nullable Cycle cycle,
    int monthOffset,
    int day,
    Limit limit,
    DayOff dayOff,
    Text basis) {
  /// The longest run of days off that a deadline is moved over; Tết has nine.
  private static final int LONGEST_BREAK = 31;

  public DueRule {
    if (monthOffset < 0 || monthOffset > 12 || day < 1 || day > 31) {
      throw new IllegalArgumentException("no such day: " + day + " after " + monthOffset);
    }
  }

  /// How the day is meant.
  public enum Limit {
    /// "trước ngày 20": the 19th is the last day.
    BEFORE("before"),
    /// "chậm nhất ngày 20": the 20th is the last day.
    BY("by");

    private final String code;

    Limit(String code) {
      this.code = code;
    }

    /// The limit spelt so, or null when there is none.
    public static @Nullable Limit of(String code) {
      return BEFORE.code.equals(code) ? BEFORE : BY.code.equals(code) ? BY : null;
    }
  }

  /// What becomes of a last day on which offices are closed.
  public enum DayOff {
    STAYS("stays"),
    /// The next working day.
    NEXT("next"),
    /// The working day before.
    PREVIOUS("previous");

    private final String code;

    DayOff(String code) {
      this.code = code;
    }

    /// The rule spelt so, or null when there is none.
    public static @Nullable DayOff of(String code) {
      for (DayOff rule : values()) {
        if (rule.code.equals(code)) {
          return rule;
        }
      }
      return null;
    }
  }

  /// The last day on which a report is in time.
  ///
  /// @param provisional whether it hangs on days off that are not certain
  public record Deadline(LocalDate day, boolean provisional) {}

  /// "Trước ngày 31" allows the 30th, in a month of 30 days its last one.
  private LocalDate last(YearMonth month) {
    int lastDay = limit == Limit.BEFORE ? day - 1 : day;
    return lastDay == 0
        ? month.atDay(1).minusDays(1)
        : month.atDay(Math.min(lastDay, month.lengthOfMonth()));
  }

  public boolean concerns(Cycle asked) {
    return cycle == null || cycle == asked;
  }

  public Deadline deadline(Period period, WorkingDays calendar) {
    YearMonth month =
        YearMonth.of(period.year(), period.part() * period.cycle().months())
            .plusMonths(monthOffset);
    LocalDate last = last(month);
    if (dayOff == DayOff.STAYS) {
      return new Deadline(last, false);
    }
    int step = dayOff == DayOff.NEXT ? 1 : -1;
    boolean provisional = calendar.provisional(last);
    for (int i = 0; i < LONGEST_BREAK && !calendar.working(last); i++) {
      last = last.plusDays(step);
      provisional |= calendar.provisional(last);
    }
    return new Deadline(last, provisional);
  }
}
