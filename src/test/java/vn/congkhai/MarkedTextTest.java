package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkedTextTest {
  @Test
  void what_is_marked_as_vietnamese_is_left_out_with_all_that_is_in_it() {
    String page =
        "<!DOCTYPE html><html lang=\"en\"><p>One <b>two</b></p>"
            + "<div lang=\"vi\">Ba <i>bốn</i> <em lang=\"en\">five</em></div>"
            + "<td data-label=\"Sáu\"><input value=\"x\"><code>bảy</code></td></html>";

    assertThat(MarkedText.outsideOf("vi", page)).containsExactly("One", "two", "five", "Sáu");
  }
}
