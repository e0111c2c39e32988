package vn.congkhai.intake;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
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
    JsonObject body = body(context.body().buffer());
    Agency agency = agency(body);
    Instant expiresAt = expiresAt(body);
    issue(agency, label(body), expiresAt)
        .onSuccess(answer -> Answers.json(context, 201, answer))
        .onFailure(failure -> Answers.failure(context, PostObservations.named(failure)));
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

  private static JsonObject body(@Nullable Buffer bytes) {
    try {
      JsonObject body = bytes == null ? new JsonObject() : new JsonObject(bytes);
      for (String field : body.fieldNames()) {
        if (!FIELDS.contains(field)) {
          throw refused(Rule.UNKNOWN_FIELD.at("/" + field, field));
        }
      }
      return body;
    } catch (DecodeException e) {
      throw new Failure(
          Failure.Kind.MALFORMED, "Nội dung không phải JSON.", "The content is not JSON.");
    }
  }

  private Agency agency(JsonObject body) {
    if (!(body.getValue("agency") instanceof String code)) {
      throw refused(Rule.MISSING_FIELD.at("/agency", "agency"));
    }
    Agency agency = catalogue.agency(code);
    if (agency == null) {
      throw refused(Rule.UNKNOWN_AGENCY.at("/agency", code));
    }
    return agency;
  }

  private static String label(JsonObject body) {
    String label = body.getValue("label") instanceof String text ? text : "";
    if (label.length() > LONGEST_LABEL) {
      throw refused(Rule.TOO_LONG.at("/label", LONGEST_LABEL));
    }
    return label;
  }

  private static @Nullable Instant expiresAt(JsonObject body) {
    Object value = body.getValue("expiresAt");
    if (value == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(value.toString()).toInstant();
    } catch (DateTimeException e) {
      throw refused(
          Rule.WRONG_TYPE.at(
              "/expiresAt",
              new Object[] {"thời điểm như 2027-01-01T00:00:00+07:00"},
              new Object[] {"an instant such as 2027-01-01T00:00:00+07:00"}));
    }
  }

  private static Failure refused(Problem problem) {
    Text detail = new Text("Chưa tạo mã truy cập nào.", "No token was made.");
    return new Failure(Failure.Kind.REFUSED, detail, List.of(problem));
  }
}
