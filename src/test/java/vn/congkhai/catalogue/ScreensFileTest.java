package vn.congkhai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congkhai.indicator.BoardAddress;
import vn.congkhai.indicator.Playlist;
import vn.congkhai.indicator.QuietHours;
import vn.congkhai.indicator.ScreenName;
import vn.congkhai.indicator.Text;

/// `screens.yaml` of a catalogue.
class ScreensFileTest {
  private static final String FILE = "screens.yaml";

  @TempDir Path folder;
  private EditedCatalogue catalogue;

  @BeforeEach
  void copy() throws IOException {
    catalogue = EditedCatalogue.in(folder);
  }

  private static String hall(String pages) {
    return "screens:\n  - name: hall\n    pages: [%s]\n".formatted(pages);
  }

  private Catalogue read() {
    return switch (CatalogueReader.read(CatalogueFolder.onDisk(folder))) {
      case CatalogueReader.Reading.Sound(Catalogue sound) -> sound;
      case CatalogueReader.Reading.Faulty(var problems) ->
          throw new AssertionError(problems.toString());
    };
  }

  @Test
  void a_screen_shows_what_the_file_says() throws IOException {
    catalogue.write(
        FILE,
        """
        screens:
          - name: hall
            title_vi: Sảnh
            title_en: Hall
            seconds: 20
            quiet_hours: 22:00-05:00
            pages:
              - /board/agencies/cb-xa-01273
              - /board/indicators/on-time-rate
              - /board/plans/cao-bang-2026-online-services
              - /board/duties
        """);

    Playlist hall = read().screen(new ScreenName("hall"));

    assertThat(hall)
        .isEqualTo(
            new Playlist(
                new ScreenName("hall"),
                new Text("Sảnh", "Hall"),
                List.of(
                    new BoardAddress(BoardAddress.Subject.AGENCY, "cb-xa-01273"),
                    new BoardAddress(BoardAddress.Subject.INDICATOR, "on-time-rate"),
                    new BoardAddress(BoardAddress.Subject.PLAN, "cao-bang-2026-online-services"),
                    new BoardAddress(BoardAddress.Subject.DUTIES, "")),
                20,
                QuietHours.parse("22:00-05:00")));
  }

  @Test
  void what_is_not_said_is_usual() throws IOException {
    catalogue.write(FILE, hall("/board"));

    assertThat(read().screens())
        .containsExactly(
            new Playlist(new ScreenName("hall"), null, List.of(BoardAddress.PROVINCE), 15, null));
  }

  @Test
  void a_catalogue_need_not_have_the_file() throws IOException {
    Files.delete(folder.resolve(FILE));

    assertThat(read().screens()).isEmpty();
  }

  @Test
  void the_built_in_one_has_a_screen_for_the_service_centre() {
    assertThat(Catalogues.caoBang().screens())
        .extracting(each -> each.name() + " " + each.pages())
        .containsExactly("tt-phuc-vu-hanh-chinh-cong [/board, /board/ranking, /board/duties]");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pages: [{/board→/board/agencies/cb-khong-co}]          | cb-khong-co
          pages: [{/board→/board/indicators/no-such-rate}]       | no-such-rate
          pages: [{/board→/board/plans/no-such-plan}]            | no-such-plan
          pages: [{/board→/board/submissions/1}]                 | /board/submissions/1
          pages: [{/board→https://example.org/board}]            | https://example.org/board
          pages: [/board{→,/kiosk/board}]                        | /kiosk/board
          pages: {[/board]→[]}                                   | 12
          name: {hall→Hall}                                      | Hall
          name: {hall→other}                                     | “other”
          name: hall{→⏎    seconds: 4}                           | “4”
          name: hall{→⏎    seconds: 121}                         | “121”
          name: hall{→⏎    seconds: soon}                        | “soon”
          name: hall{→⏎    quiet_hours: 22-5}                    | “22-5”
          name: hall{→⏎    title_vi: Sảnh}                       | “title_en”
          name: hall{→⏎    colour: red}                          | “colour”
          """)
  void what_cannot_be_shown_is_told_with_its_line(String edit, String named) throws IOException {
    catalogue.write(FILE, hall("/board"));
    String place = catalogue.change(FILE, edit);
    String line = edit.contains("⏎") ? FILE + ":" + (edit.contains("title") ? 2 : 3) : place;

    catalogue.assertOneProblem(line, named);
  }

  @Test
  void a_name_stands_once_and_pages_and_screens_have_a_limit() throws IOException {
    catalogue.write(FILE, hall("/board") + "  - {name: hall, pages: [/board]}\n");
    catalogue.assertOneProblem(FILE + ":4", "hall");

    catalogue.write(FILE, hall("/board" + ", /board".repeat(12)));
    catalogue.assertOneProblem(FILE + ":3", "12");

    catalogue.write(FILE, "screens:\n" + screens(501));
    catalogue.assertOneProblem(FILE + ":2", "501");

    catalogue.write(FILE, "screens:\n" + screens(500));
    assertThat(read().screens()).hasSize(500);
  }

  private static String screens(int many) {
    return IntStream.range(0, many)
        .mapToObj(i -> "  - {name: s%d, pages: [/board]}\n".formatted(i))
        .reduce("", String::concat);
  }

  @Test
  void every_problem_is_told_at_once() throws IOException {
    catalogue.write(
        FILE,
        """
        screens:
          - name: Hall
            seconds: 1
            pages:
              - /board
              - /elsewhere
              - /board/agencies/nobody
        """);

    assertThat(catalogue.problems()).extracting(CatalogueProblem::line).containsExactly(2, 3, 6, 7);
  }
}
