package vn.congkhai;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;

/// Reads server-sent events.
final class Events implements AutoCloseable {
  private final InputStream stream;
  private final Scanner lines;

  private Events(InputStream stream) {
    this.stream = stream;
    this.lines = new Scanner(stream, StandardCharsets.UTF_8);
  }

  static Events of(String address) throws IOException, InterruptedException {
    return of(HttpRequest.newBuilder(URI.create(address)).build());
  }

  /// What a reader is told that has had the event of that version.
  static Events after(long version, String address) throws IOException, InterruptedException {
    return of(
        HttpRequest.newBuilder(URI.create(address))
            .header("Last-Event-ID", Long.toString(version))
            .build());
  }

  private static Events of(HttpRequest request) throws IOException, InterruptedException {
    return new Events(
        HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream()).body());
  }

  /// The data of the next event `board`.
  JsonObject next() {
    while (lines.hasNextLine()) {
      String line = lines.nextLine();
      if (line.startsWith("data: ")) {
        return new JsonObject(line.substring("data: ".length()));
      }
    }
    throw new AssertionError("the line was closed");
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
