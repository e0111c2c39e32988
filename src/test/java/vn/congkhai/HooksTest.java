package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.congkhai.pages.Notice;

/// By the hooks in the pages a machine finds each figure and knows what it is of.
class HooksTest {
  private static final Pattern FIGURE =
      Pattern.compile("<[a-z]+ class=\"figure[ \"]([^>]*)>(?:<a [^>]*>)?([^<]*)");

  @TempDir Path folder;

  @Test
  void every_figure_of_every_page_says_what_it_is_of_and_how_it_stands() throws Exception {
    try (BusyProvince province = BusyProvince.open(folder, "cao-bang-2026", Notice.NONE)) {
      List<String> wrong = new ArrayList<>();
      int figures = 0;
      for (String page : province.pages()) {
        Matcher figure = FIGURE.matcher(province.service().see(page).body());
        while (figure.find()) {
          figures++;
          if (!whole(figure.group(1), figure.group(2))) {
            wrong.add(page + ": " + figure.group());
          }
        }
      }

      assertThat(wrong).isEmpty();
      assertThat(figures).isGreaterThan(300);
    }
  }

  private static boolean whole(String hooks, String text) {
    boolean ofOne = hooks.contains("data-agency=\"");
    boolean ofSeveral = hooks.contains("data-coverage=\"");
    boolean counted = hooks.contains("data-ratio=\"") || hooks.contains("data-value=\"");
    return hooks.contains("data-indicator=\"")
        && hooks.contains("data-standing=\"")
        && ofOne != ofSeveral
        && counted == text.matches(".*\\d.*");
  }
}
