package vn.congkhai.intake;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congkhai.access.Token;
import vn.congkhai.access.Tokens;
import vn.congkhai.http.Json;
import vn.congkhai.indicator.AgencyCode;

/// What an administrator is told of tokens.
final class TokenJson {
  private TokenJson() {}

  /// The only answers that ever hold a secret.
  static Buffer issued(Tokens.Issued issued) {
    return Json.object(json -> write(issued, json));
  }

  static Buffer rotated(Tokens.Rotated rotated) {
    return Json.object(json -> {
      write(rotated.issued(), json);
      replaces(rotated.issued().token(), json);
      json.writeStringField("oldExpiresAt", rotated.oldExpiresAt().toString());
    });
  }

  static Buffer list(List<Token> tokens, Function<Token, String> state) {
    return Json.object(json -> {
      json.writeArrayFieldStart("tokens");
      for (Token token : tokens) {
        json.writeStartObject();
        write(token, json);
        instant("createdAt", token.life().createdAt(), json);
        instant("lastUsedAt", token.life().lastUsedAt(), json);
        instant("revokedAt", token.life().revokedAt(), json);
        replaces(token, json);
        json.writeStringField("state", state.apply(token));
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private static void write(Tokens.Issued issued, JsonGenerator json) throws IOException {
    write(issued.token(), json);
    json.writeStringField("token", issued.secret().reveal());
  }

  private static void write(Token token, JsonGenerator json) throws IOException {
    AgencyCode agency = token.grant().agency();
    json.writeNumberField("id", token.id());
    json.writeStringField("agency", agency == null ? null : agency.value());
    json.writeStringField("scope", token.grant().scope().code());
    json.writeStringField("label", token.grant().label());
    json.writeStringField("prefix", token.prefix());
    instant("expiresAt", token.life().expiresAt(), json);
  }

  private static void replaces(Token token, JsonGenerator json) throws IOException {
    Long replaces = token.replaces();
    if (replaces == null) {
      json.writeNullField("replaces");
    } else {
      json.writeNumberField("replaces", replaces);
    }
  }

  static void instant(String name, @Nullable Instant instant, JsonGenerator json)
      throws IOException {
    json.writeStringField(name, instant == null ? null : instant.toString());
  }
}
