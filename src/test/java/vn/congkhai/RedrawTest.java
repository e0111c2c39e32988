package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.congkhai.typeset.Assets;

/// What a page in a real Chromium does with a newer one: it keeps what is the same, wherever it
/// stands, and knows what is new.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedrawTest {
  private static final String PATCH =
      """
      async ([script, before, after]) => {
        const { patch } = await import(script);
        const table = (rows) => {
          const main = document.createElement("main");
          main.innerHTML = `<table><tbody>\\n${rows.map(([name, figure]) =>
            `<tr><th>${name}</th><td><span class="figure">${figure}</span></td></tr>`).join("\\n")}\\n</tbody></table>`;
          return main;
        };
        const old = table(before);
        const rows = new Map([...old.querySelectorAll("tr")].map((row) => [row.firstChild.textContent, row]));
        const changed = [];
        patch(old, table(after), changed);
        return {
          same: old.isEqualNode(table(after)),
          changed: changed.map((figure) => figure.closest("tr").firstChild.textContent),
          moved: [...old.querySelectorAll("tr")]
            .filter((row) => row !== rows.get(row.firstChild.textContent))
            .map((row) => row.firstChild.textContent),
        };
      }
      """;

  private Browsers browsers;
  private Service service;
  private BrowserContext context;
  private Page page;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    browsers = Browsers.open();
    service = Service.start(folder);
    context = browsers.browser().newContext();
    page = context.newPage();
    page.navigate(service.publicly("/board"));
  }

  @AfterAll
  void stop() {
    if (service != null) {
      context.close();
      service.close();
      browsers.close();
    }
  }

  /// @param anew rows that are not those of before
  private record Redrawn(List<String> changed, List<String> anew) {}

  @SuppressWarnings("unchecked")
  private Redrawn redrawn(List<List<String>> before, List<List<String>> after) {
    var told =
        (Map<String, Object>)
            page.evaluate(PATCH, List.of(Assets.path() + "/redraw.js", before, after));
    assertThat(told.get("same")).isEqualTo(true);
    return new Redrawn(names(told.get("changed")), names(told.get("moved")));
  }

  private static List<String> names(@Nullable Object told) {
    return told instanceof List<?> all ? all.stream().map(String::valueOf).toList() : List.of();
  }

  private static List<String> row(String name, int figure) {
    return List.of(name, figure + "%");
  }

  @Test
  void a_row_that_rises_takes_its_figure_with_it_and_the_others_are_not_new() {
    Redrawn redrawn =
        redrawn(
            List.of(row("A", 90), row("B", 80), row("C", 70), row("D", 60)),
            List.of(row("D", 100), row("A", 90), row("B", 80), row("C", 70)));

    assertThat(redrawn).isEqualTo(new Redrawn(List.of("D"), List.of()));
  }

  @Test
  void a_row_that_comes_is_new_and_one_that_goes_is_gone() {
    Redrawn redrawn =
        redrawn(
            List.of(row("A", 90), row("B", 80), row("C", 70)),
            List.of(row("N", 95), row("C", 70), row("A", 90)));

    assertThat(redrawn).isEqualTo(new Redrawn(List.of("N"), List.of("N")));
  }

  @Test
  void a_figure_that_changes_where_it_stands_is_the_only_one() {
    Redrawn redrawn =
        redrawn(List.of(row("A", 90), row("B", 80)), List.of(row("A", 90), row("B", 81)));

    assertThat(redrawn).isEqualTo(new Redrawn(List.of("B"), List.of()));
  }

  @Test
  void rows_of_the_same_name_follow_each_other() {
    Redrawn redrawn =
        redrawn(
            List.of(row("A", 1), row("A", 2), row("B", 3)),
            List.of(row("B", 3), row("A", 1), row("A", 2), row("A", 4)));

    assertThat(redrawn.changed()).containsExactly("A");
    assertThat(redrawn.anew()).contains("A");
  }

  @Test
  void a_list_that_empties_and_fills_again_is_right() {
    assertThat(redrawn(List.of(row("A", 1)), List.of()).changed()).isEmpty();
    assertThat(redrawn(List.of(), List.of(row("A", 1))).changed()).containsExactly("A");
  }
}
