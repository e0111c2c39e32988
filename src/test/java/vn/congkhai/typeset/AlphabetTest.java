package vn.congkhai.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlphabetTest {
  @Test
  void names_stand_word_by_word_in_vietnamese_order() {
    List<String> names =
        List.of(
            "UBND phường Thục Phán",
            "UBND xã Ca Thành",
            "UBND xã Canh Tân",
            "UBND xã Cần Yên",
            "UBND xã Đoài Dương",
            "UBND xã Hà Quảng",
            "UBND xã Hạ Lang",
            "UBND xã Hạnh Phúc");

    assertThat(names.reversed().stream().sorted(new Alphabet())).containsExactlyElementsOf(names);
  }
}
