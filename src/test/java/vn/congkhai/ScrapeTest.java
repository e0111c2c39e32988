package vn.congkhai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.COMMUNE;
import static vn.congkhai.Service.WARD;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How the metrics are handed out.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScrapeTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Service service;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    service = Service.start(folder);
    var _ = service.post(WARD, "online-dossier-rate", "2026-10", 1, 3);
    var last = service.post(COMMUNE, "online-dossier-rate", "2026-10", 2, 5);
    service.shows(new JsonObject(last.body()).getLong("submission"));
  }

  @AfterAll
  void close() {
    service.close();
  }

  private HttpResponse<byte[]> scrape(String... headers) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + service.ports().managementPort() + "/metrics");
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /// Those lines that stay the same from one scrape to the next.
  private static List<String> figures(String text) {
    return text.lines().filter(line -> line.contains("congkhai_indicator")).toList();
  }

  @Test
  void compressed_or_not_it_is_the_same() throws Exception {
    HttpResponse<byte[]> plain = scrape();
    HttpResponse<byte[]> compressed = scrape("Accept-Encoding", "gzip");

    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(compressed.headers().firstValue("Vary")).hasValue("Accept, Accept-Encoding");
    assertThat(compressed.body().length).isLessThan(plain.body().length / 4);
    assertThat(figures(unpacked(compressed.body())))
        .hasSizeGreaterThan(100)
        .isEqualTo(figures(new String(plain.body(), UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({"'gzip;q=0', ", "'identity, gzip;q=0.0', ", "gzipped, ", "'br, GZIP;q=0.5', gzip"})
  void only_who_takes_gzip_gets_it(String accepted, @Nullable String encoding) throws Exception {
    assertThat(scrape("Accept-Encoding", accepted).headers().firstValue("Content-Encoding"))
        .isEqualTo(Optional.ofNullable(encoding));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/openmetrics-text;q=0 | text/plain",
        "application/openmetrics-text;q=0, text/plain | text/plain",
        "application/openmetrics-text;q=0.2, text/plain;q=0.5 | text/plain",
        "*/* | text/plain",
        "text/html | text/plain",
        "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,"
            + "text/plain;version=0.0.4;q=0.5,*/*;q=0.1 | application/openmetrics-text",
        "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,"
            + "text/plain;version=0.0.4;q=0.2,*/*;q=0.1 | application/openmetrics-text"
      })
  void the_format_is_the_one_that_is_wanted_most(String accepted, String type) throws Exception {
    assertThat(scrape("Accept", accepted).headers().firstValue("Content-Type").orElse(""))
        .startsWith(type + "; ");
  }

  private static String unpacked(byte[] body) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @Test
  void open_metrics_says_the_same_figures_and_where_it_ends() throws Exception {
    HttpResponse<byte[]> open = scrape("Accept", "application/openmetrics-text; version=1.0.0");
    String text = new String(open.body(), UTF_8);

    assertThat(open.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/openmetrics-text");
    assertThat(text).endsWith("# EOF\n").containsOnlyOnce("# EOF");
    assertThat(text)
        .contains(
            "congkhai_indicator_ratio{agency=\"cb-xa-01273\",indicator=\"online-dossier-rate\","
                + "level=\"commune\",province=\"cao-bang\"} 0.3333333333333333\n");
  }

  @Test
  void each_family_stands_together_under_its_one_heading() throws Exception {
    List<String> headings =
        new String(scrape().body(), UTF_8)
            .lines()
            .filter(line -> line.startsWith("# TYPE"))
            .toList();
    assertThat(headings).hasSizeGreaterThan(50).doesNotHaveDuplicates();
  }

  @Test
  void the_province_is_the_ratio_of_sums_there_too() throws Exception {
    assertThat(new String(scrape().body(), UTF_8))
        .contains(
            "congkhai_indicator_year_to_date_numerator{agency=\"cao-bang\",indicator=\"online-dossier-rate\","
                + "level=\"province\",province=\"cao-bang\"} 3.0\n")
        .contains(
            "congkhai_indicator_year_to_date_ratio{agency=\"cao-bang\",indicator=\"online-dossier-rate\","
                + "level=\"province\",province=\"cao-bang\"} 0.375\n")
        .contains(
            "congkhai_indicator_coverage_reported{indicator=\"online-dossier-rate\",province=\"cao-bang\"} 2.0\n");
  }

  @Test
  void whoever_reads_slowly_or_leaves_keeps_nobody_waiting() throws Exception {
    try (Socket slow =
        new Socket(InetAddress.getLoopbackAddress(), service.ports().managementPort())) {
      slow.setReceiveBufferSize(1024);
      ask(slow);
      try (Socket gone =
          new Socket(InetAddress.getLoopbackAddress(), service.ports().managementPort())) {
        ask(gone);
        assertThat(gone.getInputStream().read()).isPositive();
      }

      assertThat(scrape().statusCode()).isEqualTo(200);
      assertThat(service.manage("/readyz").statusCode()).isEqualTo(200);
      byte[] begun = slow.getInputStream().readNBytes(60_000);
      assertThat(new String(begun, UTF_8)).startsWith("HTTP/1.1 200 OK");
    }
  }

  private static void ask(Socket socket) throws IOException {
    socket.getOutputStream().write("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(UTF_8));
  }
}
