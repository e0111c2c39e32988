package vn.congkhai.typeset;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Properties;
import java.util.stream.Collectors;
import vn.congkhai.indicator.Language;

/// Every text of the pages in one language, from `web/messages`.
public final class Words {
  private static final Map<Language, Words> ALL =
      Arrays.stream(Language.values()).collect(Collectors.toMap(each -> each, Words::read));

  private final Language language;
  private final Map<String, String> texts;

  private Words(Language language, Map<String, String> texts) {
    this.language = language;
    this.texts = Map.copyOf(texts);
  }

  /// The texts in that language, read once.
  public static Words of(Language language) {
    return requireNonNull(ALL.get(language));
  }

  private static Words read(Language language) {
    String file = "/web/messages/" + language.tag() + ".properties";
    Properties properties = new Properties();
    try (InputStream stream = Words.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("missing in the program: " + file);
      }
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> texts = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    return new Words(language, texts);
  }

  public Language language() {
    return language;
  }

  /// How the language writes numbers and months.
  public Locale locale() {
    return language == Language.VI ? Locale.of("vi", "VN") : Locale.ENGLISH;
  }

  /// All texts by key, for templates.
  public Map<String, String> all() {
    return texts;
  }

  /// The text.
  ///
  /// @throws NoSuchElementException when there is none
  public String get(String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new NoSuchElementException(key + " in " + language.tag());
    }
    return text;
  }

  /// The text with `{0}`, `{1}` … replaced. Numbers are grouped as the language does, and may
  /// choose between words: `{0,choice,1#1 minute ago|1<{0} minutes ago}`.
  public String get(String key, Object... arguments) {
    return new MessageFormat(get(key), locale()).format(arguments);
  }
}
