package vn.congkhai;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Sees how a page lies on screens.
record Eye(Page page) {
  private static final String LAYOUT = script("layout.js");
  private static final String SHEETS = script("sheets.js");

  /// Two frames: what watches its own size has laid itself out anew.
  private static final String SETTLED =
      """
      async () => {
        await document.fonts.ready;
        for (let i = 0; i < 2; i++) {
          await new Promise(requestAnimationFrame);
        }
      }
      """;

  /// What is wrong with the page that is open, browsed on a screen of that size.
  List<String> browsed(String size) {
    fit(size);
    return sentences(page.evaluate(LAYOUT, false));
  }

  /// What is wrong with any sheet of the page that is open, unattended on a screen of that size.
  List<String> unattended(String size) {
    fit(size);
    assertThat(page.locator("#time")).not().isEmpty();
    Map<?, ?> seen = (Map<?, ?>) page.evaluate("(" + SHEETS + ")(" + LAYOUT + ")");
    return sentences(requireNonNull(seen.get("found")));
  }

  /// @param size `1920x1080`
  void fit(String size) {
    String[] sides = size.split("x", 2);
    page.setViewportSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    var _ = page.evaluate(SETTLED);
  }

  private static List<String> sentences(Object found) {
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  private static String script(String file) {
    try (InputStream stream = Eye.class.getResourceAsStream("/browser/" + file)) {
      return new String(requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
