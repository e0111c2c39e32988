package vn.congkhai;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/// Where tokens are given out and taken back, and what their holders see.
record Office(Service service) {
  /// An answer's body where it must have that status.
  static JsonObject body(HttpResponse<String> answer, int status) {
    if (answer.statusCode() != status) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return new JsonObject(answer.body());
  }

  HttpResponse<String> ask(String method, String path, String token, @Nullable String body)
      throws IOException, InterruptedException {
    BodyPublisher content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    return service.send(request(path, token).method(method, content).build());
  }

  private HttpRequest.Builder request(String path, String token) {
    return service.builder(path, token).header("Content-Type", "application/json");
  }

  /// A token of the agency; `scope` as in the interface.
  JsonObject issue(String agency, String scope) throws IOException, InterruptedException {
    return issue(new JsonObject().put("agency", agency).put("scope", scope));
  }

  JsonObject issue(JsonObject wish) throws IOException, InterruptedException {
    return body(ask("POST", "/api/v1/tokens", service.administrator(), wish.encode()), 201);
  }

  HttpResponse<String> rotate(long id, String body) throws IOException, InterruptedException {
    return ask("POST", "/api/v1/tokens/" + id + "/rotate", service.administrator(), body);
  }

  int revoke(long id) throws IOException, InterruptedException {
    return ask("DELETE", "/api/v1/tokens/" + id, service.administrator(), null).statusCode();
  }

  HttpResponse<String> me(String token) throws IOException, InterruptedException {
    return service.agencies("/api/v1/me", token);
  }

  /// The token in the administrator's list.
  JsonObject listed(long id) throws IOException, InterruptedException {
    return body(
            service.agencies("/api/v1/tokens?limit=1&after=" + (id - 1), service.administrator()),
            200)
        .getJsonArray("tokens")
        .getJsonObject(0);
  }
}
