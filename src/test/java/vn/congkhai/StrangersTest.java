package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.WARD;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What strangers can do at the agencies' door: little, and never much of it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangersTest {
  private static final int LARGE = 1_000_000;

  @TempDir static Path folder;

  private Service service;

  @BeforeAll
  void start() throws Exception {
    service = Service.start(folder);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  /// Announces a large body, sends a little of it, and leaves it at that.
  private Socket stalled(String path, String header) throws Exception {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.ports().agenciesPort());
    OutputStream out = socket.getOutputStream();
    out.write(
        ("POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                + "Content-Length: %d\r\n%s\r\n{\"note\":\"")
            .formatted(path, LARGE, header)
            .getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return socket;
  }

  private static String answer(Socket socket) throws Exception {
    socket.setSoTimeout(5_000);
    byte[] start = socket.getInputStream().readNBytes(12);
    return new String(start, StandardCharsets.US_ASCII);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/observations", "/api/v1/tokens", "/form/send", "/form/file"})
  void a_strangers_large_body_is_answered_before_it_has_come(String path) throws Exception {
    try (Socket socket = stalled(path, "")) {
      assertThat(answer(socket)).isEqualTo("HTTP/1.1 401");
    }
  }

  @Test
  void only_so_many_large_bodies_arrive_at_once_and_small_ones_always() throws Exception {
    String header = "Authorization: Bearer " + service.token(WARD) + "\r\n";
    List<Socket> stalled = new ArrayList<>();
    try {
      for (int i = 0; i < 25; i++) {
        stalled.add(stalled("/api/v1/observations", header));
      }
      try (Socket more = stalled("/api/v1/observations", header)) {
        assertThat(answer(more)).isEqualTo("HTTP/1.1 503");
      }
      assertThat(service.post(WARD, "on-time-rate", "2026-10", 1, 2).statusCode()).isEqualTo(201);
    } finally {
      for (Socket socket : stalled) {
        socket.close();
      }
    }
    Service.within(
        java.time.Duration.ofSeconds(5),
        () -> {
          try (Socket later = stalled("/api/v1/observations", header)) {
            later.setSoTimeout(300);
            return later.getInputStream().read() < 0;
          } catch (java.net.SocketTimeoutException waiting) {
            return true;
          }
        });
  }

  @Test
  void an_upgrade_to_http_2_in_clear_text_is_passed_over() throws Exception {
    try (HttpClient upgrading =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      HttpResponse<String> answer =
          upgrading.send(
              HttpRequest.newBuilder(URI.create(service.publicly("/board"))).build(),
              HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/observations?dryRun=%zz",
    "GET, /form?lang=%zz",
    "GET, /api/v1/duties?period=%",
    "GET, /template.csv?period=%zz",
    "GET, /api/v1/tokens?after=%zz"
  })
  void an_address_that_cannot_be_decoded_is_the_senders_mistake(String method, String path)
      throws Exception {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), service.ports().agenciesPort())) {
      socket
          .getOutputStream()
          .write(
              (method + " " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(answer(socket)).isEqualTo("HTTP/1.1 400");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dryRun=1", "dryRun=yes", "dryRun", "dryRun=TRUE", "dry_run=true"})
  void a_wish_not_to_store_that_is_spelt_otherwise_stores_nothing(String query) throws Exception {
    HttpResponse<String> answer =
        service.send(
            HttpRequest.newBuilder(URI.create(service.atAgencies("/api/v1/observations?" + query)))
                .header("Authorization", "Bearer " + service.token(WARD))
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        Service.body("on-time-rate", "2026-09", 1, 2)))
                .build());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(service.open("/api/v1/submissions?after=0").encode()).doesNotContain("2026-09");
  }
}
