package vn.congkhai.indicator;

import java.util.regex.Pattern;

/// The one spelling of every code: lower-case ASCII words and digits joined by hyphens, 1 to 64
/// characters. Codes become addresses, metric labels and file names, so nothing else may pass.
final class Codes {
  private static final Pattern SPELLING = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
  private static final int LONGEST = 64;

  private Codes() {}

  static boolean wellFormed(String text) {
    return text.length() <= LONGEST && SPELLING.matcher(text).matches();
  }

  /// @throws IllegalArgumentException when the text is not a code
  static void require(String text) {
    if (!wellFormed(text)) {
      throw new IllegalArgumentException("not a code: " + text);
    }
  }
}
