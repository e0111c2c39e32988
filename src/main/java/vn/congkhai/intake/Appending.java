package vn.congkhai.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Failure;
import vn.congkhai.indicator.Draft;
import vn.congkhai.indicator.Language;
import vn.congkhai.journal.Hash;
import vn.congkhai.journal.Idempotency;

/// Answers requests that ask for something to be put into the journal, once it is on disk.
final class Appending {
  private static final String KEY_HEADER = "Idempotency-Key";
  private static final int LONGEST_KEY = 255;

  private final Reception reception;
  private final ReceiptJson receipts;

  Appending(Reception reception, ReceiptJson receipts) {
    this.reception = reception;
    this.receipts = receipts;
  }

  /// With `?dryRun=true` nothing is stored nor counted: the answer is what it would be.
  ///
  /// @param stored status of the answer to what was stored now
  /// @param reading the draft; fails with a [Failure], or throws it, when there is none
  void handle(RoutingContext context, int stored, Supplier<Future<Draft>> reading) {
    Language language = Answers.language(context, Language.VI);
    if (dryRun(context)) {
      Reception.asked(reading)
          .map(reception::preview)
          .onSuccess(preview -> Answers.json(context, 200, receipts.dryRun(preview, language)))
          .onFailure(failure -> Answers.failure(context, failure));
      return;
    }
    reception
        .take(() -> reading.get().map(draft -> request(context, draft)))
        .onSuccess(taken ->
            Answers.json(
                context, taken.fresh() ? stored : 200, receipts.of(taken.link(), language)))
        .onFailure(failure -> Answers.failure(context, failure));
  }

  /// What is asked may not be taken back, so a wish not to store that is spelt otherwise is
  /// refused.
  ///
  /// @throws Failure when the parameter is neither true nor false
  static boolean dryRun(RoutingContext context) {
    String text = context.request().getParam("dryRun");
    if (text == null || text.equals("false")) {
      return false;
    }
    if (text.equals("true")) {
      return true;
    }
    throw new Failure(
        Failure.Kind.MALFORMED,
        "“dryRun” phải là true hoặc false; chưa lưu gì cả.",
        "“dryRun” must be true or false; nothing was stored.");
  }

  private static Reception.Request request(RoutingContext context, Draft draft) {
    Buffer body = body(context);
    return new Reception.Request(draft, idempotency(context, body), body.length());
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
    String more =
        context.request().method().equals(HttpMethod.PUT)
            ? "PUT " + context.request().path()
            : Addressed.of(context.request()).distinction();
    return more.isEmpty() ? body : Buffer.buffer(more + "\n").appendBuffer(body);
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
}
