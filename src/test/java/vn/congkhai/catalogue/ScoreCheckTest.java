package vn.congkhai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the check of a catalogue refuses of a score profile's bands and points.
class ScoreCheckTest {
  @TempDir Path folder;
  private EditedCatalogue catalogue = new EditedCatalogue(Path.of(""));

  @BeforeEach
  void copy_the_real_one() throws IOException {
    catalogue = EditedCatalogue.in(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          from: {50→45}, below: 70    | chồng lên nhau: 45 / 50 | overlap: 45 / 50
          from: {80→79.99}, below: 90 | chồng lên nhau: 79.99 / 80 | overlap: 79.99 / 80
          from: {50→55}, below: 70    | hở giữa hai mức: 55 / 50 | gap between two bands: 55 / 50
          from: {0→1}, below: 50      | hở giữa hai mức: 1 / 0 | gap between two bands: 1 / 0
          from: 90, below: {100→99}   | đúng 100, mức cuối đến 99 | reach 100, the last one reaches 99
          from: 90, below: {100→101}  | đúng 100, mức cuối đến 101 | reach 100, the last one reaches 101
          """)
  void bands_cover_0_to_100_without_gap_or_overlap(String edit, String vi, String en)
      throws IOException {
    String place = catalogue.change("score.yaml", edit);

    catalogue.assertOneProblem(place, "");
    assertThat(catalogue.problems().getFirst().message().vi()).contains(vi);
    assertThat(catalogue.problems().getFirst().message().en()).contains(en);
  }

  @Test
  void a_band_ends_above_its_beginning() throws IOException {
    String place = catalogue.change("score.yaml", "from: 90, below: {100→90}");

    assertThat(catalogue.problems())
        .allMatch(problem -> place.equals(problem.file() + ":" + problem.line()))
        .extracting(problem -> problem.message().en())
        .containsExactly(
            "“below” must exceed “from”", "the bands must reach 100, the last one reaches 90");
  }

  @Test
  void no_bands_at_all_do_not_reach_100() throws IOException {
    String bands = "(?m)^bands:\n(  - .*\n)+";
    catalogue.write("score.yaml", catalogue.text("score.yaml").replaceFirst(bands, "bands: []\n"));

    catalogue.assertOneProblem(catalogue.line("score.yaml", "bands: []"), "100");
  }

  @Test
  void the_points_of_a_group_are_those_of_its_parts() throws IOException {
    String place =
        catalogue.change("score.yaml", "max: {20→19.5}⏎    parts:⏎      - code: \"2.1\"");

    catalogue.assertOneProblem(place, "20");
  }

  @Test
  void the_group_is_told_when_the_points_of_a_part_do_not_fit() throws IOException {
    var _ = catalogue.change("score.yaml", "max: {6→7}⏎        full_at: 0.5");

    catalogue.assertOneProblem(
        catalogue.line("score.yaml", "max: 22⏎    parts:⏎      - code: \"3.1\""), "23");
  }
}
