package vn.congkhai;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/// A screen's machine as `docs/kiosk.md` sets it up, but without a screen: the start script and the
/// watchdog as they are, in a home of their own.
final class Kiosk implements AutoCloseable {
  static final Path FILES = Path.of("docs/kiosk").toAbsolutePath();

  /// What a machine without a screen, whose user is root, needs beside the script's flags.
  private static final List<String> NO_SCREEN =
      List.of("--headless", "--no-sandbox", "--disable-gpu");

  private final Path home;
  private final Process chromium;
  private final int port;

  private Kiosk(Path home, Process chromium, int port) {
    this.home = home;
    this.chromium = chromium;
    this.port = port;
  }

  /// Skips the test with one line when a tool is not there.
  static void need(String tool, String debianPackage) {
    boolean there =
        List.of(System.getenv("PATH").split(":", -1)).stream()
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    Assumptions.assumeTrue(there, "skipped: no " + tool + " (Debian: " + debianPackage + ")");
  }

  /// Where Chromium keeps what must survive.
  static Path profile(Path home) {
    return home.resolve("congkhai-kiosk");
  }

  /// Runs the start script until Chromium can be asked.
  static Kiosk start(Path home, String url, Map<String, String> more, String... flags)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(FILES.resolve("congkhai-kiosk").toString());
    command.addAll(NO_SCREEN);
    command.addAll(List.of(flags));
    int port = freePort();
    ProcessBuilder script = builder(home, port, command);
    script.environment().put("KIOSK_URL", url);
    script.environment().putAll(more);
    Path log = home.resolve("log.txt");
    Process chromium = script.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Kiosk kiosk = new Kiosk(home, chromium, port);
    try {
      Service.within(
          Duration.ofSeconds(45), () -> Files.readString(log).contains("DevTools listening"));
    } catch (AssertionError e) {
      kiosk.cutPower();
      throw new AssertionError(Files.readString(log), e);
    }
    return kiosk;
  }

  private static ProcessBuilder builder(Path home, int port, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(List.of("WAYLAND_DISPLAY", "DISPLAY"));
    builder.environment().put("HOME", home.toString());
    builder.environment().put("KIOSK_DEVTOOLS_PORT", Integer.toString(port));
    builder.environment().put("KIOSK_PAUSE_SECONDS", "1");
    builder.environment().put("RUNTIME_DIRECTORY", home.toString());
    return builder;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /// Whether the watchdog leaves the screen alone.
  boolean passesTheWatchdog() throws IOException, InterruptedException {
    List<String> watch = List.of(FILES.resolve("congkhai-kiosk-watch").toString(), "echo", "anew");
    Process process = builder(home, port, watch).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0 || !(said.isEmpty() || said.equals("anew\n"))) {
      throw new AssertionError("the watchdog failed: " + said);
    }
    return said.isEmpty();
  }

  /// Lets so many minutes pass, as far as the watchdog knows since it saw the page last.
  void later(Duration time) throws IOException {
    Path seen = home.resolve("congkhai-kiosk-seen");
    String[] shown = Files.readString(seen).strip().split(" ", -1);
    long since = Long.parseLong(shown[1]) - time.toSeconds();
    Files.writeString(seen, shown[0] + " " + since + "\n");
  }

  /// Looks at the page through Chromium's debugging port.
  void look(Look look) throws Exception {
    try (Playwright playwright = Browsers.playwright();
        Browser browser = playwright.chromium().connectOverCDP("http://127.0.0.1:" + port)) {
      look.at(browser.contexts().getFirst().pages().getFirst());
    }
  }

  @FunctionalInterface
  interface Look {
    void at(Page page) throws Exception;
  }

  /// What draws pages. Chromium's arguments are read where the system has them in full.
  List<ProcessHandle> renderers() throws IOException {
    List<ProcessHandle> renderers = new ArrayList<>();
    for (ProcessHandle each : chromium.descendants().toList()) {
      Path arguments = Path.of("/proc/" + each.pid() + "/cmdline");
      if (Files.readString(arguments).contains("--type=renderer")) {
        renderers.add(each);
      }
    }
    return renderers;
  }

  /// Ends everything at once, with nothing tidied up.
  void cutPower() {
    List<ProcessHandle> all = chromium.descendants().toList();
    var _ = chromium.destroyForcibly().onExit().join();
    all.forEach(each -> {
      var _ = each.destroyForcibly();
    });
  }

  @Override
  public void close() {
    List<ProcessHandle> all = chromium.descendants().toList();
    // one that was stopped cannot end by itself
    all.forEach(each -> {
      var _ = each.destroyForcibly();
    });
    chromium.destroy();
    var _ = chromium.onExit().join();
  }
}
