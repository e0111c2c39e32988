package vn.congkhai.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Plain and compressed bytes of one document, over real HTTP.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentTest {
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private URI door;

  @BeforeAll
  void serve() {
    Document document = Document.of("text/plain", "7", Buffer.buffer("done"));
    Router router = Edge.router(vertx);
    Edge.read(router, "/made").handler(document::send);
    Edge.read(router, "/unmade")
        .handler(context -> {
          if (!Document.unchanged(context, "7")) {
            document.send(context);
          }
        });
    HttpServer server =
        vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
    door = URI.create("http://127.0.0.1:" + server.actualPort());
  }

  @AfterAll
  void stop() {
    vertx.close().await();
  }

  private HttpResponse<byte[]> see(String path, String encoding, String held)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(door.resolve(path)).header("Accept-Encoding", encoding);
    if (!held.isEmpty()) {
      request.header("If-None-Match", held);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static String etag(HttpResponse<?> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  @Test
  void other_bytes_have_another_tag() throws Exception {
    HttpResponse<byte[]> plain = see("/made", "identity", "");
    HttpResponse<byte[]> small = see("/made", "gzip", "");

    assertThat(plain.body()).asString().isEqualTo("done");
    assertThat(etag(plain)).isEqualTo("\"7\"");
    assertThat(small.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(etag(small)).isEqualTo("\"7-gz\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          identity | "7"              | 304 | "7"
          identity | "7-gz"           | 304 | "7"
          gzip     | "7"              | 304 | "7-gz"
          gzip     | "7-gz"           | 304 | "7-gz"
          gzip     | W/"7-gz"         | 304 | "7-gz"
          identity | "6", W/"7"       | 304 | "7"
          identity | *                | 304 | "7"
          identity | "6"              | 200 | "7"
          gzip;q=0 | "6"              | 200 | "7"
          gzip     | "7-gz-gz"        | 200 | "7-gz"
          gzip     | 7                | 200 | "7-gz"
          """)
  void whoever_has_it_in_either_form_is_not_sent_it_again(
      String encoding, String held, int status, String etag) throws Exception {
    for (String path : new String[] {"/made", "/unmade"}) {
      HttpResponse<byte[]> answer = see(path, encoding, held);

      assertThat(answer.statusCode()).as(path).isEqualTo(status);
      assertThat(etag(answer)).as(path).isEqualTo(etag);
      assertThat(answer.body().length == 0).as(path).isEqualTo(status == 304);
    }
  }
}
