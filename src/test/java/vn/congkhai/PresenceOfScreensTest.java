package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.COMMUNE;
import static vn.congkhai.Service.WARD;
import static vn.congkhai.Service.within;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congkhai.typeset.Assets;

/// What an operator sees of screens that come on and go dark.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PresenceOfScreensTest {
  private static final String CENTRE = "tt-phuc-vu-hanh-chinh-cong";
  private static final Duration SOON = Duration.ofSeconds(10);

  private Service service;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    service = Service.start(folder);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  private Events on(String parameters) throws IOException, InterruptedException {
    Events events = Events.of(service.publicly("/events?" + parameters));
    assertThat(events.next().getLong("version")).isNotNegative();
    return events;
  }

  private List<JsonObject> screens() throws Exception {
    return new JsonObject(service.manage("/screens.json").body())
        .getJsonArray("screens").stream().map(JsonObject.class::cast).toList();
  }

  private JsonObject screen(String name) throws Exception {
    return screens().stream()
        .filter(each -> each.getString("name").equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no screen " + name));
  }

  /// Those screens as the operator's page has them.
  private List<String> order(String... names) throws Exception {
    return screens().stream()
        .filter(each -> List.of(names).contains(each.getString("name")))
        .map(each -> each.getString("name") + " " + each.getString("state"))
        .toList();
  }

  /// Its series of the metric.
  private List<String> gauge(String name) throws Exception {
    return gauges().filter(line -> line.startsWith("{screen=\"" + name + "\"}")).toList();
  }

  private Stream<String> gauges() throws Exception {
    return service
        .manage("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("congkhai_screens_connected{"))
        .map(line -> line.substring("congkhai_screens_connected".length()));
  }

  @Test
  void a_screen_is_counted_while_it_is_connected_and_is_dark_first_afterwards() throws Exception {
    assertThat(gauge(CENTRE)).containsExactly("{screen=\"" + CENTRE + "\"} 0.0");
    assertThat(gauge(COMMUNE)).isEmpty();

    try (Events _ = on("screen=" + COMMUNE);
        Events _ = on("screen=" + COMMUNE)) {
      assertThat(gauge(COMMUNE)).containsExactly("{screen=\"" + COMMUNE + "\"} 2.0");
      assertThat(order(COMMUNE, CENTRE)).containsExactly(CENTRE + " never", COMMUNE + " live");
      assertThat(screen(COMMUNE).getInteger("lines")).isEqualTo(2);
      assertThat(screen(COMMUNE).getString("address")).isEqualTo("127.0.0.1");
      assertThat(Instant.parse(screen(COMMUNE).getString("connectedAt")))
          .isBetween(Service.MORNING, Service.MORNING.plusSeconds(600));
      assertThat(screen(COMMUNE).getString("darkSince")).isNull();
    }

    within(SOON, () -> screen(COMMUNE).getString("state").equals("dark"));
    assertThat(order(COMMUNE, CENTRE)).containsExactly(COMMUNE + " dark", CENTRE + " never");
    assertThat(gauge(COMMUNE)).containsExactly("{screen=\"" + COMMUNE + "\"} 0.0");
    assertThat(gauge(CENTRE)).containsExactly("{screen=\"" + CENTRE + "\"} 0.0");
    assertThat(screen(COMMUNE).getInteger("lines")).isZero();
    assertThat(screen(COMMUNE).getString("darkSince")).startsWith("2026-11-22T02:");
  }

  @Test
  void dark_ones_come_first_the_longest_dark_before_the_others() throws Exception {
    on("screen=second").close();
    within(SOON, () -> screen("second").getString("state").equals("dark"));
    on("screen=first").close();
    within(SOON, () -> screen("first").getString("state").equals("dark"));
    try (Events _ = on("screen=a-live-one")) {
      assertThat(order("first", "second", "a-live-one", CENTRE))
          .containsExactly("second dark", "first dark", CENTRE + " never", "a-live-one live");
    }
  }

  @Test
  void a_screen_says_what_it_has_drawn_and_with_which_program() throws Exception {
    try (Events _ = on("screen=hall&drawn=3&program=0123abcd")) {
      assertThat(screen("hall").getLong("drawn")).isEqualTo(3);
      assertThat(screen("hall").getString("program")).isEqualTo("0123abcd");
      assertThat(page("/screens?lang=en"))
          .contains("3 <span class=\"odd\">not the board’s</span>")
          .contains("<code>0123abcd</code> <span class=\"odd\">an old one</span>");

      HttpResponse<String> said =
          service.see("/events/drawn?screen=hall&version=0&program=" + Assets.version());

      assertThat(said.statusCode()).isEqualTo(204);
      assertThat(said.headers().firstValue("Cache-Control")).hasValue("no-store");
      assertThat(screen("hall").getLong("drawn")).isZero();
      assertThat(page("/screens?lang=en")).doesNotContain("class=\"odd\"");
    }
    assertThat(service.see("/events/drawn?screen=nobody&version=9").statusCode()).isEqualTo(204);
    assertThat(screens()).noneMatch(each -> each.getString("name").equals("nobody"));
  }

  @Test
  void the_operator_reads_what_is_on_a_screen_that_follows_no_playlist() throws Exception {
    try (Events _ = on("screen=corridor&page=/kiosk/board/duties");
        Events _ = on("screen=" + WARD + "&page=/board/screens/" + WARD)) {
      assertThat(screen("corridor").getString("page")).isEqualTo("/kiosk/board/duties");
      assertThat(page("/screens")).contains("<ul><li>/kiosk/board/duties</li></ul></td>");
      assertThat(page("/screens"))
          .contains("<ul><li>/board/agencies/" + WARD + "</li>")
          .doesNotContain("<li>/board/screens/");
    }
  }

  @Test
  void a_version_is_not_odd_on_a_dark_screen() throws Exception {
    on("screen=cellar&drawn=3&program=0123abcd").close();
    within(SOON, () -> screen("cellar").getString("state").equals("dark"));

    assertThat(page("/screens"))
        .containsPattern("data-screen=\"cellar\" data-state=\"dark\".*<td[^>]*>3</td>");
  }

  private String page(String path) throws Exception {
    HttpResponse<String> page = service.manage(path);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'");
    return page.body();
  }

  @Test
  void the_operator_reads_it_in_either_language_and_the_page_brings_its_style() throws Exception {
    try (Events _ = on("screen=" + WARD)) {
      assertThat(page("/screens"))
          .contains("<html lang=\"vi\">", "vừa bật", "chưa thấy từ khi hệ thống khởi động")
          .contains("http-equiv=\"refresh\" content=\"30\"")
          .contains("UBND phường Thục Phán", "/board/agencies/" + WARD)
          .containsPattern("\\d+ màn hình đang tắt, \\d chưa thấy, [1-9] đang bật\\.")
          .doesNotContain("<script");
      assertThat(page("/screens?lang=en"))
          .contains("<html lang=\"en\">", "came on just now", "Provincial Public Administration");
    }
    assertThat(service.manage("/static/screens.css").statusCode()).isEqualTo(200);
    assertThat(service.manage("/static/board.css").statusCode()).isEqualTo(200);
  }

  @Test
  void an_event_carries_the_clock_and_the_program() throws Exception {
    try (Events events = Events.of(service.publicly("/events?screen=hall"))) {
      JsonObject first = events.next();

      assertThat(Instant.parse(first.getString("now")))
          .isBetween(Service.MORNING, Service.MORNING.plusSeconds(600));
      assertThat(first.getString("program")).isEqualTo(Assets.version()).matches("[0-9a-f]{8}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/events?screen=",
        "/events?screen=Hall",
        "/events?screen=s%E1%BA%A3nh",
        "/events?screen=malformed&drawn=new",
        "/events?screen=malformed&program=%3Cscript%3E",
        "/events?screen=malformed&page=%3Cscript%3E",
        "/events/drawn?version=1",
        "/events/drawn?screen=malformed",
        "/events/drawn?screen=-hall&version=1",
        "/events/drawn?screen=malformed&version=-1"
      })
  void what_is_malformed_is_told_and_registers_nobody(String path) throws Exception {
    assertThat(service.see(path).statusCode()).isEqualTo(400);
    assertThat(gauge("malformed")).isEmpty();
    assertThat(screens()).noneMatch(each -> each.getString("name").equals("malformed"));
  }

  @Test
  void names_that_nobody_set_are_bounded_and_no_series_says_them() throws Exception {
    within(SOON, () -> gauge("other").isEmpty());
    try (Closing lines = new Closing()) {
      for (int i = 0; i < 205; i++) {
        var _ = lines.add(on("screen=stranger-" + i));
      }

      assertThat(screens().stream().filter(each -> each.getString("name").contains("stranger-")))
          .hasSizeBetween(190, 200);
      assertThat(gauges()).noneMatch(each -> each.contains("stranger-"));
      assertThat(gauge("other")).containsExactly("{screen=\"other\"} 205.0");
      assertThat(gauge(CENTRE)).containsExactly("{screen=\"" + CENTRE + "\"} 0.0");
    }
    within(SOON, () -> gauge("other").isEmpty());
  }

  @Test
  void a_name_that_gets_a_playlist_gets_a_series_and_one_that_loses_it_is_nobodys()
      throws Exception {
    Office office = new Office(service);
    String path = "/api/v1/screens/lift";
    within(SOON, () -> gauge("other").isEmpty());
    try (Events _ = on("screen=lift")) {
      assertThat(gauge("lift")).isEmpty();
      assertThat(gauge("other")).containsExactly("{screen=\"other\"} 1.0");

      String body = "{\"pages\":[\"/board\"]}";
      assertThat(office.ask("PUT", path, service.administrator(), body).statusCode())
          .isEqualTo(201);
      assertThat(gauge("lift")).containsExactly("{screen=\"lift\"} 1.0");
      assertThat(gauge("other")).isEmpty();
    }
    within(SOON, () -> gauge("lift").equals(List.of("{screen=\"lift\"} 0.0")));
    assertThat(office.ask("DELETE", path, service.administrator(), null).statusCode())
        .isEqualTo(204);
    assertThat(gauge("lift")).isEmpty();
    assertThat(screen("lift").getString("state")).isEqualTo("dark");
  }

  @Test
  void what_the_administrator_sets_is_watched_at_once() throws Exception {
    String body = "{\"title\":\"Sảnh <1>\",\"pages\":[\"/board/duties\"],\"seconds\":20}";
    int status =
        new Office(service)
            .ask("PUT", "/api/v1/screens/sanh", service.administrator(), body)
            .statusCode();

    assertThat(status).isEqualTo(201);
    assertThat(gauge("sanh")).containsExactly("{screen=\"sanh\"} 0.0");
    assertThat(page("/screens"))
        .contains("Sảnh &lt;1&gt;", "/board/duties", "20 giây mỗi màn")
        .doesNotContain("<1>");
    assertThat(screen("sanh").getJsonObject("playlist").getInteger("seconds")).isEqualTo(20);
  }
}
