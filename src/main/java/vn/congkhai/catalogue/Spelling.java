package vn.congkhai.catalogue;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.PlanCode;

/// How single values are spelt in the files of a catalogue. Each function gives null for a text
/// that is no such value.
final class Spelling {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2099;

  private Spelling() {}

  /// Any text that is not empty.
  static @Nullable String text(String text) {
    return text.isEmpty() ? null : text;
  }

  static @Nullable String code(String text) {
    return PlanCode.wellFormed(text) ? text : null;
  }

  /// A code, made into its type.
  static <T> Function<String, @Nullable T> code(Function<String, T> type) {
    return text -> PlanCode.wellFormed(text) ? type.apply(text) : null;
  }

  static @Nullable Integer year(String text) {
    return text.matches("20\\d\\d") ? Integer.valueOf(text) : null;
  }

  static @Nullable Integer number(String text) {
    return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
  }

  /// A number with a point, as 97 or 0.5.
  static @Nullable BigDecimal decimal(String text) {
    return text.matches("\\d{1,9}(\\.\\d{1,6})?") ? new BigDecimal(text) : null;
  }

  /// A day of this century, as 2026-01-31.
  static @Nullable LocalDate date(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR ? day : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
