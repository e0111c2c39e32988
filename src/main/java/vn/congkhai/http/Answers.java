package vn.congkhai.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.Text;

/// Sends answers, and is the one place where a failure becomes one.
public final class Answers {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
  private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
  private static final CharSequence PROBLEM =
      HttpHeaders.createOptimized("application/problem+json");
  private static final int MOST_PROBLEMS = 1000;

  private Answers() {}

  public static void json(RoutingContext context, int status, Buffer body) {
    send(context, status, JSON, body);
  }

  /// Answers with problem+json (RFC 9457). What is not a [Failure] is our own fault: it is logged
  /// and answered without any of its text.
  public static void failure(RoutingContext context, Throwable cause) {
    Failure failure = cause instanceof Failure known ? known : unexpected(context, cause);
    if (context.response().ended() || context.response().headWritten()) {
      return;
    }
    retryAfter(context, failure);
    if (failure.kind() == Failure.Kind.UNAUTHENTICATED) {
      context.response().putHeader("WWW-Authenticate", "Bearer");
    }
    Language language = language(context, Language.VI);
    send(context, failure.kind().status(), PROBLEM, body(failure, language));
  }

  /// Says when to come again, where the failure says so.
  public static void retryAfter(RoutingContext context, Failure failure) {
    Duration retryAfter = failure.retryAfter();
    if (retryAfter != null) {
      var _ = context.response().putHeader(HttpHeaders.RETRY_AFTER, seconds(retryAfter));
    }
  }

  /// Whole seconds, never too few and at least one.
  private static String seconds(Duration duration) {
    return Long.toString(Math.max(1, duration.plusNanos(999_999_999).toSeconds()));
  }

  /// Says that it is done and that there is nothing to tell (204).
  public static void done(RoutingContext context) {
    // a client that went away is told nothing, and nobody minds
    var _ =
        context
            .response()
            .setStatusCode(204)
            .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
            .end();
  }

  /// The language asked for by `Accept-Language`, or the usual one.
  public static Language language(RoutingContext context, Language usual) {
    for (LanguageHeader asked : context.acceptableLanguages()) {
      Language language = Language.tagged(asked.tag());
      if (language != null) {
        return language;
      }
    }
    return usual;
  }

  private static Failure unexpected(RoutingContext context, Throwable cause) {
    LOG.error(
        "http.failed method={} path={}",
        context.request().method(),
        context.request().path(),
        cause);
    return new Failure(
        Failure.Kind.INTERNAL,
        "Máy chủ gặp lỗi; xin thử lại sau.",
        "The server failed; please try again later.");
  }

  private static Buffer body(Failure failure, Language language) {
    List<Problem> problems = failure.problems();
    return Json.object(json -> {
      json.writeStringField("type", "urn:congkhai:problem:" + failure.kind().slug());
      json.writeStringField("title", failure.kind().title().in(language));
      json.writeNumberField("status", failure.kind().status());
      json.writeStringField("detail", failure.detail().in(language));
      if (problems.isEmpty()) {
        return;
      }
      json.writeArrayFieldStart("errors");
      for (Problem problem : problems.subList(0, Math.min(MOST_PROBLEMS, problems.size()))) {
        json.writeStartObject();
        json.writeStringField("pointer", problem.pointer());
        Text place = problem.place();
        if (place != null) {
          json.writeStringField("place", place.in(language));
        }
        json.writeStringField("code", problem.code());
        json.writeStringField("message", problem.message().in(language));
        json.writeEndObject();
      }
      json.writeEndArray();
      if (problems.size() > MOST_PROBLEMS) {
        json.writeNumberField("errorsLeftOut", problems.size() - MOST_PROBLEMS);
      }
    });
  }

  private static void send(
      RoutingContext context, int status, CharSequence contentType, Buffer body) {
    HttpServerResponse response = context.response();
    if (response.ended() || response.closed()) {
      return;
    }
    response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, contentType);
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    // a client that went away is told nothing, and nobody minds
    var _ = response.end(body);
  }
}
