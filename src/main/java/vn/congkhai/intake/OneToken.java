package vn.congkhai.intake;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congkhai.access.Tokens;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Failure;

/// What the administrator does with a token that was given out: puts a new one in its place, or
/// takes it back.
final class OneToken {
  private static final Set<String> FIELDS = Set.of("overlapHours");
  private static final int WEEK = 7 * 24;
  private static final int LONGEST_OVERLAP = 90 * 24;

  private final Authentication authentication;
  private final Tokens tokens;

  OneToken(Authentication authentication, Tokens tokens) {
    this.authentication = authentication;
    this.tokens = tokens;
  }

  /// `POST /api/v1/tokens/ID/rotate`: a new token, shown this once; the old one goes on for the
  /// overlap.
  void rotate(RoutingContext context) {
    var _ = authentication.administrator(context);
    long id = id(context.pathParam("id"));
    SmallBody body = SmallBody.readIfAny(context, FIELDS);
    int hours = body.whole("overlapHours", WEEK, 0, LONGEST_OVERLAP);
    if (!body.problems().isEmpty()) {
      throw PostTokens.refused(body.problems());
    }
    tokens
        .rotate(id, Duration.ofHours(hours))
        .map(rotated -> rotated.orElseThrow(OneToken::notUsable))
        .onSuccess(rotated -> Answers.json(context, 201, TokenJson.rotated(rotated)))
        .onFailure(failure -> Answers.failure(context, Reception.named(failure)));
  }

  /// `DELETE /api/v1/tokens/ID`: revokes it. Doing so again is no mistake, for the first answer may
  /// have been lost.
  void revoke(RoutingContext context) {
    var _ = authentication.administrator(context);
    tokens
        .revoke(id(context.pathParam("id")))
        .onSuccess(there -> {
          if (there) {
            Answers.done(context);
          } else {
            Answers.failure(context, unknown());
          }
        })
        .onFailure(failure -> Answers.failure(context, Reception.named(failure)));
  }

  private static long id(@Nullable String text) {
    if (text == null || !text.matches("[0-9]{1,18}")) {
      throw unknown();
    }
    return Long.parseLong(text);
  }

  private static Failure unknown() {
    return new Failure(
        Failure.Kind.NOT_FOUND,
        "Không có mã truy cập mang số này.",
        "There is no token of that number.");
  }

  private static Failure notUsable() {
    return new Failure(
        Failure.Kind.NOT_FOUND,
        "Không có mã truy cập nào mang số này còn hiệu lực và chưa được thay; hãy cấp mã mới.",
        "No token of that number is still valid and not yet replaced; issue a new one.");
  }
}
