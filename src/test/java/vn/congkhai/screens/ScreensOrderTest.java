package vn.congkhai.screens;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.catalogue.Catalogues;
import vn.congkhai.indicator.BoardAddress;
import vn.congkhai.indicator.Playlist;
import vn.congkhai.indicator.QuietHours;
import vn.congkhai.indicator.ScreenName;
import vn.congkhai.indicator.Text;
import vn.congkhai.postgres.Database;
import vn.congkhai.postgres.EmbeddedServer;

/// Who has the say on a screen, over a real database.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreensOrderTest {
  private static final ScreenName CENTRE = new ScreenName("tt-phuc-vu-hanh-chinh-cong");
  private static final ScreenName WARD = new ScreenName("cb-xa-01273");
  private static final Clock TODAY =
      Clock.fixed(Instant.parse("2026-11-22T02:00:00Z"), ZoneOffset.UTC);

  private final Vertx vertx = Vertx.vertx();
  private EmbeddedServer server;
  private Database database;
  private Screens screens;
  private Catalogue catalogue = Catalogues.caoBang();

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    server = new EmbeddedServer(folder);
    database = Database.open(vertx, server.start());
    database.migrate();
    screens = screens();
  }

  private Screens screens() {
    return new Screens(database.pool(), () -> catalogue, TODAY);
  }

  @AfterEach
  void takeBack() {
    catalogue = Catalogues.caoBang();
    List.of(CENTRE, WARD, new ScreenName("hall"))
        .forEach(name -> assertThat(screens.remove(name).await()).isNotNull());
  }

  @AfterAll
  void stop() throws Exception {
    database.close().await();
    vertx.close().await();
    server.stop();
  }

  private void put(ScreenName name, String... pages) {
    Playlist playlist = new Playlist(name, null, addresses(pages), 15, null);
    assertThat(screens.put(playlist).await()).isNotEqualTo(Screens.Stored.NO_ROOM);
  }

  private static List<BoardAddress> addresses(String... pages) {
    return Stream.of(pages).map(page -> requireNonNull(BoardAddress.parse(page))).toList();
  }

  private @Nullable List<String> shown(ScreenName name) {
    Playlist playlist = screens.playlist(name);
    return playlist == null ? null : playlist.pages().stream().map(BoardAddress::toString).toList();
  }

  @Test
  void the_administrator_goes_before_the_catalogue() {
    assertThat(shown(CENTRE)).containsExactly("/board", "/board/ranking", "/board/duties");

    put(CENTRE, "/board/duties");
    assertThat(shown(CENTRE)).containsExactly("/board/duties");

    assertThat(screens.remove(CENTRE).await()).isTrue();
    assertThat(shown(CENTRE)).containsExactly("/board", "/board/ranking", "/board/duties");
    assertThat(screens.remove(CENTRE).await()).isFalse();
  }

  @Test
  void the_code_of_an_agency_that_exists_names_a_screen_without_anybody_setting_it() {
    assertThat(shown(WARD))
        .containsExactly("/board/agencies/cb-xa-01273", "/board", "/board/ranking");
    assertThat(requireNonNull(requireNonNull(screens.playlist(WARD)).title()).vi())
        .isEqualTo("UBND phường Thục Phán");
    assertThat(screens.isSet(WARD)).isFalse();

    put(WARD, "/board");
    assertThat(shown(WARD)).containsExactly("/board");
    assertThat(screens.isSet(WARD)).isTrue();
  }

  @Test
  void an_agency_that_has_ended_and_a_name_that_nobody_set_show_nothing() {
    String ended =
        catalogue.agencies().stream()
            .filter(agency -> !agency.validity().on(LocalDate.of(2026, 11, 22)))
            .findFirst()
            .orElseThrow()
            .code()
            .value();

    assertThat(shown(new ScreenName(ended))).isNull();
    assertThat(shown(new ScreenName("hall"))).isNull();
  }

  @Test
  void a_page_that_a_reloaded_catalogue_no_longer_has_is_left_out_until_it_is_back() {
    put(CENTRE, "/board/agencies/cb-xa-01708", "/board/ranking");
    put(new ScreenName("hall"), "/board/agencies/cb-xa-01708");

    catalogue = Catalogues.builtIn("bac-kan-2024");
    assertThat(shown(CENTRE)).containsExactly("/board/ranking");
    assertThat(shown(new ScreenName("hall"))).containsExactly("/board");

    catalogue = Catalogues.caoBang();
    assertThat(shown(CENTRE)).containsExactly("/board/agencies/cb-xa-01708", "/board/ranking");
  }

  @Test
  void what_is_stored_is_read_back_whole_by_whoever_starts_next() {
    Playlist whole =
        new Playlist(
            CENTRE,
            new Text("Sảnh", "Hall"),
            addresses("/board/plans/cao-bang-2026-online-services", "/board"),
            120,
            QuietHours.parse("22:00-05:00"));
    assertThat(screens.put(whole).await()).isEqualTo(Screens.Stored.CREATED);
    assertThat(screens.put(whole).await()).isEqualTo(Screens.Stored.REPLACED);

    Screens next = screens();
    next.load().await();

    assertThat(next.playlist(CENTRE)).isEqualTo(whole);
    assertThat(next.all())
        .extracting(each -> each.playlist().name() + " " + each.origin() + " " + each.inForce())
        .containsExactly(CENTRE + " ADMINISTRATOR true", CENTRE + " CATALOGUE false");
  }

  @Test
  void a_row_that_somebody_spoilt_by_hand_spoils_no_other() throws Exception {
    put(CENTRE, "/board/duties");
    var _ =
        database
            .pool()
            .query("INSERT INTO screen (name, pages, seconds) VALUES ('hall', '{/nowhere}', 15)")
            .execute()
            .await();

    screens.load().await();

    assertThat(shown(CENTRE)).containsExactly("/board/duties");
    assertThat(shown(new ScreenName("hall"))).isNull();
  }
}
