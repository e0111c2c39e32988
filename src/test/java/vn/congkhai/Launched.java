package vn.congkhai;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The program as its users run it: the launcher in a process of its own.
final class Launched implements AutoCloseable {
  private static final Path LAUNCHER = Path.of("congkhai").toAbsolutePath();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final Path folder;

  private Launched(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
  }

  /// What a command left behind.
  record Ended(int status, String out, String err) {}

  /// Runs a command to its end.
  static Ended run(Path folder, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return run(LAUNCHER, folder, environment, arguments);
  }

  /// Runs a command of another launcher to its end.
  static Ended run(Path launcher, Path folder, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    Process process =
        builder(launcher, folder, environment, arguments)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("does not end: " + List.of(arguments));
    }
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /// Starts `serve` on free ports and waits until it is ready.
  static Launched serve(Path folder, String... arguments) throws Exception {
    return serve(folder, Map.of(), arguments);
  }

  /// Starts `serve` with more settings.
  static Launched serve(Path folder, Map<String, String> more, String... arguments)
      throws Exception {
    Launched launched = begin(folder, more, arguments);
    Service.within(
        Duration.ofMinutes(2),
        () -> {
          if (!launched.process.isAlive()) {
            throw new AssertionError(Files.readString(folder.resolve("log.txt")));
          }
          return Files.exists(folder.resolve("data").resolve("ports.json")) && launched.ready();
        });
    return launched;
  }

  /// Starts `serve` without waiting for it.
  static Launched begin(Path folder, Map<String, String> more, String... arguments)
      throws IOException {
    Map<String, String> environment = new HashMap<>(freePorts(folder));
    environment.putAll(more);
    Process process =
        builder(LAUNCHER, folder, environment, arguments)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log.txt").toFile())
            .start();
    return new Launched(process, folder);
  }

  static Map<String, String> freePorts(Path folder) {
    return Map.of(
        "CONGKHAI_DATA_DIR", folder.resolve("data").toString(),
        "CONGKHAI_PUBLIC_PORT", "0",
        "CONGKHAI_AGENCIES_PORT", "0",
        "CONGKHAI_MANAGEMENT_PORT", "0",
        "CONGKHAI_CLOCK_START", "2026-11-22T09:00:00+07:00");
  }

  private static ProcessBuilder builder(
      Path launcher, Path folder, Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(launcher.toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    return builder;
  }

  private boolean ready() {
    try {
      return manage("/readyz").statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  DataFolder.Ports ports() throws IOException {
    return DataFolder.readPorts(folder.resolve("data"));
  }

  HttpResponse<String> manage(String path) throws IOException, InterruptedException {
    return get(ports().managementPort(), path);
  }

  HttpResponse<String> see(String path) throws IOException, InterruptedException {
    return get(ports().publicPort(), path);
  }

  private static HttpResponse<String> get(int port, String path)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> post(String token, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + ports().agenciesPort() + "/api/v1/observations"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }

  long version() throws IOException, InterruptedException {
    return new JsonObject(see("/api/v1/board").body()).getLong("version");
  }

  /// As a power cut does it.
  void kill() throws InterruptedException {
    var _ = process.destroyForcibly().waitFor();
  }

  /// Asks it to end and tells its exit code.
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new AssertionError("does not stop");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroy();
    var _ = process.onExit().join();
  }
}
