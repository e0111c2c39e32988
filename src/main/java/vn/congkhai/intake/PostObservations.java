package vn.congkhai.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.congkhai.access.Caller;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Draft;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Text;
import vn.congkhai.journal.Appended;
import vn.congkhai.journal.Hash;
import vn.congkhai.journal.Idempotency;
import vn.congkhai.journal.Overloaded;
import vn.congkhai.postgres.Unavailable;

/// `POST /api/v1/observations`: takes figures, and answers once they are on disk.
final class PostObservations implements Handler<RoutingContext> {
  private static final String KEY_HEADER = "Idempotency-Key";
  private static final int LONGEST_KEY = 255;
  private static final Text MALFORMED =
      new Text("Nội dung không đọc được như JSON.", "The content cannot be read as JSON.");

  private final Authentication authentication;
  private final Desk desk;
  private final ReceiptJson receipts;

  PostObservations(Desk desk, Authentication authentication, ReceiptJson receipts) {
    this.desk = desk;
    this.authentication = authentication;
    this.receipts = receipts;
  }

  @Override
  public void handle(RoutingContext context) {
    if (dryRun(context)) {
      preview(context);
      return;
    }
    desk.events().received();
    append(context)
        .onSuccess(answer -> {
          desk.events().accepted();
          Answers.json(context, answer.status(), answer.body());
        })
        .onFailure(failure -> {
          count(failure);
          Answers.failure(context, failure);
        });
  }

  private record Answer(int status, Buffer body) {}

  private static boolean dryRun(RoutingContext context) {
    return "true".equals(context.request().getParam("dryRun"));
  }

  private void count(Throwable failure) {
    if (failure instanceof Failure known && known.kind().status() < 500) {
      desk.events().refused();
    } else {
      desk.events().failed();
    }
  }

  private void preview(RoutingContext context) {
    Draft draft = draft(context);
    Instant now = desk.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    Language language = Answers.language(context, Language.VI);
    Answers.json(context, 200, receipts.dryRun(desk.figures().preview(now, draft), language));
  }

  private Future<Answer> append(RoutingContext context) {
    try {
      Draft draft = draft(context);
      Buffer body = body(context);
      Language language = Answers.language(context, Language.VI);
      return desk.journal()
          .append(draft, idempotency(context, body), body.length())
          .map(appended -> answer(appended, language))
          .recover(failure -> Future.failedFuture(named(failure)));
    } catch (Failure failure) {
      return Future.failedFuture(failure);
    }
  }

  private Draft draft(RoutingContext context) {
    Caller caller = authentication.caller(context);
    requireJson(context);
    RawSubmission raw =
        switch (JsonDecoder.decode(body(context).getBytes())) {
          case Checked.Valid<RawSubmission>(RawSubmission value) -> value;
          case Checked.Invalid<RawSubmission>(List<Problem> problems) ->
              throw new Failure(Failure.Kind.MALFORMED, MALFORMED, problems);
        };
    LocalDate today = LocalDate.ofInstant(desk.clock().instant(), Period.ZONE);
    return switch (Check.check(raw, desk.catalogue(), caller, today)) {
      case Checked.Valid<Draft>(Draft draft) -> draft;
      case Checked.Invalid<Draft>(List<Problem> problems) -> throw refused(problems);
    };
  }

  private static Buffer body(RoutingContext context) {
    Buffer body = context.body().buffer();
    return body == null ? Buffer.buffer() : body;
  }

  private static Failure refused(List<Problem> problems) {
    int count = problems.size();
    Text detail =
        new Text(
            "Chưa lưu gì cả. Có " + count + " chỗ cần sửa.",
            "Nothing was stored. " + count + (count == 1 ? " place" : " places") + " to mend.");
    return new Failure(Failure.Kind.REFUSED, detail, problems);
  }

  private static void requireJson(RoutingContext context) {
    String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
    String plain = type == null ? "" : type.toLowerCase(Locale.ROOT).replace(" ", "");
    if (!plain.equals("application/json")
        && !plain.equals("application/json;charset=utf-8")
        && !plain.equals("application/json;charset=\"utf-8\"")) {
      throw new Failure(
          Failure.Kind.UNSUPPORTED_TYPE,
          "Hãy gửi JSON với “Content-Type: application/json”.",
          "Send JSON with “Content-Type: application/json”.");
    }
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
    return new Idempotency(key, Hash.sha256(body.getBytes()));
  }

  private Answer answer(Appended appended, Language language) {
    return switch (appended) {
      case Appended.Stored(var link) -> new Answer(201, receipts.of(link, language));
      case Appended.Repeated(var link) -> new Answer(200, receipts.of(link, language));
      case Appended.KeyReused() ->
          throw new Failure(
              Failure.Kind.CONFLICT,
              KEY_HEADER + " này đã dùng cho một nội dung khác.",
              "This " + KEY_HEADER + " was used for another content.");
    };
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
