package vn.congkhai.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.congkhai.indicator.Text;
import vn.congkhai.settings.Secret;

/// What is tried again when, by a door that answers as it is told and a clock that only waits move.
class LineTest {
  private static final Parcel PARCEL =
      new Parcel("a.csv", "text/csv", Buffer.buffer("x"), Given.NOTHING);
  private static final Progress SILENT =
      new Progress() {
        @Override
        public void begins(Text step) {}

        @Override
        public void failed(int attempt, Text why, Duration pause) {}
      };

  private final Deque<String> answers = new ArrayDeque<>();
  private final List<String> keys = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private long nanos;
  private HttpServer door;

  @BeforeEach
  void open() throws IOException {
    door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    door.createContext("/", this::answer);
    door.start();
  }

  @AfterEach
  void close() {
    over.countDown();
    door.stop(0);
  }

  /// `STATUS [RETRY-AFTER]`, or `201` when nothing else is told.
  private void answer(HttpExchange exchange) throws IOException {
    keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    String[] told = (answers.isEmpty() ? "201" : answers.remove()).split(" ");
    if (told.length > 1) {
      exchange.getResponseHeaders().add("Retry-After", told[1]);
    }
    byte[] body =
        "{\"observations\":[],\"warnings\":[]}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(Integer.parseInt(told[0]), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Asked send(Duration total, String... told) throws InterruptedException {
    answers.addAll(List.of(told));
    Patience patience =
        new Patience(
            total,
            () -> nanos,
            new Random(7),
            pause -> {
              pauses.add(pause);
              nanos += pause.toNanos();
            });
    return send(patience);
  }

  private Asked send(Patience patience) throws InterruptedException {
    URI url = URI.create("http://127.0.0.1:" + door.getAddress().getPort());
    return new Line(url, new Secret("ck_token"), patience, SILENT).send(PARCEL, PARCEL.key(""));
  }

  /// Headers, the first half of the body, and then nothing more.
  private void stall(HttpExchange exchange) throws IOException {
    keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    exchange.sendResponseHeaders(201, 100);
    exchange.getResponseBody().write('{');
    exchange.getResponseBody().flush();
    try {
      var _ = over.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }

  @Test
  @Timeout(30)
  void an_answer_that_stalls_in_the_middle_is_given_up_in_time() throws Exception {
    door.removeContext("/");
    var _ = door.createContext("/", this::stall);
    Patience patience =
        new Patience(Duration.ofMillis(700), System::nanoTime, new Random(7), Thread::sleep);
    long began = System.nanoTime();

    Asked asked = send(patience);

    assertThat(asked)
        .isInstanceOfSatisfying(
            Asked.Unanswered.class,
            unanswered -> assertThat(unanswered.why().en()).isEqualTo("the server did not answer"));
    assertThat(keys).isNotEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .isBetween(Duration.ofMillis(690), Duration.ofMillis(1500));
  }

  @Test
  void it_waits_at_least_as_long_as_the_server_asks() throws Exception {
    Asked asked = send(Duration.ofMinutes(10), "503 7", "429 3");

    assertThat(asked).isInstanceOf(Asked.Answered.class);
    assertThat(pauses).hasSize(2);
    assertThat(pauses.get(0)).isBetween(Duration.ofSeconds(7), Duration.ofMillis(8001));
    assertThat(pauses.get(1)).isBetween(Duration.ofSeconds(3), Duration.ofMillis(5001));
  }

  @Test
  void every_attempt_has_the_same_key() throws Exception {
    var _ = send(Duration.ofMinutes(10), "500", "502", "503");

    assertThat(keys).hasSize(4).containsOnly(PARCEL.key(""));
  }

  @Test
  void a_refusal_is_final() throws Exception {
    assertThat(send(Duration.ofMinutes(10), "422"))
        .isInstanceOfSatisfying(
            Asked.Answered.class, answered -> assertThat(answered.status()).isEqualTo(422));
    assertThat(pauses).isEmpty();
  }

  @Test
  void a_wait_that_is_too_long_ends_it_at_once() throws Exception {
    assertThat(send(Duration.ofMinutes(1), "503 3600")).isInstanceOf(Asked.Unanswered.class);
    assertThat(pauses).isEmpty();
  }

  @Test
  void waits_grow_twofold_to_a_minute_and_patience_ends() throws Exception {
    String[] failing = new String[200];
    java.util.Arrays.fill(failing, "500");

    assertThat(send(Duration.ofMinutes(10), failing)).isInstanceOf(Asked.Unanswered.class);

    assertThat(Duration.ofNanos(nanos)).isLessThan(Duration.ofMinutes(10));
    for (int i = 0; i < pauses.size(); i++) {
      assertThat(pauses.get(i))
          .isPositive()
          .isLessThanOrEqualTo(Duration.ofSeconds(Math.min(60, 1L << Math.min(i, 6))));
    }
    assertThat(pauses.size()).isBetween(12, 100);
    assertThat(pauses).anyMatch(pause -> pause.compareTo(Duration.ofSeconds(30)) > 0);
  }

  @Test
  void the_key_is_of_content_and_what_is_said_beside_it() {
    Parcel other = new Parcel("b.csv", "text/csv", Buffer.buffer("y"), Given.NOTHING);
    Parcel october =
        new Parcel("a.csv", "text/csv", Buffer.buffer("x"), new Given(null, "2026-10", null));
    Parcel renamed = new Parcel("c.csv", "text/csv", Buffer.buffer("x"), Given.NOTHING);

    assertThat(PARCEL.key("")).matches("send-[0-9a-f]{64}").isEqualTo(renamed.key(""));
    assertThat(List.of(PARCEL.key(""), other.key(""), october.key(""), PARCEL.key("again")))
        .doesNotHaveDuplicates();
  }
}
