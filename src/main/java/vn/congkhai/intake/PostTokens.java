package vn.congkhai.intake;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congkhai.access.Tokens;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Json;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Text;

/// `POST /api/v1/tokens`: the administrator gives an agency a token, which is shown this once.
final class PostTokens implements Handler<RoutingContext> {
  private static final Set<String> FIELDS = Set.of("agency", "expiresAt", "label");
  private static final int LONGEST_LABEL = 100;

  private final Authentication authentication;
  private final Catalogue catalogue;
  private final Tokens tokens;

  PostTokens(Authentication authentication, Catalogue catalogue, Tokens tokens) {
    this.authentication = authentication;
    this.catalogue = catalogue;
    this.tokens = tokens;
  }

  @Override
  public void handle(RoutingContext context) {
    authentication.requireAdministrator(context);
    SmallBody body = SmallBody.read(context, FIELDS);
    Agency agency = agency(body);
    Instant expiresAt = expiresAt(body);
    String label = body.optional("label", LONGEST_LABEL);
    if (agency == null || !body.problems().isEmpty()) {
      throw refused(body.problems());
    }
    issue(agency, label, expiresAt)
        .onSuccess(answer -> Answers.json(context, 201, answer))
        .onFailure(failure -> Answers.failure(context, Appending.named(failure)));
  }

  private Future<Buffer> issue(Agency agency, String label, @Nullable Instant expiresAt) {
    return tokens.issue(agency.code(), label, expiresAt).map(PostTokens::json);
  }

  private static Buffer json(Tokens.Issued issued) {
    return Json.object(json -> {
      json.writeNumberField("id", issued.token().id());
      json.writeStringField("agency", issued.token().agency().value());
      json.writeStringField("label", issued.token().label());
      Instant expiresAt = issued.token().expiresAt();
      json.writeStringField("expiresAt", expiresAt == null ? null : expiresAt.toString());
      json.writeStringField("token", issued.secret().reveal());
    });
  }

  private @Nullable Agency agency(SmallBody body) {
    String code = body.required("agency");
    Agency agency = code == null ? null : catalogue.agency(code);
    if (code != null && agency == null) {
      body.report(Rule.UNKNOWN_AGENCY.at("/agency", Texts.shortened(code)));
    }
    return agency;
  }

  private static @Nullable Instant expiresAt(SmallBody body) {
    Object value = body.value("expiresAt");
    if (value == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(value.toString()).toInstant();
    } catch (DateTimeException e) {
      body.report(
          Rule.WRONG_TYPE.at(
              "/expiresAt",
              new Object[] {"thời điểm như 2027-01-01T00:00:00+07:00"},
              new Object[] {"an instant such as 2027-01-01T00:00:00+07:00"}));
      return null;
    }
  }

  private static Failure refused(List<Problem> problems) {
    Text detail = new Text("Chưa tạo mã truy cập nào.", "No token was made.");
    return new Failure(Failure.Kind.REFUSED, detail, problems);
  }
}
