package vn.congkhai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.WARD;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import vn.congkhai.content.Posted;
import vn.congkhai.content.RowsOfFigures;

/// Whatever is posted to the running service, in whatever format, sound or broken: it is stored
/// whole or not at all, it is counted once, and it never gets a 500.
class SubmissionsProperties {
  private static final ListAppender<ILoggingEvent> LOGGED = new ListAppender<>();
  private static @Nullable Service running;

  /// What happens to a body on its way.
  enum Fate {
    ARRIVES,
    /// Says that it is another of the formats.
    MISNAMED,
    /// Says that it is something that nobody reads.
    FOREIGN,
    /// Ends too early, and says so.
    SHORT,
    /// Ends too early because the line broke.
    CUT
  }

  record Post(Posted format, RowsOfFigures rows, Fate fate) {
    byte[] body() {
      byte[] whole = format.body(rows);
      return fate == Fate.SHORT ? Arrays.copyOf(whole, whole.length * 2 / 3) : whole;
    }

    String type() {
      return switch (fate) {
        case FOREIGN -> "application/pdf";
        case MISNAMED -> format == Posted.JSON ? Posted.CSV.type() : Posted.JSON.type();
        case ARRIVES, SHORT, CUT -> format.type();
      };
    }
  }

  @BeforeContainer
  static void start() throws Exception {
    LOGGED.start();
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(LOGGED);
    running = Service.start(Files.createTempDirectory("congkhai-properties"));
  }

  @AfterContainer
  static void stop() {
    service().close();
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(LOGGED);
  }

  private static Service service() {
    return requireNonNull(running);
  }

  @Provide
  Arbitrary<List<Post>> posts() {
    return Combinators.combine(Arbitraries.of(Posted.class), rows(), fates())
        .as(Post::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(20);
  }

  private static Arbitrary<Fate> fates() {
    return Arbitraries.frequencyOf(
        Tuple.of(7, Arbitraries.just(Fate.ARRIVES)), Tuple.of(3, Arbitraries.of(Fate.class)));
  }

  /// Rows of which about half are sound, so that whole submissions are too.
  private static Arbitrary<RowsOfFigures> rows() {
    Arbitrary<String> periods = Arbitraries.of("2026-08", "2026-09", "2026-10", "2026-12");
    Arbitrary<String> ratios = Arbitraries.of("on-time-rate", "online-dossier-rate");
    Arbitrary<Integer> counts = Arbitraries.integers().between(0, 500);
    Arbitrary<String> sound =
        Combinators.combine(periods, ratios, counts, counts)
            .as((period, indicator, one, other) ->
                ",%s,%s,%d,%d,,".formatted(period, indicator, one, one + other));
    Arbitrary<String> broken =
        Arbitraries.of(
            ",2026-10,on-time-rate,2,1,,",
            ",2026-10,no-such-rate,1,2,,",
            ",2027-01,on-time-rate,1,2,,",
            ",2026-10,satisfaction-procedures,,,100.01,",
            "cb-xa-01708,2026-10,on-time-rate,1,2,,",
            "x,y,z,-1,1e9,\u0000,\uFFFF");
    return Arbitraries.frequencyOf(Tuple.of(6, sound), Tuple.of(1, broken))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(rows -> RowsOfFigures.of(String.join(" + ", rows)));
  }

  @Property(tries = 30, seed = "20261122", shrinking = ShrinkingMode.OFF)
  void what_is_posted_is_stored_whole_or_not_at_all_and_counted_once(
      @ForAll("posts") List<Post> posts) throws Exception {
    Counted before = counted();
    long last = length();
    int accepted = 0;
    int refused = 0;
    for (Post post : posts) {
      if (post.fate() == Fate.CUT) {
        cut(post);
        continue;
      }
      HttpResponse<String> answer = send(post);
      assertThat(answer.statusCode()).as(post + " " + answer.body()).isIn(201, 400, 403, 415, 422);
      if (answer.statusCode() == 201) {
        accepted++;
        assertStoredWhole(post, new JsonObject(answer.body()), ++last);
      } else {
        refused++;
      }
    }

    assertThat(length()).as("every refused post leaves no trace").isEqualTo(last);
    // a broken line may be noticed a little later
    Service.within(Duration.ofSeconds(5), () -> counted().adds());
    Counted after = counted();
    assertThat(after.accepted() - before.accepted()).isEqualTo(accepted);
    assertThat(after.refused() - before.refused()).isGreaterThanOrEqualTo(refused);
    assertThat(after.failed()).isZero();
    assertThat(LOGGED.list)
        .as("a sender's mistake is no error of ours")
        .noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
  }

  private static void assertStoredWhole(Post post, JsonObject receipt, long number)
      throws IOException, InterruptedException {
    assertThat(receipt.getLong("submission")).isEqualTo(number);
    var row = Journals.after(service(), number - 1).getFirst();
    assertThat(row.hash().toString()).isEqualTo(receipt.getString("hash"));
    JsonArray stored = new JsonObject(row.content()).getJsonArray("observations");
    if (post.fate() == Fate.SHORT) {
      assertThat(figures(sent(post))).startsWith(figures(stored));
    } else {
      assertThat(figures(stored)).isEqualTo(figures(sent(post)));
    }
    assertThat(receipt.getJsonArray("observations")).hasSameSizeAs(stored);
  }

  /// What was in the body, whatever its format.
  private static JsonArray sent(Post post) {
    byte[] json = Posted.JSON.body(post.rows());
    return new JsonObject(new String(json, UTF_8)).getJsonArray("observations");
  }

  private static String figures(JsonArray observations) {
    return observations.stream()
        .map(JsonObject.class::cast)
        .map(one ->
            one.getString("period")
                + (" " + one.getString("indicator"))
                + (" " + one.getValue("numerator"))
                + (" of " + one.getValue("denominator")))
        .collect(Collectors.joining(", "));
  }

  private static HttpResponse<String> send(Post post) throws IOException, InterruptedException {
    return service()
        .send(
            service()
                .observations(WARD, "")
                .setHeader("Content-Type", post.type())
                .POST(BodyPublishers.ofByteArray(post.body()))
                .build());
  }

  /// Promises a body, sends half of it and hangs up.
  private static void cut(Post post) throws IOException, InterruptedException {
    byte[] body = post.body();
    String head =
        "POST /api/v1/observations HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(service().token(WARD), post.type(), body.length);
    try (Socket line =
            new Socket(InetAddress.getLoopbackAddress(), service().ports().agenciesPort());
        OutputStream out = line.getOutputStream()) {
      out.write(head.getBytes(UTF_8));
      out.write(body, 0, body.length / 2);
    }
  }

  private record Counted(long received, long accepted, long refused, long failed) {
    boolean adds() {
      return received == accepted + refused + failed;
    }
  }

  private static Counted counted() throws IOException, InterruptedException {
    String metrics = service().manage("/metrics").body();
    return new Counted(
        count(metrics, "received"),
        count(metrics, "accepted"),
        count(metrics, "refused"),
        count(metrics, "failed"));
  }

  private static long count(String metrics, String outcome) {
    String series = "congkhai_submissions_total{outcome=\"" + outcome + "\"} ";
    return metrics
        .lines()
        .filter(line -> line.startsWith(series))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(series.length())))
        .findFirst()
        .orElseThrow();
  }

  private static long length() throws IOException, InterruptedException {
    long last = 0;
    for (var rows = Journals.after(service(), 0);
        !rows.isEmpty();
        rows = Journals.after(service(), last)) {
      last = rows.getLast().number();
    }
    return last;
  }
}
