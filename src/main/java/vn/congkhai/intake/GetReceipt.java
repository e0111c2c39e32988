package vn.congkhai.intake;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import vn.congkhai.access.Caller;
import vn.congkhai.http.Answers;
import vn.congkhai.indicator.Language;

/// `GET /api/v1/submissions/17`: the receipt again. Another agency's receipt is answered like one
/// that does not exist.
final class GetReceipt implements Handler<RoutingContext> {
  private final Authentication authentication;
  private final Reception reception;
  private final ReceiptJson receipts;

  GetReceipt(Authentication authentication, Reception reception, ReceiptJson receipts) {
    this.authentication = authentication;
    this.reception = reception;
    this.receipts = receipts;
  }

  @Override
  public void handle(RoutingContext context) {
    Caller caller = authentication.caller(context);
    Language language = Answers.language(context, Language.VI);
    reception
        .receipt(Reception.number(context.pathParam("number")), caller)
        .onSuccess(link -> Answers.json(context, 200, receipts.of(link, language)))
        .onFailure(failure -> Answers.failure(context, failure));
  }
}
