package vn.congkhai.http;

import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Text;

/// One thing that is wrong with a request's content.
///
/// @param pointer where, as a JSON pointer (RFC 6901), or `/LINE/COLUMN` of a table; empty for the
///   whole
/// @param code name of the rule that it breaks
/// @param place the pointer in words, where it is not the pointer itself that a person looks for
public record Problem(String pointer, String code, Text message, @Nullable Text place) {
  public Problem(String pointer, String code, Text message) {
    this(pointer, code, message, null);
  }

  /// The same with the words by which a person finds the place.
  public Problem at(@Nullable Text words) {
    return new Problem(pointer, code, message, words);
  }
}
