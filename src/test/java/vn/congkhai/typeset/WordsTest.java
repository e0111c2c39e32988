package vn.congkhai.typeset;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.congkhai.indicator.Language;

class WordsTest {
  private static final Pattern IN_TEMPLATE = Pattern.compile("\\bw\\.([a-z0-9-]+)");

  /// A key in Java, or the beginning of one that the code of a state completes: `"duty-" +`.
  private static final Pattern IN_JAVA = Pattern.compile("\"([a-z][a-z0-9-]*)\"(\\s*\\+)?");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");

  private static final String TEMPLATES = read(Path.of("web", "templates"), ".hbs");
  private static final String JAVA = read(Path.of("src", "main", "java"), ".java");

  private static String read(Path folder, String ending) {
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .map(WordsTest::text)
          .collect(joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> all(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(toCollection(TreeSet::new));
  }

  private static Map<String, String> texts(Language language) {
    return Words.of(language).all();
  }

  @Test
  void both_languages_have_the_same_texts() {
    assertThat(texts(Language.EN).keySet()).isEqualTo(texts(Language.VI).keySet());
  }

  @Test
  void both_languages_tell_the_same_of_what_is_put_into_a_text() {
    assertThat(texts(Language.EN))
        .allSatisfy((key, english) ->
            assertThat(all(PLACEHOLDER, english))
                .isEqualTo(all(PLACEHOLDER, texts(Language.VI).getOrDefault(key, ""))));
  }

  @Test
  void every_text_that_a_template_asks_for_is_there() {
    Set<String> asked = all(IN_TEMPLATE, TEMPLATES);

    assertThat(asked).hasSizeGreaterThan(100);
    assertThat(texts(Language.VI).keySet()).containsAll(asked);
  }

  @Test
  void every_text_is_used() {
    Set<String> literals = all(IN_JAVA, JAVA);
    Set<String> used = new TreeSet<>(all(IN_TEMPLATE, TEMPLATES));
    used.addAll(literals);
    List<String> beginnings =
        IN_JAVA
            .matcher(JAVA)
            .results()
            .filter(found -> found.group(2) != null)
            .map(found -> found.group(1))
            .filter(literal -> literal.endsWith("-"))
            .toList();
    Set<String> codes = new TreeSet<>(literals);
    codes.addAll(all(Pattern.compile("type: \\[?([a-z]+)"), text(Path.of("web", "openapi.yaml"))));
    Set<String> unused = new TreeSet<>(texts(Language.VI).keySet());
    unused.removeIf(key -> used.contains(key) || completed(key, beginnings, codes));

    assertThat(unused).isEmpty();
  }

  private static boolean completed(String key, List<String> beginnings, Set<String> codes) {
    return beginnings.stream()
        .anyMatch(beginning ->
            key.startsWith(beginning) && codes.contains(key.substring(beginning.length())));
  }

  /// In a text with places to be filled an apostrophe is a quoting mark and would vanish.
  @ParameterizedTest
  @EnumSource(Language.class)
  void an_apostrophe_is_one_and_no_quoting_mark(Language language) {
    assertThat(texts(language))
        .allSatisfy((key, text) ->
            assertThat(key.startsWith("pattern-") || !text.contains("'")).as(key).isTrue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          form-wrong      | 1    | Not sent. One entry needs correcting.
          form-wrong      | 2    | Not sent. 2 entries need correcting.
          form-file-empty | 1    | One empty row is left out.
          form-file-empty | 1200 | 1,200 empty rows are left out.
          tallies-bare    | 1    | 1 indicator is a single number and has no result for the province.
          """)
  void english_counts_one_and_many(String key, int count, String text) {
    assertThat(Words.of(Language.EN).get(key, count)).isEqualTo(text);
  }

  @Test
  void numbers_are_grouped_as_the_language_does() {
    assertThat(Words.of(Language.VI).get("form-file-empty", 1200))
        .isEqualTo("Bỏ qua 1.200 dòng để trống.");
  }

  @Test
  void every_text_can_be_filled() {
    for (Language language : Language.values()) {
      texts(language)
          .forEach((key, text) -> {
            List<MatchResult> places = PLACEHOLDER.matcher(text).results().toList();
            if (!places.isEmpty()) {
              assertThat(Words.of(language).get(key, 7, 8, 9, 10)).as(key).doesNotContain("{");
            }
          });
    }
  }
}
