package vn.congkhai;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.demo.DemoClock;
import vn.congkhai.demo.Simulator;
import vn.congkhai.pages.Notice;
import vn.congkhai.settings.Settings;

/// `congkhai rehearse`: a short life of the service for the Java runtime to watch, which under
/// `-XX:AOTCacheOutput` keeps what it saw for later starts. A year is reported on a throw-away
/// folder, and a second start reads it and shows it. Heeds no settings, and answers on loopback
/// only.
@Command(
    name = "rehearse",
    hidden = true,
    description = {
      "Chạy thử một vòng đời ngắn, để Java ghi nhớ cho các lần khởi động sau.",
      "Lives a short life, from which Java remembers what later starts need."
    })
final class Rehearse implements Callable<Integer> {
  private static final List<String> PAGES =
      List.of(
          "/board",
          "/board/ranking",
          "/board/agencies/cb-xa-01273",
          "/kiosk/board",
          "/api/v1/board");
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
  private static final Notice ILLUSTRATIVE = new Notice(true, false);

  @Override
  public Integer call() throws IOException, InterruptedException, Start.Refused {
    Catalogue catalogue = Start.catalogue(Demo.CATALOGUE);
    try (ThrowAwayFolder folder = ThrowAwayFolder.make("rehearsal")) {
      Settings settings =
          Start.settings(onLoopback(), folder.path()).throwAway(folder.path(), Demo.CATALOGUE);
      DemoClock clock = new DemoClock(Clock.systemUTC(), Demo.startOfYear(catalogue));
      try (App app = App.start(settings, catalogue, clock, ILLUSTRATIVE)) {
        report(app, catalogue, clock);
      }
      try (App app = App.start(settings, catalogue, clock, ILLUSTRATIVE)) {
        look(app.ports());
      }
    }
    return 0;
  }

  private static Map<String, String> onLoopback() {
    Map<String, String> settings = new HashMap<>();
    for (String door : List.of("PUBLIC", "AGENCIES", "MANAGEMENT")) {
      settings.put("CONGKHAI_" + door + "_HOST", "127.0.0.1");
      settings.put("CONGKHAI_" + door + "_PORT", "0");
    }
    return settings;
  }

  private static void report(App app, Catalogue catalogue, DemoClock clock)
      throws IOException, InterruptedException {
    String door = "http://127.0.0.1:" + app.ports().agenciesPort();
    new Simulator(door, app.adminToken(), catalogue, clock, 1).history(Demo.now(catalogue, null));
  }

  private static void look(DataFolder.Ports ports) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (String page : PAGES) {
        look(http, ports.publicPort(), page);
      }
      look(http, ports.managementPort(), "/metrics");
    }
  }

  private static void look(HttpClient http, int port, String page)
      throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + port + page);
    HttpRequest request = HttpRequest.newBuilder(address).timeout(ANSWER_LIMIT).build();
    int status = http.send(request, BodyHandlers.discarding()).statusCode();
    if (status != 200) {
      throw new IOException(page + " answered " + status);
    }
  }
}
