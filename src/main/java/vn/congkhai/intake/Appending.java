package vn.congkhai.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Draft;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.Text;
import vn.congkhai.journal.Appended;
import vn.congkhai.journal.Hash;
import vn.congkhai.journal.Idempotency;
import vn.congkhai.journal.Overloaded;
import vn.congkhai.postgres.Unavailable;

/// Puts what a request asks for into the journal and answers once it is on disk. Every request that
/// comes here is counted: received, and then accepted, refused or failed.
final class Appending {
  private static final String KEY_HEADER = "Idempotency-Key";
  private static final int LONGEST_KEY = 255;

  private final Desk desk;
  private final ReceiptJson receipts;

  Appending(Desk desk, ReceiptJson receipts) {
    this.desk = desk;
    this.receipts = receipts;
  }

  /// With `?dryRun=true` nothing is stored nor counted: the answer is what it would be.
  ///
  /// @param stored status of the answer to what was stored now
  /// @param reading the draft; fails with a [Failure], or throws it, when there is none
  void handle(RoutingContext context, int stored, Supplier<Future<Draft>> reading) {
    if ("true".equals(context.request().getParam("dryRun"))) {
      dryRun(context, reading.get());
      return;
    }
    desk.events().received();
    append(context, stored, reading)
        .onSuccess(answer -> {
          desk.events().accepted();
          Answers.json(context, answer.status(), answer.body());
        })
        .onFailure(failure -> {
          count(failure);
          Answers.failure(context, failure);
        });
  }

  private void dryRun(RoutingContext context, Future<Draft> reading) {
    Language language = Answers.language(context, Language.VI);
    reading
        .map(draft -> {
          Instant now = desk.clock().instant().truncatedTo(ChronoUnit.MILLIS);
          return receipts.dryRun(desk.figures().preview(now, draft), language);
        })
        .onSuccess(receipt -> Answers.json(context, 200, receipt))
        .onFailure(failure -> Answers.failure(context, failure));
  }

  private record Answer(int status, Buffer body) {}

  private void count(Throwable failure) {
    if (failure instanceof Failure known && known.kind().status() < 500) {
      desk.events().refused();
    } else {
      desk.events().failed();
    }
  }

  private Future<Answer> append(
      RoutingContext context, int stored, Supplier<Future<Draft>> reading) {
    try {
      Buffer body = body(context);
      Language language = Answers.language(context, Language.VI);
      return reading
          .get()
          .compose(draft -> desk.journal().append(draft, idempotency(context, body), body.length()))
          .map(appended -> answer(appended, stored, language))
          .recover(failure -> Future.failedFuture(named(failure)));
    } catch (Failure failure) {
      return Future.failedFuture(failure);
    }
  }

  private Answer answer(Appended appended, int stored, Language language) {
    return switch (appended) {
      case Appended.Stored(var link) -> new Answer(stored, receipts.of(link, language));
      case Appended.Repeated(var link) -> new Answer(200, receipts.of(link, language));
      case Appended.KeyReused() ->
          throw new Failure(
              Failure.Kind.CONFLICT,
              KEY_HEADER + " này đã dùng cho một nội dung khác.",
              "This " + KEY_HEADER + " was used for another content.");
    };
  }

  private static @Nullable Idempotency idempotency(RoutingContext context, Buffer body) {
    String key = context.request().getHeader(KEY_HEADER);
    if (key == null) {
      return null;
    }
    if (key.isBlank() || key.getBytes(UTF_8).length > LONGEST_KEY) {
      throw new Failure(
          Failure.Kind.MALFORMED,
          KEY_HEADER + " phải có từ 1 đến 255 ký tự.",
          KEY_HEADER + " must have 1 to 255 characters.");
    }
    return new Idempotency(key, Hash.sha256(digested(context, body).getBytes()));
  }

  /// What a repetition must have in common: the body and, where the address says more than what
  /// kind of request it is, the address.
  private static Buffer digested(RoutingContext context, Buffer body) {
    return context.request().method().equals(HttpMethod.PUT)
        ? Buffer.buffer("PUT " + context.request().path() + "\n").appendBuffer(body)
        : body;
  }

  /// The body; empty when there is none.
  static Buffer body(RoutingContext context) {
    Buffer body = context.body().buffer();
    return body == null ? Buffer.buffer() : body;
  }

  /// @param type without parameters; only UTF-8 is taken
  /// @throws Failure when the body is said to be something else
  static void requireType(RoutingContext context, String type, String name) {
    String given = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
    String plain = given == null ? "" : given.toLowerCase(Locale.ROOT).replace(" ", "");
    if (!plain.equals(type)
        && !plain.equals(type + ";charset=utf-8")
        && !plain.equals(type + ";charset=\"utf-8\"")) {
      throw new Failure(
          Failure.Kind.UNSUPPORTED_TYPE,
          "Hãy gửi " + name + " với “Content-Type: " + type + "”.",
          "Send " + name + " with “Content-Type: " + type + "”.");
    }
  }

  /// The refusal of a content with these problems.
  static Failure refused(List<Problem> problems) {
    int count = problems.size();
    Text detail =
        new Text(
            "Chưa lưu gì cả. Có " + count + " chỗ cần sửa.",
            "Nothing was stored. " + count + (count == 1 ? " place" : " places") + " to mend.");
    return new Failure(Failure.Kind.REFUSED, detail, problems);
  }

  /// The journal's failures in the words of an answer.
  static Throwable named(Throwable failure) {
    return switch (failure) {
      case Overloaded _ ->
          new Failure(
              Failure.Kind.UNAVAILABLE,
              "Đang có quá nhiều số liệu chờ ghi; xin gửi lại sau ít giây.",
              "Too many figures are waiting; please send again in a few seconds.");
      case Unavailable _ ->
          new Failure(
              Failure.Kind.UNAVAILABLE,
              "Cơ sở dữ liệu đang ngừng; số liệu chưa được nhận, xin gửi lại sau.",
              "The database is away; the figures were not taken, please send again later.");
      default -> failure;
    };
  }
}
