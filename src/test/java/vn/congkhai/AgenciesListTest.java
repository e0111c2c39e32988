package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.congkhai.catalogue.Catalogues;

/// Where somebody looks for their own agency.
class AgenciesListTest {
  /// Some of its agencies were merged away in the year after.
  @Test
  void a_past_year_lists_the_agencies_that_it_ranks(@TempDir Path folder) throws Exception {
    try (Service service =
        Service.start(folder, null, Catalogues.builtIn("bac-kan-2024"), Service.MORNING)) {
      List<String> listed =
          found(
              "<li><a href=\"/board/agencies/([a-z0-9-]+)", service.see("/board/agencies").body());
      List<String> ranked =
          found("data-rank-agency=\"([a-z0-9-]+)", service.see("/board/ranking").body());

      assertThat(listed).hasSizeGreaterThan(20).containsExactlyInAnyOrderElementsOf(ranked);
    }
  }

  private static List<String> found(String pattern, String page) {
    return Pattern.compile(pattern).matcher(page).results().map(match -> match.group(1)).toList();
  }
}
