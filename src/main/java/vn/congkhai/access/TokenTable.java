package vn.congkhai.access;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.postgres.Unavailable;

/// The tokens in the database. Every method fails with [Unavailable] when it is away.
final class TokenTable {
  private static final String USABLE =
      """
      SELECT id, agency, scope, label, prefix, created_at, expires_at, revoked_at, last_used_at,
             replaces, digest
        FROM token
       WHERE revoked_at IS NULL
         AND (expires_at IS NULL OR expires_at > $1)
      """;
  private static final String PAGE =
      """
      SELECT id, agency, scope, label, prefix, created_at, expires_at, revoked_at, last_used_at,
             replaces
        FROM token
       WHERE id > $1
       ORDER BY id
       LIMIT $2
      """;
  private static final String INSERT =
      """
      INSERT INTO token (agency, scope, label, prefix, digest, created_at, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      RETURNING id, agency, scope, label, prefix, created_at, expires_at, revoked_at, last_used_at,
                replaces
      """;
  // the new one lives as long as the old one was meant to; the old one never longer than it was,
  // and it is left alone by whoever comes second
  private static final String ROTATE =
      """
      WITH old AS (
        SELECT id, agency, scope, label, expires_at - created_at AS lifetime
          FROM token
         WHERE id = $1
           AND revoked_at IS NULL
           AND (expires_at IS NULL OR expires_at > $2)
           AND NOT EXISTS (SELECT FROM token AS next WHERE next.replaces = token.id)
           FOR UPDATE
      ), inserted AS (
        INSERT INTO token (agency, scope, label, prefix, digest, created_at, expires_at, replaces)
        SELECT agency, scope, label, $4, $5, $2, $2 + lifetime, id
          FROM old
            ON CONFLICT (replaces) DO NOTHING
        RETURNING *
      )
      UPDATE token
         SET expires_at = least(token.expires_at, $3)
        FROM inserted
       WHERE token.id = inserted.replaces
      RETURNING inserted.id, inserted.agency, inserted.scope, inserted.label, inserted.prefix,
                inserted.created_at, inserted.expires_at, inserted.revoked_at,
                inserted.last_used_at, inserted.replaces, token.expires_at AS old_expires_at
      """;
  private static final String REVOKE =
      """
      UPDATE token
         SET revoked_at = coalesce(revoked_at, $2)
       WHERE id = $1
      RETURNING id
      """;
  private static final String USED =
      """
      UPDATE token
         SET last_used_at = greatest(last_used_at, used.at)
        FROM unnest($1::bigint[], $2::timestamptz[]) AS used (id, at)
       WHERE token.id = used.id
      """;

  private final Pool pool;

  TokenTable(Pool pool) {
    this.pool = pool;
  }

  /// A token and what it is recognised by.
  record Kept(TokenDigest digest, Token token) {}

  /// A new token and the end of the one it replaces.
  record Rotated(Token token, Instant oldExpiresAt) {}

  /// Those that are neither revoked nor expired.
  Future<List<Kept>> usable(Instant now) {
    return query(USABLE, Tuple.of(utc(now)))
        .map(rows -> {
          List<Kept> kept = new ArrayList<>(rows.size());
          for (Row row : rows) {
            kept.add(new Kept(new TokenDigest(row.getBuffer("digest").getBytes()), token(row)));
          }
          return kept;
        });
  }

  /// All tokens that there ever were, by number.
  Future<List<Token>> page(long after, int limit) {
    return query(PAGE, Tuple.of(after, limit))
        .map(rows -> {
          List<Token> tokens = new ArrayList<>(rows.size());
          rows.forEach(row -> tokens.add(token(row)));
          return tokens;
        });
  }

  Future<Token> insert(Minted minted, Grant grant, Instant now, @Nullable Instant expiresAt) {
    AgencyCode agency = grant.agency();
    Tuple row =
        Tuple.of(
            agency == null ? null : agency.value(),
            grant.scope().code(),
            grant.label(),
            minted.prefix(),
            Buffer.buffer(minted.digest().bytes()),
            utc(now),
            expiresAt == null ? null : utc(expiresAt));
    return query(INSERT, row).map(rows -> token(rows.iterator().next()));
  }

  /// Puts a new token in the place of an old one, which goes on for a while; empty when there is no
  /// usable one of that number, or it was replaced before.
  Future<Optional<Rotated>> rotate(long id, Minted minted, Instant now, Instant oldEnds) {
    Tuple row =
        Tuple.of(
            id, utc(now), utc(oldEnds), minted.prefix(), Buffer.buffer(minted.digest().bytes()));
    return query(ROTATE, row)
        .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(rotated(rows)));
  }

  private static Rotated rotated(RowSet<Row> rows) {
    Row row = rows.iterator().next();
    return new Rotated(token(row), row.getOffsetDateTime("old_expires_at").toInstant());
  }

  /// Whether there is a token of that number; it is revoked now, if it was not before.
  Future<Boolean> revoke(long id, Instant now) {
    return query(REVOKE, Tuple.of(id, utc(now))).map(rows -> rows.size() > 0);
  }

  Future<Void> used(Map<Long, Instant> uses) {
    Long[] ids = uses.keySet().toArray(Long[]::new);
    OffsetDateTime[] times =
        uses.values().stream().map(TokenTable::utc).toArray(OffsetDateTime[]::new);
    return query(USED, Tuple.of(ids, (Object) times)).mapEmpty();
  }

  private Future<RowSet<Row>> query(String sql, Tuple values) {
    return pool.preparedQuery(sql).execute(values).recover(Unavailable::named);
  }

  private static Token token(Row row) {
    String agency = row.getString("agency");
    Scope scope = Scope.of(row.getString("scope"));
    if (scope == null) {
      throw new IllegalStateException("the table takes no other scope than ours");
    }
    return new Token(
        row.getLong("id"),
        new Grant(scope, agency == null ? null : new AgencyCode(agency), row.getString("label")),
        row.getString("prefix"),
        new Token.Life(
            row.getOffsetDateTime("created_at").toInstant(),
            instant(row, "expires_at"),
            instant(row, "revoked_at"),
            instant(row, "last_used_at")),
        row.getLong("replaces"));
  }

  private static @Nullable Instant instant(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
