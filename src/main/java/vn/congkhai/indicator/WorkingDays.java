package vn.congkhai.indicator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Vietnam's calendar of working days: Monday to Friday, but for the days that the State has
/// declared free, and some Saturdays that are worked instead.
public final class WorkingDays {
  private final Map<LocalDate, Special> specials;
  private final Set<Integer> years;

  /// A day that is not like others of its weekday.
  ///
  /// @param name why, in Vietnamese
  /// @param provisional whether the official announcement has not been seen
  public record Special(LocalDate day, Kind kind, String name, boolean provisional) {}

  /// How the day differs.
  public enum Kind {
    /// A weekday that is free.
    OFF,
    /// A Saturday or Sunday that is worked.
    WORK
  }

  /// @param specials at most one a day; a year that none of them is in counts as unknown
  public WorkingDays(Collection<Special> specials) {
    this.specials = specials.stream().collect(Collectors.toMap(Special::day, Function.identity()));
    this.years = new TreeSet<>();
    specials.forEach(special -> years.add(special.day().getYear()));
  }

  public boolean working(LocalDate day) {
    Special special = specials.get(day);
    if (special != null) {
      return special.kind() == Kind.WORK;
    }
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  /// What is special about the day, or null when nothing is.
  public @Nullable Special special(LocalDate day) {
    return specials.get(day);
  }

  /// Whether the days off of that year have been collected. In a year that is not known only
  /// Saturdays and Sundays are free.
  public boolean knows(int year) {
    return years.contains(year);
  }

  /// Whether what is said of the day could still change.
  public boolean provisional(LocalDate day) {
    Special special = specials.get(day);
    return !knows(day.getYear()) || (special != null && special.provisional());
  }
}
