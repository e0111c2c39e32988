package vn.congkhai.intake;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congkhai.access.Grant;
import vn.congkhai.access.Scope;
import vn.congkhai.content.Rule;
import vn.congkhai.content.Texts;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Text;

/// `POST /api/v1/tokens`: the administrator gives somebody a token, which is shown this once.
final class PostTokens implements Handler<RoutingContext> {
  private static final Set<String> FIELDS = Set.of("agency", "expiresAt", "label", "scope");
  private static final int LONGEST_LABEL = 100;
  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

  private final Authentication authentication;
  private final Desk desk;

  PostTokens(Authentication authentication, Desk desk) {
    this.authentication = authentication;
    this.desk = desk;
  }

  @Override
  public void handle(RoutingContext context) {
    var _ = authentication.administrator(context);
    SmallBody body = SmallBody.read(context, FIELDS);
    Scope scope = scope(body);
    Agency agency = scope == Scope.ADMINISTRATOR ? nobody(body) : agency(body);
    Instant expiresAt = expiresAt(body);
    String label = body.line("label", LONGEST_LABEL);
    if (!body.problems().isEmpty()) {
      throw refused(body.problems());
    }
    desk.tokens()
        .issue(new Grant(scope, agency == null ? null : agency.code(), label), expiresAt)
        .onSuccess(issued -> Answers.json(context, 201, TokenJson.issued(issued)))
        .onFailure(failure -> Answers.failure(context, Reception.named(failure)));
  }

  private static Scope scope(SmallBody body) {
    Object code = body.value("scope");
    Scope scope = code instanceof String text ? Scope.of(text) : null;
    if (code != null && scope == null) {
      body.report(Rule.UNKNOWN_SCOPE.at("/scope"));
    }
    return scope == null ? Scope.AGENCY : scope;
  }

  private static @Nullable Agency nobody(SmallBody body) {
    if (body.value("agency") != null) {
      body.report(Rule.AGENCY_OF_ADMINISTRATOR.at("/agency"));
    }
    return null;
  }

  private @Nullable Agency agency(SmallBody body) {
    String code = body.required("agency");
    Agency agency = code == null ? null : desk.catalogue().agency(code);
    if (code != null && agency == null) {
      body.report(Rule.UNKNOWN_AGENCY.at("/agency", Texts.shortened(code)));
    }
    return agency;
  }

  private @Nullable Instant expiresAt(SmallBody body) {
    Object value = body.value("expiresAt");
    Instant instant = value == null ? null : instant(value.toString());
    if (value != null && instant == null) {
      body.report(
          Rule.WRONG_TYPE.at(
              "/expiresAt",
              new Object[] {"thời điểm như 2027-01-01T00:00:00+07:00"},
              new Object[] {"an instant such as 2027-01-01T00:00:00+07:00"}));
    }
    if (instant != null && !instant.isAfter(desk.clock().instant())) {
      body.report(Rule.PAST_INSTANT.at("/expiresAt", instant));
    }
    return instant;
  }

  private static @Nullable Instant instant(String text) {
    try {
      Instant instant = OffsetDateTime.parse(text).toInstant();
      return instant.isBefore(END_OF_TIME) ? instant : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /// The refusal of a request about a token.
  static Failure refused(List<Problem> problems) {
    Text detail = new Text("Chưa tạo mã truy cập nào.", "No token was made.");
    return new Failure(Failure.Kind.REFUSED, detail, problems);
  }
}
