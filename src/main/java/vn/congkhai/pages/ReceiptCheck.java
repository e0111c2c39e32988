package vn.congkhai.pages;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.congkhai.journal.Hash;
import vn.congkhai.journal.Row;

/// What came of holding the hash that is printed on a receipt against the journal.
///
/// @param digits as they were typed, without spaces and in lower case
/// @param same how many of them, from the first, the journal has too
record ReceiptCheck(Outcome outcome, String digits, int same) {
  /// Fewer could be the same by chance, or be tried until they are.
  static final int FEWEST_DIGITS = 16;

  /// How a receipt stands to the journal.
  enum Outcome {
    /// The digits are those of the hash, and the hash is that of the content.
    MATCH("match"),
    /// Another hash is in the journal.
    MISMATCH("mismatch"),
    /// The hash is in the journal, but its content is not what it was taken over.
    CHANGED("mismatch"),
    /// Not 16 to 64 hexadecimal digits.
    MALFORMED("malformed");

    private final String code;

    Outcome(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /// Holds what was typed against the journal.
  ///
  /// @param typed null and empty when nothing was typed
  /// @param before the hash of the submission before
  /// @return null when there is nothing to check
  static @Nullable ReceiptCheck of(@Nullable String typed, Row row, Hash before) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    String digits = typed.replaceAll("[\\s\\p{Z}]+", "").toLowerCase(Locale.ROOT);
    if (!digits.matches("[0-9a-f]{" + FEWEST_DIGITS + ",64}")) {
      return new ReceiptCheck(Outcome.MALFORMED, digits, 0);
    }
    int same = same(digits, row.hash().toString());
    if (same < digits.length()) {
      return new ReceiptCheck(Outcome.MISMATCH, digits, same);
    }
    boolean sound = before.then(row.content()).equals(row.hash());
    return new ReceiptCheck(sound ? Outcome.MATCH : Outcome.CHANGED, digits, same);
  }

  private static int same(String digits, String hash) {
    int same = 0;
    while (same < digits.length() && digits.charAt(same) == hash.charAt(same)) {
      same++;
    }
    return same;
  }

  /// The outcome as a page tells it; empty texts when nothing was checked.
  ///
  /// @param state hook for machines
  record View(String state, boolean fits, String title, String text, String digits) {
    private static final View NOTHING = new View("", false, "", "", "");
  }

  static View view(@Nullable ReceiptCheck check, Drawing drawing) {
    if (check == null) {
      return View.NOTHING;
    }
    int same = check.same();
    String text =
        switch (check.outcome()) {
          case MATCH -> drawing.text("receipt-match-text", same);
          case MISMATCH -> drawing.text("receipt-mismatch-text", same, same + 1);
          case CHANGED -> drawing.text("receipt-changed-text", same);
          case MALFORMED ->
              drawing.text("receipt-malformed-text", check.digits().length(), FEWEST_DIGITS);
        };
    String state = check.outcome().code();
    return new View(
        state,
        check.outcome() == Outcome.MATCH,
        drawing.text("receipt-" + state),
        text,
        check.digits());
  }
}
