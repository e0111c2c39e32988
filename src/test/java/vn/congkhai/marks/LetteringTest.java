package vn.congkhai.marks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.congkhai.marks.Badge.Face;

class LetteringTest {
  private static final Face TEN = Face.bold(10, "#000000");

  @Test
  void marks_above_and_below_a_letter_take_no_room_of_their_own() {
    assertThat(Lettering.width("Tỷ lệ", TEN)).isEqualTo(Lettering.width("Ty le", TEN));
    assertThat(Lettering.width("ế", TEN)).isEqualTo(Lettering.width("e\u0302\u0301", TEN));
    assertThat(Lettering.width("ư", TEN)).isGreaterThan(Lettering.width("u", TEN));
  }

  @Test
  void a_sign_that_nobody_foresaw_counts_as_the_widest() {
    assertThat(Lettering.width("漢", TEN)).isEqualTo(14.0);
    assertThat(Lettering.width("W", TEN)).isEqualTo(11.28);
  }

  @Test
  void text_is_broken_at_spaces_and_none_of_it_is_lost() {
    assertThat(Lettering.lines("Tỷ lệ hồ sơ trực tuyến", TEN, 80))
        .containsExactly("Tỷ lệ hồ sơ", "trực tuyến");
    assertThat(Lettering.lines("  a   b ", TEN, 80)).containsExactly("a b");
  }

  @Test
  void a_word_wider_than_the_room_has_a_line_of_its_own() {
    assertThat(Lettering.lines("a wwwwwwwwww b", TEN, 40)).containsExactly("a", "wwwwwwwwww", "b");
  }
}
