package vn.congkhai.intake;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.access.Caller;
import vn.congkhai.access.Token;
import vn.congkhai.board.Reported;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Json;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;

/// `GET /api/v1/me`: whose token this is, what it is good for and until when.
final class GetMe implements Handler<RoutingContext> {
  private final Authentication authentication;
  private final Desk desk;

  GetMe(Authentication authentication, Desk desk) {
    this.authentication = authentication;
    this.desk = desk;
  }

  @Override
  public void handle(RoutingContext context) {
    Caller caller = authentication.caller(context);
    Answers.json(
        context,
        200,
        switch (caller) {
          case Caller.Administrator _ -> of(caller, null, List.of("send", "read", "administer"));
          case Caller.OfAgency(_, AgencyCode own) -> of(caller, own, List.of("send", "read"));
          case Caller.ReadOnly(_, AgencyCode own) -> of(caller, own, List.of("read"));
        });
  }

  private Buffer of(Caller caller, @Nullable AgencyCode code, List<String> scopes) {
    Agency agency = code == null ? null : desk.catalogue().agency(code.value());
    Token token = desk.tokens().of(caller);
    return Json.object(json -> {
      json.writeStringField("agency", code == null ? null : code.value());
      json.writeStringField("name", agency == null ? null : agency.name());
      json.writeStringField("level", agency == null ? null : agency.level().code());
      json.writeArrayFieldStart("scopes");
      for (String scope : scopes) {
        json.writeString(scope);
      }
      json.writeEndArray();
      write(token, json);
      TokenJson.instant("expiresAt", token == null ? null : token.life().expiresAt(), json);
      write(code == null ? null : desk.figures().lastSubmission(code), json);
    });
  }

  private static void write(@Nullable Token token, JsonGenerator json) throws IOException {
    if (token == null) {
      json.writeNullField("token");
      return;
    }
    Json.object(
        json,
        "token",
        _ -> {
          json.writeNumberField("id", token.id());
          json.writeStringField("prefix", token.prefix());
          json.writeStringField("label", token.grant().label());
        });
  }

  private static void write(Reported.@Nullable Source last, JsonGenerator json) throws IOException {
    if (last == null) {
      json.writeNullField("lastSubmission");
      return;
    }
    Json.object(
        json,
        "lastSubmission",
        _ -> {
          json.writeNumberField("submission", last.submission());
          json.writeStringField("receivedAt", last.receivedAt().toString());
        });
  }
}
