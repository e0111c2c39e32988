package vn.congkhai.journal;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.AgencyCode;

/// The table of submissions. Every query is bounded.
public final class Submissions {
  /// The most rows that one call returns.
  public static final int PAGE = 1000;

  private static final String INSERT =
      """
      INSERT INTO submission (number, agency, content, hash, idempotency_key, body_digest)
      SELECT *
        FROM unnest($1::bigint[], $2::text[], $3::text[], $4::bytea[], $5::text[], $6::bytea[])
      """;
  private static final String AFTER =
      """
      SELECT number, content, hash
        FROM submission
       WHERE number > $1
       ORDER BY number
       LIMIT $2
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

  private final Pool pool;

  public Submissions(Pool pool) {
    this.pool = pool;
  }

  /// A link to be stored, with the key it came under.
  record Addition(Link link, @Nullable Idempotency idempotency) {}

  /// A stored submission with the key it came under.
  record Keyed(Row row, AgencyCode agency, Idempotency idempotency) {}

  /// Stores all of them in one transaction, or none. Completes after the commit. Fails with
  /// SQLSTATE 23505 when a number or a key is taken.
  Future<Void> insert(List<Addition> additions) {
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
    return pool.preparedQuery(INSERT)
        .execute(Tuple.of(numbers, agencies, contents, hashes, keys, digests))
        .mapEmpty();
  }

  /// The submissions after that number, in order.
  ///
  /// @param limit 1 to [#PAGE]
  public Future<List<Row>> after(long number, int limit) {
    return pool.preparedQuery(AFTER)
        .execute(Tuple.of(number, Math.min(limit, PAGE)))
        .map(Submissions::rows);
  }

  /// The submission with that number, or an empty list.
  public Future<List<Row>> one(long number) {
    return pool.preparedQuery(ONE).execute(Tuple.of(number)).map(Submissions::rows);
  }

  /// The stored submissions that came under one of these keys.
  Future<List<Keyed>> byKeys(List<AgencyCode> agencies, List<String> keys) {
    Object codes = agencies.stream().map(AgencyCode::value).toArray(String[]::new);
    Object texts = keys.toArray(String[]::new);
    return pool.preparedQuery(BY_KEY).execute(Tuple.of(codes, texts)).map(Submissions::keyed);
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
      rows.add(
          new Keyed(
              row(row),
              new AgencyCode(row.getString("agency")),
              new Idempotency(
                  row.getString("idempotency_key"),
                  Hash.of(row.getBuffer("body_digest").getBytes()))));
    }
    return rows;
  }

  private static Row row(io.vertx.sqlclient.Row row) {
    return new Row(
        row.getLong("number"), row.getString("content"), Hash.of(row.getBuffer("hash").getBytes()));
  }
}
