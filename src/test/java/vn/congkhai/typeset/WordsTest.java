package vn.congkhai.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.congkhai.indicator.Language;

class WordsTest {
  @Test
  void both_languages_have_the_same_texts() {
    assertThat(Words.of(Language.EN).all().keySet())
        .isEqualTo(Words.of(Language.VI).all().keySet());
  }

  @Test
  void every_text_that_a_template_asks_for_is_there() throws IOException {
    Pattern asked = Pattern.compile("frame\\.w\\.([a-z-]+)");
    TreeSet<String> keys = new TreeSet<>();
    try (var files = Files.list(Path.of("web", "templates"))) {
      for (Path file : files.toList()) {
        asked.matcher(Files.readString(file)).results().forEach(hit -> keys.add(hit.group(1)));
      }
    }

    assertThat(keys).isNotEmpty();
    assertThat(Words.of(Language.VI).all().keySet()).containsAll(keys);
  }
}
