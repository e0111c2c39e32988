package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.COMMUNE;
import static vn.congkhai.Service.WARD;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// How often a token may be used, how often somebody may guess, and that nobody reads of it in a
/// log.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenLimitsTest {
  private static final int A_SECOND = 3;

  private Service service;
  private Office office;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    service =
        Service.start(
            folder,
            null,
            Clock.fixed(Service.MORNING, ZoneOffset.UTC),
            Map.of("CONGKHAI_TOKEN_REQUESTS_PER_SECOND", Integer.toString(A_SECOND)));
    office = new Office(service);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  /// The first refusal of those that come one after the other.
  private HttpResponse<String> tooMany(String token) throws IOException, InterruptedException {
    for (int i = 0; i < 1000; i++) {
      HttpResponse<String> answer = office.me(token);
      if (answer.statusCode() != 200) {
        return answer;
      }
    }
    throw new AssertionError("no limit");
  }

  private static long retryAfter(HttpResponse<String> answer) {
    return answer.headers().firstValueAsLong("Retry-After").orElseThrow();
  }

  @Test
  void a_token_that_is_used_too_often_must_wait_and_no_other() throws Exception {
    String hasty = office.issue(WARD, "agency").getString("token");
    String calm = office.issue(WARD, "agency").getString("token");

    HttpResponse<String> refusal = tooMany(hasty);

    JsonObject problem = Office.body(refusal, 429);
    assertThat(refusal.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(problem.getString("title")).isEqualTo("Gửi quá nhiều yêu cầu");
    assertThat(retryAfter(refusal)).isEqualTo(1);
    assertThat(office.me(calm).statusCode()).isEqualTo(200);
    Thread.sleep(1000 * retryAfter(refusal));
    assertThat(office.me(hasty).statusCode()).isEqualTo(200);
  }

  @Test
  void the_administrator_of_the_settings_has_no_limit() throws Exception {
    for (int i = 0; i < 10 * A_SECOND; i++) {
      assertThat(office.me(service.administrator()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void figures_refused_for_haste_are_counted_as_received_and_refused() throws Exception {
    double received = outcome("received");
    double accepted = outcome("accepted");
    double refused = outcome("refused");
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 5 * A_SECOND; i++) {
      var posted = service.post(COMMUNE, "on-time-rate", "2026-10", i, 100);
      statuses.add(posted.statusCode());
    }

    assertThat(statuses).containsOnly(201, 429).startsWith(201).contains(429);
    double taken = (double) statuses.stream().filter(status -> status == 201).count();
    assertThat(outcome("received") - received).isEqualTo(statuses.size());
    assertThat(outcome("accepted") - accepted).isEqualTo(taken);
    assertThat(outcome("refused") - refused).isEqualTo(statuses.size() - taken);
    assertThat(outcome("failed")).isZero();
  }

  private double outcome(String outcome) throws IOException, InterruptedException {
    Matcher line =
        Pattern.compile("congkhai_submissions_total\\{outcome=\"" + outcome + "\"} (\\S+)")
            .matcher(service.manage("/metrics").body());
    assertThat(line.find()).isTrue();
    return Double.parseDouble(line.group(1));
  }

  @Test
  void an_address_that_guesses_is_slowed_down_and_its_valid_tokens_are_not() throws Exception {
    String token = office.issue(WARD, "agency").getString("token");
    try (HttpClient guesser = at("127.0.0.7");
        HttpClient neighbour = at("127.0.0.8")) {
      for (int i = 0; i < 30; i++) {
        assertThat(me(guesser, "ck_guess" + i).statusCode()).isEqualTo(401);
      }

      HttpResponse<String> refusal = me(guesser, "ck_guess");
      assertThat(refusal.statusCode()).isEqualTo(429);
      assertThat(retryAfter(refusal)).isBetween(1L, 2L);
      assertThat(me(guesser, token).statusCode()).isEqualTo(200);
      assertThat(me(neighbour, "ck_guess").statusCode()).isEqualTo(401);
    }
  }

  private static HttpClient at(String address) throws IOException {
    return HttpClient.newBuilder().localAddress(InetAddress.getByName(address)).build();
  }

  private HttpResponse<String> me(HttpClient client, String token)
      throws IOException, InterruptedException {
    return client.send(service.builder("/api/v1/me", token).build(), BodyHandlers.ofString());
  }

  @Test
  void no_log_of_any_level_tells_a_token() throws Exception {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level usual = root.getLevel();
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    root.addAppender(log);
    root.setLevel(Level.DEBUG);
    try {
      JsonObject issued = office.issue(WARD, "agency");
      JsonObject fresh = Office.body(office.rotate(issued.getLong("id"), ""), 201);
      assertThat(tooMany(fresh.getString("token")).statusCode()).isEqualTo(429);
      assertThat(office.me("ck_nobody").statusCode()).isEqualTo(401);
      assertThat(office.revoke(fresh.getLong("id"))).isEqualTo(204);
      LoggerFactory.getLogger(TokenLimitsTest.class).debug("heard");
    } finally {
      root.setLevel(usual);
      root.detachAppender(log);
    }

    List<String> lines = log.list.stream().map(TokenLimitsTest::whole).toList();
    assertThat(lines).contains("heard").noneMatch(line -> line.contains("ck_"));
    assertThat(lines).noneMatch(line -> line.contains(service.administrator()));
  }

  private static String whole(ILoggingEvent event) {
    var thrown = event.getThrowableProxy();
    String message = event.getFormattedMessage();
    return thrown == null ? message : message + ThrowableProxyUtil.asString(thrown);
  }
}
