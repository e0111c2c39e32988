package vn.congkhai;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A Prometheus of its own, which scrapes a service every three seconds, as if it were two
/// replicas, and evaluates the repository's rules.
final class RealPrometheus implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/prometheus");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final int port;

  private RealPrometheus(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static boolean isInstalled() {
    return Files.isExecutable(PROGRAM);
  }

  /// @param folder for its data
  /// @param managementPort of the service
  static RealPrometheus watching(Path folder, int managementPort) throws Exception {
    Path configuration = folder.resolve("prometheus.yml");
    Files.writeString(
        configuration,
        """
        global:
          scrape_interval: 3s
          evaluation_interval: 1s
        rule_files: ['%1$s/*.yml']
        scrape_configs:
          - job_name: congkhai
            static_configs:
              - targets: ['127.0.0.1:%2$d']
                labels: {instance: one}
              - targets: ['127.0.0.1:%2$d']
                labels: {instance: other}
        """
            .formatted(hurried(folder), managementPort));
    int port = freePort();
    Process process =
        new ProcessBuilder(
                PROGRAM.toString(),
                "--config.file=" + configuration,
                "--storage.tsdb.path=" + folder.resolve("tsdb"),
                "--web.listen-address=127.0.0.1:" + port,
                "--log.level=warn")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.log").toFile())
            .start();
    RealPrometheus prometheus = new RealPrometheus(process, port);
    Service.within(
        Duration.ofSeconds(60),
        () -> {
          if (!process.isAlive()) {
            throw new AssertionError(Files.readString(folder.resolve("prometheus.log")));
          }
          return prometheus.isReady();
        });
    return prometheus;
  }

  /// The rules, evaluated every second.
  private static Path hurried(Path folder) throws IOException {
    Path rules = Files.createDirectory(folder.resolve("rules"));
    try (Stream<Path> files = Files.list(Path.of("prometheus", "rules"))) {
      for (Path file : files.toList()) {
        String hurried = Files.readString(file).replaceAll("(?m)^( +interval:).*", "$1 1s");
        Files.writeString(rules.resolve(file.getFileName()), hurried);
      }
    }
    return rules;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private boolean isReady() throws InterruptedException {
    try {
      return get("/-/ready").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /// The series of the answer, as of now.
  ///
  /// @throws AssertionError when Prometheus does not take the question
  List<JsonObject> query(String promQl) throws IOException, InterruptedException {
    String body =
        get("/api/v1/query?query=" + URLEncoder.encode(promQl, StandardCharsets.UTF_8)).body();
    JsonObject answer = new JsonObject(body);
    if (!answer.getString("status").equals("success")) {
      throw new AssertionError(promQl + ": " + answer.getString("error"));
    }
    Object result = answer.getJsonObject("data").getValue("result");
    return ((JsonArray) result)
        .stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast).toList();
  }

  /// The one value of the answer.
  double value(String promQl) throws IOException, InterruptedException {
    List<JsonObject> series = query(promQl);
    if (series.size() != 1) {
      throw new AssertionError(promQl + " has " + series.size() + " values");
    }
    return value(series.getFirst());
  }

  static double value(JsonObject series) {
    return Double.parseDouble(series.getJsonArray("value").getString(1));
  }

  /// A series as Grafana hands it to a variable's pattern: `name{label="value",…} value time`.
  static String spelt(JsonObject series) {
    return series.getJsonObject("metric").stream()
        .map(label -> label.getKey() + "=\"" + label.getValue() + "\"")
        .sorted()
        .collect(Collectors.joining(",", "{", "} " + series.getJsonArray("value").getString(1)));
  }

  /// Every rule, with its `type`, `health`, `lastError` and `query`.
  Stream<JsonObject> rules() throws IOException, InterruptedException {
    JsonObject data = new JsonObject(get("/api/v1/rules").body()).getJsonObject("data");
    return data.getJsonArray("groups").stream()
        .map(JsonObject.class::cast)
        .flatMap(group -> group.getJsonArray("rules").stream())
        .map(JsonObject.class::cast);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
