package vn.congkhai.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.BiConsumer;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.content.JsonEncoder;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Statement;
import vn.congkhai.settings.Secret;

/// Plays the agencies of a province against a running service. Blocks.
public final class Simulator {
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
  private static final int NEW_REPORT_EVERY = 4;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<AgencyCode, Secret> tokens = new HashMap<>();
  private final String door;
  private final Secret administrator;
  private final Catalogue catalogue;
  private final DemoClock clock;
  private final long seed;

  /// @param door address of the agencies' door
  public Simulator(
      String door, Secret administrator, Catalogue catalogue, DemoClock clock, long seed) {
    this.door = door;
    this.administrator = administrator;
    this.catalogue = catalogue;
    this.clock = clock;
    this.seed = seed;
  }

  /// Gives every agency a token, sends what the agencies reported until `now`, each on its day, and
  /// goes on from there until it is interrupted.
  ///
  /// @param progress told how many of how many reports were sent
  public void run(Instant now, BiConsumer<Integer, Integer> progress)
      throws IOException, InterruptedException {
    Scenario scenario = scenario(now);
    goOn(scenario, history(scenario, now, progress));
  }

  /// As [#run], and ends where that goes on.
  public void history(Instant now) throws IOException, InterruptedException {
    var _ = history(scenario(now), now, (_, _) -> {});
  }

  private Scenario scenario(Instant now) {
    return new Scenario(catalogue, new PlausibleFigures(catalogue, seed), seed, now);
  }

  /// @return what is still to come
  private Queue<Report> history(
      Scenario scenario, Instant now, BiConsumer<Integer, Integer> progress)
      throws IOException, InterruptedException {
    for (Agency agency : scenario.agencies()) {
      tokens.put(agency.code(), token(agency.code()));
    }
    List<Report> reports = scenario.reports();
    List<Report> past = reports.stream().filter(report -> report.sentAt().isBefore(now)).toList();
    for (int i = 0; i < past.size(); i++) {
      clock.forwardTo(past.get(i).sentAt());
      post(past.get(i));
      progress.accept(i + 1, past.size());
    }
    clock.forwardTo(now);
    return new ArrayDeque<>(reports.subList(past.size(), reports.size()));
  }

  /// Every two seconds an agency sends what it has counted so far; now and then one that was still
  /// missing reports.
  private void goOn(Scenario scenario, Queue<Report> toCome)
      throws IOException, InterruptedException {
    List<Agency> agencies = scenario.reporting();
    for (int turn = 0; ; turn++) {
      Thread.sleep(PAUSE);
      Report next = turn % NEW_REPORT_EVERY == 0 ? toCome.poll() : null;
      int step = 37 * turn % agencies.size();
      if (next != null) {
        post(next);
        continue;
      }
      Report.Figures interim = scenario.interim(agencies.get(step), turn / agencies.size() + 1);
      if (!interim.observations().isEmpty()) {
        post(interim);
      }
    }
  }

  private Secret token(AgencyCode agency) throws IOException, InterruptedException {
    String body = new JsonObject().put("agency", agency.value()).put("label", "demo").encode();
    return new Secret(
        new JsonObject(send("/api/v1/tokens", administrator, body)).getString("token"));
  }

  private void post(Report report) throws IOException, InterruptedException {
    switch (report) {
      case Report.Figures figures -> {
        String body =
            JsonEncoder.encode(figures.agency(), figures.note(), figures.observations()).toString();
        Secret token = tokens.getOrDefault(figures.agency(), administrator);
        var _ = send("/api/v1/observations", token, body);
      }
      case Report.OfTask task -> put(task);
      case Report.Official official -> {
        HttpRequest request =
            request("/api/v1/official-figures", administrator, "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(csv(official)))
                .build();
        var _ = send(request, 201);
      }
    }
  }

  private void put(Report.OfTask task) throws IOException, InterruptedException {
    String number = URLEncoder.encode(task.task().number(), UTF_8).replace("+", "%20");
    Secret token = tokens.getOrDefault(task.agency(), administrator);
    String body =
        new JsonObject().put("state", task.state().code()).put("note", task.note()).encode();
    HttpRequest request =
        request("/api/v1/tasks/" + task.task().plan() + "/" + number, token, "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body))
            .build();
    var _ = send(request, 200);
  }

  private static String csv(Report.Official official) {
    StringBuilder csv = new StringBuilder("agency,indicator,period,ratio,source,date\n");
    for (Statement.OfficialFigure figure : official.figures()) {
      csv.append(figure.about()).append(',');
      csv.append(figure.indicator()).append(',');
      csv.append(figure.period()).append(',');
      csv.append(figure.ratio().toPlainString()).append(',');
      csv.append(figure.source()).append(',');
      csv.append(figure.asOf()).append('\n');
    }
    return csv.toString();
  }

  private String send(String path, Secret token, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        request(path, token, "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return send(request, 201);
  }

  private HttpRequest.Builder request(String path, Secret token, String contentType) {
    return HttpRequest.newBuilder(URI.create(door + path))
        .timeout(ANSWER_LIMIT)
        .header("Authorization", "Bearer " + token.reveal())
        .header("Content-Type", contentType);
  }

  private String send(HttpRequest request, int expected) throws IOException, InterruptedException {
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != expected) {
      throw new IOException(
          request.uri().getPath() + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }
}
