package vn.congkhai;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.catalogue.Catalogues;
import vn.congkhai.pages.Notice;
import vn.congkhai.settings.DatabaseAddress;
import vn.congkhai.settings.Secret;
import vn.congkhai.settings.Settings;
import vn.congkhai.settings.SettingsReader;

/// A whole service on free ports, whose clock begins in the morning of 22 November 2026, and what a
/// user does with it.
final class Service implements AutoCloseable {
  static final Instant MORNING = Instant.parse("2026-11-22T02:00:00Z");
  static final String WARD = "cb-xa-01273";
  static final String COMMUNE = "cb-xa-01708";

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final App app;
  private final Map<String, String> tokens = new HashMap<>();

  private Service(App app) {
    this.app = app;
  }

  static Service start(Path folder) throws IOException, InterruptedException, Start.Refused {
    return start(folder, null);
  }

  static Service start(Path folder, @Nullable DatabaseAddress database)
      throws IOException, InterruptedException, Start.Refused {
    return start(folder, database, Catalogues.caoBang(), MORNING);
  }

  /// A service of another province or at another time.
  static Service start(
      Path folder, @Nullable DatabaseAddress database, Catalogue catalogue, Instant now)
      throws IOException, InterruptedException, Start.Refused {
    Settings settings = settings(folder, database, Map.of());
    return new Service(App.start(settings, catalogue, clockFrom(now), Notice.NONE));
  }

  /// A service whose pages say something besides their figures.
  static Service start(Path folder, Catalogue catalogue, Instant now, Notice notice)
      throws IOException, InterruptedException, Start.Refused {
    Settings settings = settings(folder, null, Map.of());
    return new Service(App.start(settings, catalogue, clockFrom(now), notice));
  }

  private static Clock clockFrom(Instant now) {
    Clock real = Clock.systemUTC();
    return Clock.offset(real, Duration.between(real.instant(), now));
  }

  /// A service with a clock or settings of its own.
  static Service start(
      Path folder, @Nullable DatabaseAddress database, Clock clock, Map<String, String> more)
      throws IOException, InterruptedException, Start.Refused {
    Settings settings = settings(folder, database, more);
    return new Service(App.start(settings, Catalogues.caoBang(), clock, Notice.NONE));
  }

  private static Settings settings(
      Path folder, @Nullable DatabaseAddress database, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("CONGKHAI_DATA_DIR", folder.toString());
    for (String door : new String[] {"PUBLIC", "AGENCIES", "MANAGEMENT"}) {
      environment.put("CONGKHAI_" + door + "_PORT", "0");
      environment.put("CONGKHAI_" + door + "_HOST", "127.0.0.1");
    }
    environment.putAll(more);
    if (database != null) {
      environment.put(
          "CONGKHAI_DATABASE_URL",
          "postgresql://%s:%s@127.0.0.1:%d/%s"
              .formatted(
                  database.user(),
                  database.password().reveal(),
                  database.hosts().getFirst().port(),
                  database.database()));
    }
    return switch (SettingsReader.read(environment, folder)) {
      case SettingsReader.Reading.Sound(Settings settings) -> settings;
      case SettingsReader.Reading.Faulty(var problems) ->
          throw new AssertionError(problems.toString());
    };
  }

  DataFolder.Ports ports() {
    return app.ports();
  }

  Secret adminToken() {
    return app.adminToken();
  }

  String administrator() {
    return app.adminToken().reveal();
  }

  String token(String agency) throws IOException, InterruptedException {
    String known = tokens.get(agency);
    if (known == null) {
      String body = new JsonObject().put("agency", agency).encode();
      known =
          new JsonObject(send(request("/api/v1/tokens", administrator(), body)).body())
              .getString("token");
      tokens.put(agency, known);
    }
    return known;
  }

  /// Posts one ratio as the agency.
  HttpResponse<String> post(String agency, String indicator, String period, long n, long d)
      throws IOException, InterruptedException {
    return post(agency, body(indicator, period, n, d));
  }

  /// Posts as the administrator, for the agency that the body names.
  HttpResponse<String> administrate(JsonObject body) throws IOException, InterruptedException {
    return send(request("/api/v1/observations", administrator(), body.encode()));
  }

  static String body(String indicator, String period, long n, long d) {
    return """
    {"period":"%s","observations":[{"indicator":"%s","numerator":%d,"denominator":%d}]}\
    """
        .formatted(period, indicator, n, d);
  }

  HttpResponse<String> post(String agency, String body) throws IOException, InterruptedException {
    return send(observations(agency, body).build());
  }

  /// Says how far a task is.
  HttpResponse<String> put(String path, String token, JsonObject body)
      throws IOException, InterruptedException {
    return send(
        builder(path, token)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body.encode()))
            .build());
  }

  /// A request about a task, its method still to come.
  HttpRequest.Builder tasks(String path, String token) {
    return builder(path, token).header("Content-Type", "application/json");
  }

  /// Imports figures of another source as the administrator.
  HttpResponse<String> official(String csv) throws IOException, InterruptedException {
    return send(
        builder("/api/v1/official-figures", administrator())
            .header("Content-Type", "text/csv; charset=utf-8")
            .POST(BodyPublishers.ofString(csv))
            .build());
  }

  HttpRequest.Builder observations(String agency, String body)
      throws IOException, InterruptedException {
    return builder("/api/v1/observations", token(agency))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private HttpRequest request(String path, String token, String body) {
    return builder(path, token)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  /// A request to the agencies' door, its method still to come.
  HttpRequest.Builder builder(String path, String token) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports().agenciesPort() + path))
        .header("Authorization", "Bearer " + token);
  }

  /// Sends it, and fails when the answer is not one that the contract promises.
  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
    int port = request.uri().getPort();
    if (port == ports().publicPort()) {
      Promise.check(Promise.Answer.of(OpenApi.Door.PUBLIC, answer));
    } else if (port == ports().agenciesPort()) {
      Promise.check(Promise.Answer.of(OpenApi.Door.AGENCIES, answer));
    }
    return answer;
  }

  HttpResponse<String> agencies(String path, String token)
      throws IOException, InterruptedException {
    return send(builder(path, token).GET().build());
  }

  String atAgencies(String path) {
    return "http://127.0.0.1:" + ports().agenciesPort() + path;
  }

  String publicly(String path) {
    return "http://127.0.0.1:" + ports().publicPort() + path;
  }

  HttpResponse<String> see(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(publicly(path))).build());
  }

  /// The same with a header of the reader's.
  HttpResponse<String> see(String path, String header, String value)
      throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(publicly(path))).header(header, value).build());
  }

  HttpResponse<String> manage(String path) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports().managementPort() + path))
            .build());
  }

  /// Open data of the public door.
  JsonObject open(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = see(path);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + " answered " + answer.statusCode());
    }
    return new JsonObject(answer.body());
  }

  JsonObject board() throws IOException, InterruptedException {
    return new JsonObject(see("/api/v1/board").body());
  }

  /// The province's line of an indicator in the open data.
  JsonObject rollUp(String indicator) throws IOException, InterruptedException {
    for (Object each : board().getJsonArray("indicators")) {
      if (each instanceof JsonObject line && line.getString("code").equals(indicator)) {
        return line;
      }
    }
    throw new AssertionError("no " + indicator);
  }

  /// Waits until the board shows the submission.
  void shows(long submission) throws Exception {
    within(Duration.ofSeconds(10), () -> board().getLong("version") >= submission);
  }

  static void within(Duration limit, Callable<Boolean> hope) throws Exception {
    long end = System.nanoTime() + limit.toNanos();
    while (!hope.call()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + limit);
      }
      Thread.sleep(50);
    }
  }

  @Override
  public void close() {
    app.close();
  }
}
