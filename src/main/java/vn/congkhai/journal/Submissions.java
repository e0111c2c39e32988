package vn.congkhai.journal;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.postgres.Unavailable;

/// The table of submissions. Every query is bounded.
public final class Submissions {
  /// The most rows that one call returns.
  public static final int PAGE = 1000;

  /// The submission before must be there with its hash: nothing is ever stored after a gap, and no
  /// batch after one that failed.
  private static final String INSERT =
      """
      INSERT INTO submission (number, agency, content, hash, idempotency_key, body_digest)
      SELECT unnest($1::bigint[]),
             unnest($2::text[]),
             unnest($3::text[]),
             unnest($4::bytea[]),
             unnest($5::text[]),
             unnest($6::bytea[])
       WHERE $7::bigint = 0
          OR EXISTS (SELECT 1 FROM submission WHERE number = $7 AND hash = $8::bytea)
      """;

  private static final String AFTER =
      """
      SELECT number, content, hash
        FROM submission
       WHERE number > $1
       ORDER BY number
       LIMIT $2
      """;

  /// The first of them whatever it weighs, then as many as fit.
  private static final String PAGE_OF =
      """
      SELECT number, content, hash
        FROM (SELECT number, content, hash,
                     sum(octet_length(content)) OVER (ORDER BY number) AS bytes
                FROM (SELECT number, content, hash
                        FROM submission
                       WHERE number > $1
                       ORDER BY number
                       LIMIT $2) AS next) AS weighed
       WHERE bytes <= $3 OR number = $1 + 1
       ORDER BY number
      """;

  private static final String ONE =
      """
      SELECT number, content, hash
        FROM submission
       WHERE number = $1
      """;
  private static final String BY_KEY =
      """
      SELECT s.number, s.content, s.hash, s.agency, s.idempotency_key, s.body_digest
        FROM unnest($1::text[], $2::text[]) AS asked (agency, key)
        JOIN submission s ON s.agency = asked.agency AND s.idempotency_key = asked.key
      """;

  private static final long PAGE_BYTES = 1 << 20;
  private static final String TAKEN = "23505";

  private final Pool pool;
  private @Nullable Future<SqlConnection> writing;

  public Submissions(Pool pool) {
    this.pool = pool;
  }

  /// A link to be stored, with the key it came under.
  record Addition(Link link, @Nullable Idempotency idempotency) {}

  /// A stored submission with the key and the body that it came under.
  record Keyed(Row row, Pending.Key key, Hash body) {}

  /// Stores all of them in one transaction, or none. Completes after the commit. Calls are carried
  /// out in their order, the next one sent while the one before is carried out. Fails with [Outrun]
  /// when a number or a key is taken, or when the submission before is not the one that is stored.
  Future<Void> insert(Tip after, List<Addition> additions) {
    int size = additions.size();
    Long[] numbers = new Long[size];
    String[] agencies = new String[size];
    String[] contents = new String[size];
    Buffer[] hashes = new Buffer[size];
    @Nullable String[] keys = new String[size];
    @Nullable Buffer[] digests = new Buffer[size];
    for (int i = 0; i < size; i++) {
      Link link = additions.get(i).link();
      Idempotency idempotency = additions.get(i).idempotency();
      numbers[i] = link.submission().number();
      agencies[i] = link.submission().agency().value();
      contents[i] = link.content();
      hashes[i] = Buffer.buffer(link.hash().bytes());
      keys[i] = idempotency == null ? null : idempotency.key();
      digests[i] = idempotency == null ? null : Buffer.buffer(idempotency.body().bytes());
    }
    Tuple row =
        Tuple.of(numbers, agencies, contents, hashes, keys, digests)
            .addLong(after.number())
            .addBuffer(Buffer.buffer(after.hash().bytes()));
    return writing()
        .compose(connection -> connection.preparedQuery(INSERT).execute(row))
        .recover(Submissions::outrun)
        .compose(rows ->
            rows.rowCount() == size ? Future.succeededFuture() : Future.failedFuture(new Outrun()));
  }

  private static <T> Future<T> outrun(Throwable failure) {
    boolean taken = failure instanceof PgException refused && TAKEN.equals(refused.getSqlState());
    return Future.failedFuture(taken ? new Outrun() : failure);
  }

  /// The one connection that is written through: it keeps the order.
  private Future<SqlConnection> writing() {
    Future<SqlConnection> open = writing;
    if (open == null || open.failed()) {
      Future<SqlConnection> opened = pool.getConnection();
      writing = opened;
      open =
          opened.onSuccess(connection ->
              connection.closeHandler(_ -> writing = opened.equals(writing) ? null : writing));
    }
    return open;
  }

  /// Gives the connection that is written through back; the next insert takes another.
  void close() {
    Future<SqlConnection> open = writing;
    writing = null;
    if (open != null) {
      var _ = open.compose(SqlConnection::close);
    }
  }

  /// The submissions after that number, in order.
  ///
  /// @param limit 1 to [#PAGE]
  public Future<List<Row>> after(long number, int limit) {
    return pool.preparedQuery(AFTER)
        .execute(Tuple.of(number, Math.min(limit, PAGE)))
        .map(Submissions::rows)
        .recover(Unavailable::named);
  }

  /// The same, and no more than about a megabyte of them: for whoever asks over the network.
  public Future<List<Row>> page(long number, int limit) {
    return pool.preparedQuery(PAGE_OF)
        .execute(Tuple.of(number, Math.min(limit, PAGE), PAGE_BYTES))
        .map(Submissions::rows)
        .recover(Unavailable::named);
  }

  /// The submission with that number, or an empty list.
  public Future<List<Row>> one(long number) {
    return pool.preparedQuery(ONE)
        .execute(Tuple.of(number))
        .map(Submissions::rows)
        .recover(Unavailable::named);
  }

  /// The stored submissions that came under one of these keys.
  Future<List<Keyed>> byKeys(List<Pending.Key> keys) {
    Object agencies = keys.stream().map(key -> key.agency().value()).toArray(String[]::new);
    Object texts = keys.stream().map(Pending.Key::key).toArray(String[]::new);
    return pool.preparedQuery(BY_KEY).execute(Tuple.of(agencies, texts)).map(Submissions::keyed);
  }

  private static List<Row> rows(RowSet<io.vertx.sqlclient.Row> set) {
    List<Row> rows = new ArrayList<>(set.size());
    for (io.vertx.sqlclient.Row row : set) {
      rows.add(row(row));
    }
    return rows;
  }

  private static List<Keyed> keyed(RowSet<io.vertx.sqlclient.Row> set) {
    List<Keyed> rows = new ArrayList<>(set.size());
    for (io.vertx.sqlclient.Row row : set) {
      AgencyCode agency = new AgencyCode(row.getString("agency"));
      rows.add(
          new Keyed(
              row(row),
              new Pending.Key(agency, row.getString("idempotency_key")),
              Hash.of(row.getBuffer("body_digest").getBytes())));
    }
    return rows;
  }

  private static Row row(io.vertx.sqlclient.Row row) {
    return new Row(
        row.getLong("number"), row.getString("content"), Hash.of(row.getBuffer("hash").getBytes()));
  }
}
