package vn.congkhai.content;

import org.jspecify.annotations.Nullable;
import vn.congkhai.http.Problem;

/// The rules of words that a sender writes freely.
public final class Texts {
  private static final int SHORT = 80;

  private Texts() {}

  /// What is wrong with the text, or null when nothing is.
  ///
  /// @param longest in characters
  public static @Nullable Problem problem(String pointer, String text, int longest) {
    if (text.codePointCount(0, text.length()) > longest) {
      return Rule.TOO_LONG.at(pointer, longest);
    }
    return text.codePoints().anyMatch(Texts::forbidden) ? Rule.BAD_TEXT.at(pointer) : null;
  }

  /// The same for a text of one line.
  public static @Nullable Problem lineProblem(String pointer, String text, int longest) {
    return text.codePoints().anyMatch(Texts::endsLine)
        ? Rule.BAD_TEXT.at(pointer)
        : problem(pointer, text, longest);
  }

  private static boolean endsLine(int character) {
    return switch (character) {
      case '\n', '\r', '\u2028', '\u2029' -> true;
      default -> false;
    };
  }

  /// Control characters but for line ends and tabs, halves of characters, and what turns the
  /// direction of the text around it.
  private static boolean forbidden(int character) {
    if ((character >= 0x202A && character <= 0x202E)
        || (character >= 0x2066 && character <= 0x2069)) {
      return true;
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character != '\n' && character != '\r' && character != '\t';
      case Character.SURROGATE -> true;
      default -> false;
    };
  }

  /// Without white space around it, that which does not break included.
  static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && blank(text.charAt(from))) {
      from++;
    }
    while (to > from && blank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean blank(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == '\u200B'
        || character == '\uFEFF';
  }

  /// The beginning of a text that may be very long, to be named in a message. No character is cut
  /// in half.
  public static String shortened(String text) {
    int characters = text.codePointCount(0, Math.min(text.length(), 2 * SHORT + 2));
    return characters <= SHORT ? text : text.substring(0, text.offsetByCodePoints(0, SHORT)) + "…";
  }
}
