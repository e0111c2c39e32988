package vn.congkhai.indicator;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The date of a plan. Some plans leave the day open.
///
/// @param day null when the plan prints the month only
/// @param printed letter by letter, for example `09/4/2026` or `tháng 01/2026`
public record PlanDate(YearMonth month, @Nullable LocalDate day, String printed) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern MONTH = Pattern.compile("tháng (0?[1-9]|1[0-2])/(20\\d\\d)");

  /// The date printed so, or null when the text is none.
  public static @Nullable PlanDate parse(String printed) {
    Matcher month = MONTH.matcher(printed);
    if (month.matches()) {
      int year = Integer.parseInt(month.group(2));
      return new PlanDate(YearMonth.of(year, Integer.parseInt(month.group(1))), null, printed);
    }
    try {
      LocalDate day = LocalDate.parse(printed, DAY);
      return new PlanDate(YearMonth.from(day), day, printed);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
