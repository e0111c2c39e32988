package vn.congkhai.intake;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.access.Caller;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Failure;
import vn.congkhai.indicator.Language;
import vn.congkhai.journal.Link;
import vn.congkhai.journal.Row;
import vn.congkhai.journal.Submissions;

/// `GET /api/v1/submissions/17`: the receipt again. Another agency's receipt is answered like one
/// that does not exist.
final class GetReceipt implements Handler<RoutingContext> {
  private final Authentication authentication;
  private final Submissions submissions;
  private final ReceiptJson receipts;

  GetReceipt(Authentication authentication, Submissions submissions, ReceiptJson receipts) {
    this.authentication = authentication;
    this.submissions = submissions;
    this.receipts = receipts;
  }

  @Override
  public void handle(RoutingContext context) {
    Caller caller = authentication.caller(context);
    Language language = Answers.language(context, Language.VI);
    submissions
        .one(number(context.pathParam("number")))
        .map(rows -> receipts.of(own(rows, caller), language))
        .onSuccess(receipt -> Answers.json(context, 200, receipt))
        .onFailure(failure -> Answers.failure(context, Reception.named(failure)));
  }

  private static Link own(List<Row> rows, Caller caller) {
    Link link = rows.isEmpty() ? null : rows.getFirst().link();
    if (link == null || !caller.mayRead(link.submission().agency())) {
      throw new Failure(
          Failure.Kind.NOT_FOUND, "Không có lần gửi này.", "There is no such submission.");
    }
    return link;
  }

  private static long number(@Nullable String text) {
    return text != null && text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
  }
}
