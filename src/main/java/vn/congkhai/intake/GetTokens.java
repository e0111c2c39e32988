package vn.congkhai.intake;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import vn.congkhai.access.Tokens;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Failure;

/// `GET /api/v1/tokens?after=N&limit=M`: the administrator sees all tokens that there ever were, by
/// number, page by page; no secrets, which nobody knows.
final class GetTokens implements Handler<RoutingContext> {
  private static final int LARGEST_PAGE = 1000;

  private final Authentication authentication;
  private final Tokens tokens;

  GetTokens(Authentication authentication, Tokens tokens) {
    this.authentication = authentication;
    this.tokens = tokens;
  }

  @Override
  public void handle(RoutingContext context) {
    var _ = authentication.administrator(context);
    long after = number(context, "after", 0);
    long limit = Math.clamp(number(context, "limit", LARGEST_PAGE), 1, LARGEST_PAGE);
    tokens
        .page(after, (int) limit)
        .map(page -> TokenJson.list(page, tokens::state))
        .onSuccess(list -> Answers.json(context, 200, list))
        .onFailure(failure -> Answers.failure(context, Reception.named(failure)));
  }

  private static long number(RoutingContext context, String name, long usual) {
    String text = context.request().getParam(name);
    if (text == null) {
      return usual;
    }
    if (!text.matches("[0-9]{1,18}")) {
      throw new Failure(
          Failure.Kind.MALFORMED,
          "“" + name + "” phải là số nguyên không âm.",
          "“" + name + "” must be a whole number, 0 or more.");
    }
    return Long.parseLong(text);
  }
}
