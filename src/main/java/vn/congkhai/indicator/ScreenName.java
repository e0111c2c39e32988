package vn.congkhai.indicator;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names a screen on a wall, for example `tt-phuc-vu-hanh-chinh-cong`: 1 to 63 lower-case letters,
/// digits and hyphens, no hyphen first. It becomes an address and a metric label.
public record ScreenName(String value) implements Comparable<ScreenName> {
  private static final Pattern SPELLING = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  /// What screens count under when nobody gave their names a playlist. It is nobody's name.
  public static final ScreenName OTHER = new ScreenName("other");

  public ScreenName {
    if (!SPELLING.matcher(value).matches()) {
      throw new IllegalArgumentException("not the name of a screen: " + value);
    }
  }

  /// The name spelt so, or null when the text is none.
  public static @Nullable ScreenName parse(String text) {
    return SPELLING.matcher(text).matches() ? new ScreenName(text) : null;
  }

  @Override
  public int compareTo(ScreenName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
