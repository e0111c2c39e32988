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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Answers that are made for one reader, over real HTTP.
class UnkeptTest {
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch free = new CountDownLatch(1);

  @AfterEach
  void stop() {
    free.countDown();
    vertx.close().await();
  }

  private URI serve(Unkept answers) {
    Router router = Edge.router(vertx);
    Edge.read(router, "/slow").handler(context -> answers.send(context, this::slow));
    Edge.read(router, "/quick").handler(context -> answers.send(context, UnkeptTest::document));
    Edge.read(router, "/broken")
        .handler(context ->
            answers.send(
                context,
                () -> {
                  throw new IOException("on purpose");
                }));
    HttpServer server =
        vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  private Document slow() throws InterruptedException {
    begun.countDown();
    free.await();
    return document();
  }

  private static Document document() {
    return Document.of("text/plain", "1", Buffer.buffer("done"));
  }

  private HttpResponse<String> see(URI address) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  @Test
  void whoever_comes_while_enough_are_made_is_told_to_come_again() throws Exception {
    URI door = serve(new Unkept(1, 1000));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<HttpResponse<String>> first = threads.submit(() -> see(door.resolve("/slow")));
      begun.await();

      HttpResponse<String> second = see(door.resolve("/quick"));
      assertThat(second.statusCode()).isEqualTo(503);
      assertThat(second.headers().firstValue("Retry-After")).hasValue("2");

      free.countDown();
      assertThat(first.get().body()).isEqualTo("done");
    }
    assertThat(see(door.resolve("/quick")).body()).isEqualTo("done");
  }

  @Test
  void what_was_taken_or_could_not_be_made_makes_room_again() throws Exception {
    long two = 2 * document().bytes();
    URI door = serve(new Unkept(1, two));

    for (int i = 0; i < 5; i++) {
      assertThat(see(door.resolve("/broken")).statusCode()).isEqualTo(500);
      assertThat(see(door.resolve("/quick")).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void no_more_bytes_are_held_than_allowed() throws Exception {
    URI door = serve(new Unkept(1, document().bytes() - 1));

    assertThat(see(door.resolve("/quick")).statusCode()).isEqualTo(503);
  }
}
