package vn.congkhai;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.congkhai.settings.Secret;
import vn.congkhai.settings.Settings;

/// The service that a command talks to: found through the data folder, or named by `--url`.
final class RunningService {
  private static final String LOOPBACK = "127.0.0.1";
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = {
        "Địa chỉ của dịch vụ; không có thì tìm trong thư mục dữ liệu.",
        "The service's address; without it the data folder tells."
      })
  private @Nullable String url;

  /// Asks the agencies' door with the administrator's token.
  JsonObject administer(String path, JsonObject body)
      throws IOException, InterruptedException, Start.Refused {
    return administer(path, "application/json", body.encode().getBytes(UTF_8));
  }

  /// Sends the agencies' door a file with the administrator's token.
  JsonObject administer(String path, String contentType, byte[] body)
      throws IOException, InterruptedException, Start.Refused {
    return asAdministrator(
        path,
        request ->
            request
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  /// Reads what the agencies' door shows to an administrator.
  JsonObject inspect(String path) throws IOException, InterruptedException, Start.Refused {
    return asAdministrator(path, HttpRequest.Builder::GET);
  }

  /// Takes something away.
  void remove(String path) throws IOException, InterruptedException, Start.Refused {
    var _ = asAdministrator(path, HttpRequest.Builder::DELETE);
  }

  private JsonObject asAdministrator(String path, UnaryOperator<HttpRequest.Builder> method)
      throws IOException, InterruptedException, Start.Refused {
    Settings settings = Start.settings(System.getenv(), Path.of(""));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(agencies(settings) + path))
            .timeout(LIMIT)
            .header("Authorization", "Bearer " + token(settings).reveal());
    return answer(send(method.apply(request).build()));
  }

  /// Asks the public door.
  JsonObject read(String path) throws IOException, InterruptedException, Start.Refused {
    Settings settings = Start.settings(System.getenv(), Path.of(""));
    String door = url == null ? "http://" + LOOPBACK + ":" + ports(settings).publicPort() : url;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(door + path)).timeout(LIMIT).GET().build();
    return answer(send(request));
  }

  /// Asks the management door, and takes whatever it answers.
  HttpResponse<String> manage(String path) throws IOException, InterruptedException, Start.Refused {
    Settings settings = Start.settings(System.getenv(), Path.of(""));
    String door = url == null ? management(settings) : url;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(door + path)).timeout(LIMIT).GET().build();
    return send(request);
  }

  /// A client has threads of its own, which the process would wait for at its end.
  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
      return http.send(request, BodyHandlers.ofString());
    }
  }

  private String agencies(Settings settings) throws Start.Refused {
    return url == null ? "http://" + LOOPBACK + ":" + ports(settings).agenciesPort() : url;
  }

  private static String management(Settings settings) throws Start.Refused {
    String host = settings.managementDoor().host();
    return "http://" + ("0.0.0.0".equals(host) ? LOOPBACK : host) + ":" + managementPort(settings);
  }

  /// The folder tells of it only once the service is ready; the door is open before that.
  private static int managementPort(Settings settings) throws Start.Refused {
    int set = settings.managementDoor().port();
    try {
      return DataFolder.readPorts(settings.dataDir()).managementPort();
    } catch (IOException e) {
      if (set == 0) {
        throw nobody(settings);
      }
      return set;
    }
  }

  private static DataFolder.Ports ports(Settings settings) throws Start.Refused {
    try {
      return DataFolder.readPorts(settings.dataDir());
    } catch (IOException e) {
      throw nobody(settings);
    }
  }

  private static Start.Refused nobody(Settings settings) {
    return new Start.Refused(
        List.of(
            "không có dịch vụ nào đang chạy trên "
                + settings.dataDir()
                + " (đặt CONGKHAI_DATA_DIR hoặc --url) / no service is running there (set"
                + " CONGKHAI_DATA_DIR or --url)"));
  }

  private static Secret token(Settings settings) throws Start.Refused {
    Secret set = settings.adminToken();
    if (set != null) {
      return set;
    }
    try {
      return DataFolder.readToken(settings.dataDir());
    } catch (IOException e) {
      throw new Start.Refused(
          List.of("thiếu CONGKHAI_ADMIN_TOKEN / CONGKHAI_ADMIN_TOKEN is missing"));
    }
  }

  private static JsonObject answer(HttpResponse<String> response) throws Start.Refused {
    if (response.statusCode() == 204) {
      return new JsonObject();
    }
    try {
      JsonObject body = new JsonObject(response.body());
      if (response.statusCode() < 300) {
        return body;
      }
      List<String> lines = new ArrayList<>();
      lines.add(response.statusCode() + " " + body.getString("detail", ""));
      for (Object error : body.getJsonArray("errors", new io.vertx.core.json.JsonArray())) {
        if (error instanceof JsonObject problem) {
          lines.add("  " + problem.getString("pointer") + ": " + problem.getString("message"));
        }
      }
      throw new Start.Refused(lines);
    } catch (DecodeException e) {
      throw new Start.Refused(
          List.of(
              response.statusCode() + " từ / from " + response.uri() + ": không phải / not JSON"));
    }
  }
}
