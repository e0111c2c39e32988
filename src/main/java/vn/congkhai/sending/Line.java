package vn.congkhai.sending;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.Text;
import vn.congkhai.settings.Secret;

/// The line to the agencies' door. It asks again, after a while, as long as there is hope and
/// patience: when nobody answers to the end, when the server is busy (429, 503) and when it fails
/// (5xx).
public final class Line {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
  private static final Duration ANSWER_LIMIT = Duration.ofMinutes(2);
  private static final Duration LONGEST_ASKED = Duration.ofDays(1);
  private static final Text SILENT = new Text("máy chủ chưa trả lời", "the server did not answer");
  private static final int TIMED_OUT = 408;
  private static final int TOO_MANY = 429;

  private final HttpClient http;
  private final URI door;
  private final Secret token;
  private final Patience patience;
  private final Progress progress;

  /// @param door address of the agencies' door: with a host, without a slash at its end
  public Line(URI door, Secret token, Patience patience, Progress progress) {
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();
    this.door = door;
    this.token = token;
    this.patience = patience;
    this.progress = progress;
  }

  /// What an attempt gave: an answer, or a reason to try again or to stop.
  private sealed interface Attempt {
    record Done(Asked asked) implements Attempt {}

    /// @param asked what the server asks for; null when it says nothing
    record Again(Text why, @Nullable Duration asked) implements Attempt {}
  }

  /// Asks what the parcel would be answered.
  Asked dryRun(Parcel parcel, Language language) throws InterruptedException {
    return post(parcel, true, null, language);
  }

  /// Posts the parcel. The same key is stored once, however many attempts it takes.
  Asked send(Parcel parcel, String key) throws InterruptedException {
    return post(parcel, false, key, Language.VI);
  }

  private Asked post(Parcel parcel, boolean dryRun, @Nullable String key, Language language)
      throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      switch (attempt(parcel, dryRun, key, language)) {
        case Attempt.Done(Asked answer) -> {
          return answer;
        }
        case Attempt.Again(Text why, Duration asked) -> {
          Duration pause = patience.pause(attempt, asked);
          if (pause == null) {
            return new Asked.Unanswered(why);
          }
          progress.failed(attempt, why, pause);
          patience.rest(pause);
        }
      }
    }
  }

  private Attempt attempt(Parcel parcel, boolean dryRun, @Nullable String key, Language language)
      throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(door + parcel.path(dryRun)))
            .header("Authorization", "Bearer " + token.reveal())
            .header("Content-Type", parcel.contentType())
            .header("Accept-Language", language.tag())
            .POST(BodyPublishers.ofByteArray(parcel.body().getBytes()));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return answer(request.build());
  }

  /// The limit is of the whole answer: the client's own ends when the headers are there.
  private Attempt answer(HttpRequest request) throws InterruptedException {
    Future<HttpResponse<String>> answer = http.sendAsync(request, BodyHandlers.ofString());
    try {
      return judged(answer.get(limit().toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return new Attempt.Again(SILENT, null);
    } catch (ExecutionException e) {
      return broken(e.getCause());
    } finally {
      var _ = answer.cancel(true);
    }
  }

  private Duration limit() {
    Duration left = patience.left();
    return left.compareTo(ANSWER_LIMIT) > 0 ? ANSWER_LIMIT : left;
  }

  private Attempt broken(@Nullable Throwable failure) {
    return switch (failure) {
      case SSLHandshakeException _ ->
          new Attempt.Done(
              new Asked.Unanswered(
                  new Text(
                      "không tin được chứng thư của " + door + "; kiểm tra địa chỉ và chứng thư",
                      "the certificate of "
                          + door
                          + " is not trusted; check address and certificate")));
      case ConnectException _, HttpConnectTimeoutException _ ->
          new Attempt.Again(
              new Text("chưa kết nối được với máy chủ", "the server cannot be reached"), null);
      case IOException _ ->
          new Attempt.Again(
              new Text("đường truyền đứt trước khi có trả lời", "the line broke before the answer"),
              null);
      case null, default -> throw new IllegalStateException("the request cannot be sent", failure);
    };
  }

  private Attempt judged(HttpResponse<String> response) {
    int status = response.statusCode();
    if (status == TOO_MANY || status == TIMED_OUT || status >= 500) {
      return new Attempt.Again(busy(status), retryAfter(response));
    }
    JsonObject body = json(response.body());
    if (status < 300 && !body.containsKey("observations")) {
      return new Attempt.Done(
          new Asked.Unanswered(
              new Text(
                  door + " trả lời nhưng không phải cửa cơ quan của Công Khai; kiểm tra địa chỉ",
                  door + " answers but is no agencies' door of Công Khai; check the address")));
    }
    return new Attempt.Done(new Asked.Answered(status, body));
  }

  private static Text busy(int status) {
    return status == TOO_MANY || status == 503
        ? new Text("máy chủ đang bận (" + status + ")", "the server is busy (" + status + ")")
        : new Text("máy chủ gặp lỗi (" + status + ")", "the server failed (" + status + ")");
  }

  /// In seconds only; the other form of the header needs two clocks that agree.
  private static @Nullable Duration retryAfter(HttpResponse<?> response) {
    String text = response.headers().firstValue("Retry-After").orElse("").strip();
    if (!text.matches("\\d{1,9}")) {
      return null;
    }
    Duration asked = Duration.ofSeconds(Long.parseLong(text));
    return asked.compareTo(LONGEST_ASKED) < 0 ? asked : LONGEST_ASKED;
  }

  private static JsonObject json(String body) {
    try {
      return new JsonObject(body);
    } catch (DecodeException e) {
      return new JsonObject();
    }
  }
}
