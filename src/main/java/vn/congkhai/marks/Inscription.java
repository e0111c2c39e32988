package vn.congkhai.marks;

import java.util.ArrayList;
import java.util.List;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.Standing;
import vn.congkhai.typeset.Words;

/// What stands on a badge, in one language.
///
/// @param subject whose figure it is
/// @param figure the one that is judged; empty when there is none to write
/// @param verdict how it stands, in a word
/// @param facts the target, the period and what else must be known of the figure, in that order
/// @param notices what must be said of every figure at present
record Inscription(
    Language language,
    String subject,
    String indicator,
    String figure,
    Verdict verdict,
    List<String> facts,
    List<String> notices) {

  /// @param shape of the standing; `NONE` where the province has no verdict of its own
  record Verdict(Shape shape, String word) {
    static Verdict of(Standing standing, Words words) {
      return new Verdict(Shape.of(standing), words.get("standing-" + standing.code()));
    }
  }

  /// All of it in one sentence, for whoever cannot see it.
  String sentence() {
    List<String> parts = new ArrayList<>();
    parts.add(subject);
    parts.add(indicator);
    if (!figure.isEmpty()) {
      parts.add(figure);
    }
    parts.add(verdict.word());
    return String.join(" – ", parts)
        + ". "
        + String.join(". ", facts)
        + (notices.isEmpty() ? "" : ". " + String.join(". ", notices));
  }
}
