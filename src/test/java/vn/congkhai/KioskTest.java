package vn.congkhai;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.WARD;

import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A screen set up by `docs/kiosk.md`, with its own script, flags and commands.
class KioskTest {
  private static final String KEPT =
      """
      async () => {
        const registration = await navigator.serviceWorker?.getRegistration();
        const kept = await globalThis.caches?.match(location.href);
        return Boolean(registration?.active && kept);
      }
      """;

  @TempDir Path data;
  @TempDir Path home;

  @BeforeEach
  void tools() {
    Kiosk.need("chromium", "chromium");
    Kiosk.need("curl", "curl");
  }

  private static Service reported(Path data) throws Exception {
    Service service = Service.start(data);
    assertThat(service.post(WARD, "on-time-rate", "2026-10", 97, 100).statusCode()).isEqualTo(201);
    service.shows(1);
    return service;
  }

  private static String onLocalhost(Service service, String path) {
    return service.publicly(path).replace("127.0.0.1", "localhost");
  }

  private static void showsTheWard(Page page) {
    assertThat(page.locator("#title")).containsText("Thục Phán");
    assertThat(page.locator("[data-indicator=on-time-rate][data-extent=period]").first())
        .hasText("97%");
    assertThat(page.locator("#time")).hasText(Pattern.compile("\\d\\d:\\d\\d"));
  }

  private static void keepsThePage(Page page) throws Exception {
    Service.within(Duration.ofSeconds(20), () -> page.evaluate(KEPT).equals(true));
  }

  private static List<String> errorsAfterReload(Page page) {
    List<String> errors = new ArrayList<>();
    page.onPageError(errors::add);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        errors.add(message.text());
      }
    });
    page.reload();
    assertThat(page.locator("#time")).hasText(Pattern.compile("\\d\\d:\\d\\d"));
    return errors;
  }

  @Test
  void the_script_shows_the_board_keeps_it_and_says_that_it_is_on() throws Exception {
    try (Service service = reported(data);
        Kiosk kiosk =
            Kiosk.start(home, onLocalhost(service, "/kiosk/board?screen=sanh"), Map.of())) {
      kiosk.look(page -> {
        assertThat(page.locator("[data-indicator=on-time-rate][data-extent=period]").first())
            .hasText("97%");
        keepsThePage(page);
        assertThat(errorsAfterReload(page)).isEmpty();
      });
      Service.within(Duration.ofSeconds(10), () -> state(service, "sanh").equals("live"));
      assertThat(kiosk.passesTheWatchdog()).isTrue();
    }
  }

  private static String state(Service service, String screen) throws Exception {
    return new JsonObject(service.manage("/screens.json").body())
        .getJsonArray("screens").stream()
            .map(JsonObject.class::cast)
            .filter(each -> each.getString("name").equals(screen))
            .map(each -> each.getString("state"))
            .findFirst()
            .orElse("unknown");
  }

  @Test
  void after_a_power_cut_it_starts_while_the_server_is_away() throws Exception {
    Service service = reported(data);
    String url = onLocalhost(service, "/board/screens/" + WARD);
    try (service;
        Kiosk kiosk = Kiosk.start(home, url, Map.of())) {
      kiosk.look(KioskTest::keepsThePage);
      kiosk.cutPower();
    }
    // the machine got another name meanwhile
    Path lock = Kiosk.profile(home).resolve("SingletonLock");
    Files.deleteIfExists(lock);
    Files.createSymbolicLink(lock, Path.of("the-name-before-1"));

    try (Kiosk kiosk = Kiosk.start(home, url, Map.of())) {
      kiosk.look(page -> {
        showsTheWard(page);
        assertThat(page.locator("#offline")).isVisible();
      });
      assertThat(kiosk.passesTheWatchdog()).isTrue();
    }
  }

  @Test
  void the_watchdog_tells_a_page_that_hangs() throws Exception {
    try (Service service = reported(data);
        Kiosk kiosk = Kiosk.start(home, onLocalhost(service, "/kiosk/board"), Map.of())) {
      kiosk.look(page -> assertThat(page.locator("#time")).hasText(Pattern.compile(".+")));
      assertThat(kiosk.passesTheWatchdog()).isTrue();

      assertThat(kiosk.renderers()).isNotEmpty();
      for (ProcessHandle renderer : kiosk.renderers()) {
        run(home, "kill -STOP " + renderer.pid());
      }

      assertThat(kiosk.passesTheWatchdog()).isFalse();
    }
  }

  @Test
  void the_watchdog_tells_a_page_whose_clock_stands() throws Exception {
    try (Service service = reported(data);
        Kiosk kiosk = Kiosk.start(home, onLocalhost(service, "/kiosk/board"), Map.of())) {
      kiosk.look(page -> {
        assertThat(page.locator("#time")).hasText(Pattern.compile(".+"));
        page.evaluate("document.getElementById('time').textContent = '00:00'");
      });
      kiosk.look(page -> assertThat(page.locator("#time")).not().hasText("00:00"));
      assertThat(kiosk.passesTheWatchdog()).isTrue();
      kiosk.later(Duration.ofMinutes(2));
      assertThat(kiosk.passesTheWatchdog()).isTrue();

      kiosk.look(page -> {
        page.evaluate("for (let id = 1; id < 10_000; id++) { clearInterval(id); }");
        page.evaluate("document.getElementById('time').textContent = '00:00'");
      });
      assertThat(kiosk.passesTheWatchdog()).isTrue();
      kiosk.later(Duration.ofMinutes(2));
      assertThat(kiosk.passesTheWatchdog()).isTrue();
      kiosk.later(Duration.ofMinutes(1));
      assertThat(kiosk.passesTheWatchdog()).isFalse();
    }
  }

  @Test
  void an_authority_of_ones_own_made_by_the_commands_is_trusted() throws Exception {
    Kiosk.need("openssl", "openssl");
    Kiosk.need("certutil", "libnss3-tools");
    commands("openssl").forEach(block -> run(home, block));
    Map<String, String> tls =
        Map.of(
            "CONGKHAI_TLS_CERTIFICATE", home.resolve("door.pem").toString(),
            "CONGKHAI_TLS_KEY", home.resolve("door.key").toString());
    // the name is in no DNS here, so the script's curl would wait for it
    Map<String, String> impatient = Map.of("KIOSK_PATIENCE_SECONDS", "0");
    String name = "--host-resolver-rules=MAP cong-khai.lan 127.0.0.1";
    try (Service service = Service.start(data, null, Clock.systemUTC(), tls)) {
      String url = "https://cong-khai.lan:" + service.ports().publicPort() + "/kiosk/board";
      try (Kiosk stranger = Kiosk.start(home, url, impatient, name)) {
        stranger.look(page -> assertThat(page.content()).contains("ERR_CERT_AUTHORITY_INVALID"));
        assertThat(stranger.passesTheWatchdog()).isFalse();
      }

      commands("certutil").forEach(block -> run(home, block));

      try (Kiosk kiosk = Kiosk.start(home, url, impatient, name)) {
        kiosk.look(page -> {
          assertThat(page.locator("#title")).hasText(Pattern.compile(".+"));
          keepsThePage(page);
          assertThat(errorsAfterReload(page)).isEmpty();
        });
      }
    }
  }

  /// The document's blocks of commands that use the tool.
  private static List<String> commands(String tool) throws Exception {
    List<String> blocks =
        Pattern.compile("(?m)^```sh\n(.*?)^```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("docs/kiosk.md")))
            .results()
            .map((MatchResult block) -> block.group(1))
            .filter(block -> block.contains(tool + " "))
            .toList();
    assertThat(blocks).isNotEmpty();
    return blocks;
  }

  /// Runs them in the folder, which is home to them too.
  private static void run(Path folder, String commands) {
    ProcessBuilder bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands);
    bash.directory(folder.toFile()).environment().put("HOME", folder.toString());
    try {
      Process process = bash.redirectErrorStream(true).start();
      String said = process.inputReader().lines().collect(joining("\n"));
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(said).isZero();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(commands, e);
    }
  }
}
