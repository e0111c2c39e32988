package vn.congkhai.indicator;

import com.google.errorprone.annotations.Immutable;

/// One text in both languages. Neither is empty.
@Immutable
public record Text(String vi, String en) {
  public Text {
    if (vi.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException("a text needs both languages: " + vi + " / " + en);
    }
  }

  public String in(Language language) {
    return switch (language) {
      case VI -> vi;
      case EN -> en;
    };
  }
}
