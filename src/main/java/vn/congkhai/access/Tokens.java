package vn.congkhai.access;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.congkhai.settings.Secret;

/// The tokens that were given out: kept as hashes in the database, looked up in memory. One event
/// loop owns it, the agencies' door's.
public final class Tokens {
  /// What the database says when tokens were changed, by whichever replica.
  public static final String CHANNEL = "congkhai_token";

  private static final Recognition UNKNOWN = new Recognition.Unknown();
  private static final Recognition ADMINISTRATOR =
      new Recognition.Known(Caller.Administrator.OF_SETTINGS);

  private final TokenTable table;
  private final Clock clock;
  private final SecureRandom random;
  private final TokenDigest administrator;
  private final Pace pace;
  private Map<TokenDigest, Holder> known = Map.of();
  private Map<String, Token> byCaller = Map.of();
  private Map<Long, Instant> used = new HashMap<>();
  private long loads;
  private long newestLoad;

  /// @param administrator the token of the settings, which nothing here limits or revokes
  /// @param pace of each token
  public Tokens(Pool pool, Clock clock, SecureRandom random, Secret administrator, Pace pace) {
    this.table = new TokenTable(pool);
    this.clock = clock;
    this.random = random;
    this.administrator = TokenDigest.of(administrator.reveal());
    this.pace = pace;
  }

  /// A new token and its secret, which is shown this once.
  public record Issued(Token token, Secret secret) {}

  /// A new token in the place of an old one.
  ///
  /// @param oldExpiresAt until when the old one goes on
  public record Rotated(Issued issued, Instant oldExpiresAt) {}

  /// A token at hand.
  private record Holder(Token token, Long id, Recognition recognised, Allowance allowance) {}

  /// Reads all usable tokens into memory, in the place of those that were there: what was revoked
  /// is gone when it completes. Of several under way the one that began last counts.
  public Future<Void> load() {
    long load = ++loads;
    return table
        .usable(clock.instant())
        .onSuccess(kept -> {
          if (load > newestLoad) {
            newestLoad = load;
            keep(kept);
          }
        })
        .mapEmpty();
  }

  private void keep(List<TokenTable.Kept> kept) {
    Map<TokenDigest, Holder> next = new HashMap<>(2 * kept.size());
    Map<String, Token> callers = new HashMap<>(2 * kept.size());
    for (TokenTable.Kept one : kept) {
      Holder before = known.get(one.digest());
      Token token = one.token();
      Caller caller = token.grant().caller(token.id());
      callers.put(caller.id(), token);
      next.put(
          one.digest(),
          new Holder(
              token,
              token.id(),
              new Recognition.Known(caller),
              before == null ? new Allowance(pace) : before.allowance()));
    }
    known = next;
    byCaller = callers;
  }

  /// Who holds the secret.
  public Recognition recognise(String secret) {
    TokenDigest digest = TokenDigest.of(secret);
    if (digest.equals(administrator)) {
      return ADMINISTRATOR;
    }
    Holder holder = known.get(digest);
    Instant now = clock.instant();
    if (holder == null || holder.token().life().expired(now)) {
      return UNKNOWN;
    }
    used.put(holder.id(), now);
    Duration wait = holder.allowance().take();
    return wait.isZero() ? holder.recognised() : new Recognition.TooOften(wait);
  }

  /// The caller's token; null for the administrator of the settings.
  public @Nullable Token of(Caller caller) {
    return byCaller.get(caller.id());
  }

  /// Gives out a token. Completes after it was stored.
  ///
  /// @param expiresAt null when it does not
  public Future<Issued> issue(Grant grant, @Nullable Instant expiresAt) {
    Minted minted = Minted.by(random);
    return table
        .insert(minted, grant, clock.instant(), expiresAt)
        .compose(token -> learn().map(_ -> new Issued(token, minted.secret())));
  }

  /// Gives out a token for the same as an old one and for as long as that was given, and lets the
  /// old one expire after the overlap unless it does before. Empty when no usable token has that
  /// number, or it was rotated before.
  public Future<Optional<Rotated>> rotate(long id, Duration overlap) {
    Minted minted = Minted.by(random);
    Instant now = clock.instant();
    return table
        .rotate(id, minted, now, now.plus(overlap))
        .compose(rotated -> learn().map(_ -> rotated.map(one -> rotated(one, minted))));
  }

  /// A secret that nobody could be shown again is not lost because the table cannot be read back at
  /// once: the next load knows it too.
  private Future<Void> learn() {
    return load().otherwiseEmpty();
  }

  private static Rotated rotated(TokenTable.Rotated one, Minted minted) {
    return new Rotated(new Issued(one.token(), minted.secret()), one.oldExpiresAt());
  }

  /// Ends a token for good. When it completes nobody is let in by it here, and as soon as the
  /// database has told them, nowhere. False when no token ever had that number.
  public Future<Boolean> revoke(long id) {
    return table.revoke(id, clock.instant()).compose(there -> load().map(_ -> there));
  }

  /// All tokens that there ever were after that number, in its order.
  public Future<List<Token>> page(long after, int limit) {
    return recordUse().compose(_ -> table.page(after, limit));
  }

  /// Stores when the tokens were last used. What cannot be stored is tried again the next time.
  public Future<Void> recordUse() {
    if (used.isEmpty()) {
      return Future.succeededFuture();
    }
    Map<Long, Instant> taken = used;
    used = new HashMap<>();
    return table.used(taken).onFailure(_ -> taken.forEach(used::putIfAbsent));
  }

  /// The state of a token at this moment.
  public String state(Token token) {
    return token.life().state(clock.instant());
  }
}
