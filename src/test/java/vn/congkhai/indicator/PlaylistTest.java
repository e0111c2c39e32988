package vn.congkhai.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The words of screens.
class PlaylistTest {
  private static final ScreenName HALL = new ScreenName("hall");

  @ParameterizedTest
  @ValueSource(strings = {"a", "0", "tt-phuc-vu-hanh-chinh-cong", "cb-xa-01273", "a--b-"})
  void a_name_is_lower_case_letters_digits_and_hyphens(String name) {
    assertThat(ScreenName.parse(name)).hasToString(name);
    assertThat(ScreenName.parse("a".repeat(63))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "A", "sảnh", "a b", "a_b", "a/b", "a\n"})
  void nothing_else_names_a_screen(String name) {
    assertThat(ScreenName.parse(name)).isNull();
    assertThat(ScreenName.parse("a".repeat(64))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"22:00-05:00", "11:30-13:30", "00:00-05:00", "17:00-00:00"})
  void quiet_hours_may_cross_midnight_and_are_written_back_as_they_were(String hours) {
    assertThat(QuietHours.parse(hours)).hasToString(hours);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "22-5", "22:00", "22:00-22:00", "24:00-05:00", "22:60-05:00", "22:00–05:00"})
  void what_is_no_span_of_a_day_is_none(String text) {
    assertThat(QuietHours.parse(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/board",
        "/board/ranking",
        "/board/duties",
        "/board/agencies/cb-xa-01273",
        "/board/indicators/on-time-rate",
        "/board/plans/cao-bang-2026-online-services"
      })
  void a_page_of_the_board_is_written_back_as_it_was(String address) {
    assertThat(BoardAddress.parse(address)).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "board",
        "/",
        "/board/",
        "/board/agencies",
        "/board/agencies/",
        "/board/agencies/CB",
        "/board/agencies/a/duties",
        "/board/ranking/",
        "/board?lang=en",
        "/kiosk/board",
        "//elsewhere/board",
        "https://elsewhere/board",
        "/board/../events"
      })
  void nothing_else_is_a_page_of_the_board(String address) {
    assertThat(BoardAddress.parse(address)).isNull();
  }

  @Test
  void a_playlist_has_pages_and_a_pace_within_bounds() {
    List<BoardAddress> tooMany = Collections.nCopies(13, BoardAddress.PROVINCE);
    List<BoardAddress> one = List.of(BoardAddress.PROVINCE);

    assertThat(new Playlist(HALL, null, tooMany.subList(0, 12), 5, null).pages()).hasSize(12);
    assertThatThrownBy(() -> new Playlist(HALL, null, List.of(), 15, null))
        .hasMessageContaining("0 pages");
    assertThatThrownBy(() -> new Playlist(HALL, null, tooMany, 15, null))
        .hasMessageContaining("13 pages");
    assertThatThrownBy(() -> new Playlist(HALL, null, one, 4, null)).hasMessageContaining("4 s");
    assertThatThrownBy(() -> new Playlist(HALL, null, one, 121, null))
        .hasMessageContaining("121 s");
  }
}
