package vn.congkhai.indicator;

import org.jspecify.annotations.Nullable;

/// A language of the pages and messages. Vietnamese is the one every text is written in first.
public enum Language {
  VI("vi"),
  EN("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /// The BCP 47 tag, as in `<html lang>` and `Accept-Language`.
  public String tag() {
    return tag;
  }

  /// The language of that tag, or null when the pages have none such.
  public static @Nullable Language tagged(@Nullable String tag) {
    for (Language language : values()) {
      if (language.tag.equals(tag)) {
        return language;
      }
    }
    return null;
  }
}
