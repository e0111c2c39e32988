package vn.congkhai.access;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.postgres.Unavailable;
import vn.congkhai.settings.Secret;

/// The tokens of the agencies: kept as hashes in the database, looked up in memory.
public final class Tokens {
  private static final int RANDOM_BYTES = 32;
  private static final String ALL =
      """
      SELECT id, agency, label, digest, expires_at
        FROM token
      """;
  private static final String INSERT =
      """
      INSERT INTO token (agency, label, digest, created_at, expires_at)
      VALUES ($1, $2, $3, $4, $5)
      RETURNING id
      """;

  private final Pool pool;
  private final Clock clock;
  private final SecureRandom random;
  private final TokenDigest administrator;
  private final Map<TokenDigest, Token> known = new ConcurrentHashMap<>();

  public Tokens(Pool pool, Clock clock, SecureRandom random, Secret administrator) {
    this.pool = pool;
    this.clock = clock;
    this.random = random;
    this.administrator = TokenDigest.of(administrator.reveal());
  }

  /// A new token and its secret, which is shown this once.
  public record Issued(Token token, Secret secret) {}

  /// Reads all tokens into memory.
  public Future<Void> load() {
    return pool.preparedQuery(ALL).execute().onSuccess(this::keep).mapEmpty();
  }

  /// Makes a token of 256 random bits. Completes after it was stored.
  public Future<Issued> issue(AgencyCode agency, String label, @Nullable Instant expiresAt) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    String secret = "ck_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    TokenDigest digest = TokenDigest.of(secret);
    Tuple row =
        Tuple.of(
            agency.value(),
            label,
            Buffer.buffer(digest.bytes()),
            clock.instant().atOffset(ZoneOffset.UTC),
            expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC));
    return pool.preparedQuery(INSERT)
        .execute(row)
        .recover(Unavailable::named)
        .map(rows -> {
          long id = rows.iterator().next().getLong("id");
          Token token = new Token(id, agency, label, expiresAt);
          known.put(digest, token);
          return new Issued(token, new Secret(secret));
        });
  }

  /// Whoever holds the token, or null when it is unknown or has expired. Any thread.
  public @Nullable Caller caller(String secret) {
    TokenDigest digest = TokenDigest.of(secret);
    if (digest.equals(administrator)) {
      return new Caller.Administrator();
    }
    Token token = known.get(digest);
    if (token == null) {
      return null;
    }
    Instant expiresAt = token.expiresAt();
    boolean expired = expiresAt != null && !clock.instant().isBefore(expiresAt);
    return expired ? null : new Caller.OfAgency(Long.toString(token.id()), token.agency());
  }

  private void keep(RowSet<Row> rows) {
    for (Row row : rows) {
      var expiresAt = row.getOffsetDateTime("expires_at");
      known.put(
          new TokenDigest(row.getBuffer("digest").getBytes()),
          new Token(
              row.getLong("id"),
              new AgencyCode(row.getString("agency")),
              row.getString("label"),
              expiresAt == null ? null : expiresAt.toInstant()));
    }
  }
}
