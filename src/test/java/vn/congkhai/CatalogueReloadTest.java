package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.WARD;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An administrator changes the catalogue's files while the service runs.
class CatalogueReloadTest {
  @TempDir Path data;
  @TempDir Path catalogue;

  private Service service;

  @BeforeEach
  void start() throws Exception {
    for (String folder : new String[] {"catalogues/common", "catalogues/cao-bang-2026"}) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        for (Path file : files.toList()) {
          Files.write(catalogue.resolve(file.getFileName().toString()), Files.readAllBytes(file));
        }
      }
    }
    Clock real = Clock.systemUTC();
    Clock clock = Clock.offset(real, Duration.between(real.instant(), Service.MORNING));
    service = Service.start(data, null, clock, Map.of("CONGKHAI_CATALOGUE", catalogue.toString()));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private void edit(String file, String from, String to) throws IOException {
    Path path = catalogue.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(from);
    Files.writeString(path, text.replace(from, to));
  }

  private HttpResponse<String> reload(String token) throws Exception {
    return service.send(
        service.builder("/api/v1/catalogue/reload", token).POST(BodyPublishers.noBody()).build());
  }

  @Test
  void a_changed_target_counts_from_then_on_and_no_figure_is_lost() throws Exception {
    assertThat(service.post(WARD, "on-time-rate", "2026-10", 98, 100).statusCode()).isEqualTo(201);
    service.shows(1);
    assertThat(service.rollUp("on-time-rate").getString("standing")).isEqualTo("met");

    edit(
        "targets.csv",
        "on-time-rate,cao-bang-2026-procedure-control,II.1.g,>=,97",
        "on-time-rate,cao-bang-2026-procedure-control,II.1.g,>=,99");
    HttpResponse<String> reloaded = reload(service.administrator());

    assertThat(reloaded.statusCode()).isEqualTo(200);
    assertThat(new JsonObject(reloaded.body()).getString("catalogue")).isEqualTo("cao-bang-2026");
    Service.within(
        Duration.ofSeconds(5),
        () -> service.rollUp("on-time-rate").getString("standing").equals("missed"));
    assertThat(service.rollUp("on-time-rate").getLong("numerator")).isEqualTo(98);
    assertThat(service.board().getLong("version")).isEqualTo(1);
    HttpResponse<String> next = service.post(WARD, "on-time-rate", "2026-09", 98, 100);
    assertThat(next.body()).contains("\"standing\":\"missed\"");
  }

  @Test
  void a_screen_that_had_the_same_version_by_the_old_catalogue_is_told_that_all_may_differ()
      throws Exception {
    assertThat(service.post(WARD, "on-time-rate", "2026-10", 98, 100).statusCode()).isEqualTo(201);
    service.shows(1);
    assertThat(differs(1)).isFalse();

    edit("agencies.csv", "UBND phường Thục Phán", "UBND phường Thục Phán mới");
    assertThat(reload(service.administrator()).statusCode()).isEqualTo(200);
    Service.within(
        Duration.ofSeconds(5), () -> service.see("/api/v1/agencies").body().contains("Phán mới"));

    assertThat(differs(1)).isTrue();
    assertThat(service.post(WARD, "on-time-rate", "2026-09", 98, 100).statusCode()).isEqualTo(201);
    service.shows(2);
    assertThat(differs(1)).isTrue();
    assertThat(differs(2)).isFalse();
  }

  /// Whether all may be different for a screen that had the board of that version.
  private boolean differs(long version) throws Exception {
    try (Events events = Events.after(version, service.publicly("/events"))) {
      return events.next().getBoolean("all");
    }
  }

  @Test
  void an_agency_that_is_new_gets_a_token_and_may_send() throws Exception {
    Office office = new Office(service);
    JsonObject wish = new JsonObject().put("agency", "cb-xa-moi");
    assertThat(
            office
                .ask("POST", "/api/v1/tokens", service.administrator(), wish.encode())
                .statusCode())
        .isEqualTo(422);

    edit(
        "agencies.csv",
        "cb-xa-01318,commune,",
        "cb-xa-moi,commune,UBND xã Mới,Xã Mới,2025-07-01,,,\ncb-xa-01318,commune,");
    assertThat(reload(service.administrator()).statusCode()).isEqualTo(200);

    String token = office.issue(wish).getString("token");
    assertThat(Office.body(office.me(token), 200).encode()).contains("UBND xã Mới");
  }

  @Test
  void faulty_files_change_nothing_and_every_fault_is_named() throws Exception {
    edit("targets.csv", "II.1.g,>=,97", "II.1.g,>=,970");
    edit("agencies.csv", "cb-so-noi-vu,department", "CB Nội vụ,sở");

    HttpResponse<String> refused = reload(service.administrator());

    assertThat(refused.statusCode()).isEqualTo(422);
    JsonArray errors = new JsonObject(refused.body()).getJsonArray("errors");
    assertThat(errors.stream().map(each -> ((JsonObject) each).getString("pointer")))
        .anyMatch(pointer -> pointer.startsWith("targets.csv:"))
        .anyMatch(pointer -> pointer.startsWith("agencies.csv:"));
    assertThat(service.post(WARD, "on-time-rate", "2026-10", 98, 100).statusCode()).isEqualTo(201);
  }

  @Test
  void the_catalogue_of_another_province_is_refused() throws Exception {
    edit("catalogue.yaml", "code: cao-bang\n", "code: lang-son\n");

    assertThat(reload(service.administrator()).statusCode()).isEqualTo(422);
  }

  @Test
  void only_an_administrator_may_ask_for_it() throws Exception {
    assertThat(reload(service.token(WARD)).statusCode()).isEqualTo(403);
    assertThat(reload("nobody").statusCode()).isEqualTo(401);
  }

  @Test
  void submissions_go_on_meanwhile_and_none_is_left_out() throws Exception {
    int posts = 400;
    AtomicInteger stored = new AtomicInteger();
    Thread poster =
        Thread.ofVirtual()
            .start(() -> {
              try {
                for (int i = 0; i < posts; i++) {
                  if (service.post(WARD, "on-time-rate", "2026-10", i, 1000).statusCode() == 201) {
                    stored.incrementAndGet();
                  }
                }
              } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
              }
            });
    int reloads = 0;
    while (poster.isAlive()) {
      assertThat(reload(service.administrator()).statusCode()).isEqualTo(200);
      reloads++;
    }
    poster.join();

    assertThat(reloads).isGreaterThan(1);
    assertThat(stored.get()).isEqualTo(posts);
    service.shows(posts);
    assertThat(service.rollUp("on-time-rate").getLong("numerator")).isEqualTo(posts - 1);
  }
}
