package vn.congkhai.indicator;

import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The hours of each day at which a screen rests, by Vietnam's clock: `22:00-05:00` ends on the
/// next morning.
///
/// @param from the first minute of rest
/// @param until the first minute after it; before `from` when the rest crosses midnight, never the
///   same
public record QuietHours(LocalTime from, LocalTime until) {
  private static final String TIME = "(?:[01]\\d|2[0-3]):[0-5]\\d";
  private static final Pattern SPELLING = Pattern.compile("(" + TIME + ")-(" + TIME + ")");

  public QuietHours {
    if (from.equals(until) || !wholeMinute(from) || !wholeMinute(until)) {
      throw new IllegalArgumentException("no quiet hours: " + from + " to " + until);
    }
  }

  /// The hours spelt as `22:00-05:00`, or null when the text is none such.
  public static @Nullable QuietHours parse(String text) {
    Matcher spelt = SPELLING.matcher(text);
    if (!spelt.matches()) {
      return null;
    }
    LocalTime from = LocalTime.parse(spelt.group(1));
    LocalTime until = LocalTime.parse(spelt.group(2));
    return from.equals(until) ? null : new QuietHours(from, until);
  }

  private static boolean wholeMinute(LocalTime time) {
    return time.getSecond() == 0 && time.getNano() == 0;
  }

  /// As [#parse] reads it.
  @Override
  public String toString() {
    return from + "-" + until;
  }
}
