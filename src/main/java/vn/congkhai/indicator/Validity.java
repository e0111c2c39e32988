package vn.congkhai.indicator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// From when until when something is in force.
///
/// @param from the first day; null when it always was
/// @param until the last day; null when no end is known
public record Validity(@Nullable LocalDate from, @Nullable LocalDate until) {
  public static final Validity ALWAYS = new Validity(null, null);

  public Validity {
    if (from != null && until != null && until.isBefore(from)) {
      throw new IllegalArgumentException("ends before it begins: " + from + " to " + until);
    }
  }

  public boolean on(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
  }

  /// Whether it has ended by that day.
  public boolean over(LocalDate day) {
    return until != null && day.isAfter(until);
  }
}
