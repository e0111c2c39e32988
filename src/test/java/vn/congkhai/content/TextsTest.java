package vn.congkhai.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  @Test
  void a_long_text_is_cut_between_characters_and_never_inside_one() {
    assertThat(Texts.shortened("x".repeat(80))).isEqualTo("x".repeat(80));
    assertThat(Texts.shortened("x".repeat(81))).isEqualTo("x".repeat(80) + "…");
    assertThat(Texts.shortened("x" + "😀".repeat(79))).isEqualTo("x" + "😀".repeat(79));
    assertThat(Texts.shortened("x" + "😀".repeat(500))).isEqualTo("x" + "😀".repeat(79) + "…");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\r\nb", "a\n", "\ra", "a\u2028b", "a\u0085b"})
  void a_text_of_one_line_has_no_line_end_anywhere(String text) {
    assertThat(Texts.lineProblem("/label", text, 100)).isEqualTo(Rule.BAD_TEXT.at("/label"));
    assertThat(Texts.lineProblem("/label", "a\tb", 100)).isNull();
  }
}
