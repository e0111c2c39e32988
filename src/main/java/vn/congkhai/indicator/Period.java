package vn.congkhai.indicator;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// A reporting period: `2026-10`, `2026-Q4`, `2026-H2` or `2026`.
///
/// @param year 2000 to 2099
/// @param part 1 to [Cycle#perYear()]: the month, quarter or half of the year; 1 for a year
public record Period(Cycle cycle, int year, int part) implements Comparable<Period> {
  /// Reporting days begin and end here (UTC+7, no daylight saving).
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2099;
  private static final Comparator<Period> ORDER =
      Comparator.comparingInt(Period::year)
          .thenComparingInt(period -> period.part * period.cycle.months())
          .thenComparing(Period::cycle, Comparator.reverseOrder());

  public Period {
    if (year < FIRST_YEAR || year > LAST_YEAR || part < 1 || part > cycle.perYear()) {
      throw new IllegalArgumentException("no such period: " + cycle + " " + part + " of " + year);
    }
  }

  /// The period spelt so, or null when the text is none.
  public static @Nullable Period parse(String text) {
    int length = text.length();
    if (length < 4 || length > 7 || (length > 4 && text.charAt(4) != '-')) {
      return null;
    }
    int year = digits(text, 0, 4);
    Cycle cycle =
        switch (length) {
          case 4 -> Cycle.YEAR;
          case 7 -> lettered(text.charAt(5));
          default -> null;
        };
    if (cycle == null) {
      return null;
    }
    int part =
        switch (cycle) {
          case MONTH -> digits(text, 5, 7);
          case QUARTER, HALF_YEAR -> digits(text, 6, 7);
          case YEAR -> 1;
        };
    boolean exists =
        year >= FIRST_YEAR && year <= LAST_YEAR && part >= 1 && part <= cycle.perYear();
    return exists ? new Period(cycle, year, part) : null;
  }

  /// The period of the cycle that the day lies in.
  public static Period containing(LocalDate day, Cycle cycle, Regime regime) {
    YearMonth month = YearMonth.from(day);
    if (!day.isBefore(regime.opens(month.plusMonths(1)))) {
      month = month.plusMonths(1);
    }
    return new Period(cycle, month.getYear(), (month.getMonthValue() - 1) / cycle.months() + 1);
  }

  /// The first day of the period.
  public LocalDate start(Regime regime) {
    return regime.opens(firstMonth());
  }

  /// The first day after the period.
  public LocalDate end(Regime regime) {
    return regime.opens(lastMonth().plusMonths(1));
  }

  /// Whether the period has ended by that day; a figure of one that has not is interim.
  public boolean ended(LocalDate today, Regime regime) {
    return !today.isBefore(end(regime));
  }

  /// The period after this one, in the same cycle.
  public Period next() {
    return part == cycle.perYear()
        ? new Period(cycle, year + 1, 1)
        : new Period(cycle, year, part + 1);
  }

  /// The period before this one, in the same cycle; null before the first that there is.
  public @Nullable Period previous() {
    if (part > 1) {
      return new Period(cycle, year, part - 1);
    }
    return year == FIRST_YEAR ? null : new Period(cycle, year - 1, cycle.perYear());
  }

  /// By the month they end in; of two that end together the longer one is first.
  @Override
  public int compareTo(Period other) {
    return ORDER.compare(this, other);
  }

  /// The spelling that [#parse] reads.
  @Override
  public String toString() {
    return switch (cycle) {
      case MONTH -> year + (part < 10 ? "-0" : "-") + part;
      case QUARTER -> year + "-Q" + part;
      case HALF_YEAR -> year + "-H" + part;
      case YEAR -> Integer.toString(year);
    };
  }

  /// The first month that it is named after: October of the fourth quarter, whatever the regime.
  public YearMonth firstMonth() {
    return lastMonth().minusMonths(cycle.months() - 1L);
  }

  /// The last month that it is named after.
  public YearMonth lastMonth() {
    return YearMonth.of(year, part * cycle.months());
  }

  private static Cycle lettered(char letter) {
    return switch (letter) {
      case 'Q' -> Cycle.QUARTER;
      case 'H' -> Cycle.HALF_YEAR;
      default -> Cycle.MONTH;
    };
  }

  /// The number the ASCII digits spell, or -1 when one of them is no digit.
  private static int digits(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        return -1;
      }
      number = number * 10 + (digit - '0');
    }
    return number;
  }
}
