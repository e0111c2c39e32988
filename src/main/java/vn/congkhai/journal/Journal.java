package vn.congkhai.journal;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Draft;

/// Appends submissions and follows those that other replicas append.
///
/// One event loop owns it: the one that [#start] was called on. Drafts that wait while a commit is
/// under way go into the next one together, so the price of a commit is shared. A submission's
/// number is its key in the table and thereby the lock between replicas: the loser of a race reads
/// what it missed and tries again, so no follower can skip a submission.
public final class Journal {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
  private static final int LONGEST_QUEUE = 10_000;
  private static final long LARGEST_QUEUE_BYTES = 32L * 1024 * 1024;
  private static final int LARGEST_COMMIT = 512;
  private static final Duration COMMIT_LIMIT = Duration.ofSeconds(8);
  private static final Duration HEARTBEAT = Duration.ofMillis(500);
  private static final String TAKEN = "23505";

  private final Vertx vertx;
  private final Submissions submissions;
  private final Ledger ledger;
  private final Clock clock;
  private final JournalEvents events;

  private final Deque<Pending> waiting = new ArrayDeque<>();
  private long waitingBytes;
  private boolean busy;
  private boolean woken;
  private boolean closed;
  private Hash head = Hash.GENESIS;
  private @Nullable Context context;
  private volatile long last;
  private volatile boolean available;

  public Journal(
      Vertx vertx, Submissions submissions, Ledger ledger, Clock clock, JournalEvents events) {
    this.vertx = vertx;
    this.submissions = submissions;
    this.ledger = ledger;
    this.clock = clock;
    this.events = events;
  }

  /// A draft on its way to the disk.
  private record Pending(
      Draft draft, @Nullable Idempotency idempotency, int bytes, Promise<Appended> promise) {}

  /// Reads the whole journal into the ledger, then follows it. Completes when the ledger is up to
  /// date.
  public Future<Void> start() {
    context = vertx.getOrCreateContext();
    return catchUp()
        .onSuccess(_ -> {
          available = true;
          LOG.info("journal.read submissions={}", last);
          vertx.setTimer(HEARTBEAT.toMillis(), _ -> beat());
        });
  }

  /// Whether submissions can be stored, as far as the last attempt tells. Any thread.
  public boolean available() {
    return available;
  }

  /// The number of the newest submission in the ledger; 0 when there is none. Any thread.
  public long last() {
    return last;
  }

  /// Stores all of the draft or none of it. Completes after the commit. Fails with [Overloaded]
  /// when the queue is full and with [Unavailable] when the database is away. Drafts are stored in
  /// the order of the calls. Call it on the event loop of [#start].
  ///
  /// @param bytes what the draft weighs in the queue
  public Future<Appended> append(Draft draft, @Nullable Idempotency idempotency, int bytes) {
    if (!available) {
      return Future.failedFuture(new Unavailable("the database is away"));
    }
    if (waiting.size() >= LONGEST_QUEUE || waitingBytes + bytes > LARGEST_QUEUE_BYTES || closed) {
      return Future.failedFuture(new Overloaded());
    }
    Promise<Appended> promise = Promise.promise();
    waiting.add(new Pending(draft, idempotency, bytes, promise));
    waitingBytes += bytes;
    wake();
    return promise.future();
  }

  /// Takes nothing more and completes when everything that waits was answered.
  public Future<Void> close() {
    Promise<Void> done = Promise.promise();
    Context own = context;
    if (own == null) {
      return Future.succeededFuture();
    }
    own.runOnContext(_ -> {
      closed = true;
      drained(done);
    });
    return done.future();
  }

  private void drained(Promise<Void> done) {
    if (!busy && waiting.isEmpty()) {
      done.complete();
    } else {
      vertx.setTimer(10, _ -> drained(done));
    }
  }

  /// Commits after the requests that arrived together were all read: they share the commit.
  private void wake() {
    if (busy || woken) {
      return;
    }
    woken = true;
    vertx.runOnContext(_ -> {
      woken = false;
      next();
    });
  }

  private void next() {
    if (busy || waiting.isEmpty()) {
      return;
    }
    busy = true;
    List<Pending> batch = takeBatch();
    var _ =
        repeated(batch)
            .compose(known -> commit(batch, known))
            .timeout(COMMIT_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
            .recover(failure -> afterFailure(batch, failure))
            .onComplete(_ -> {
              busy = false;
              wake();
            });
  }

  /// As many as fit, in order; of two under one key the second waits for the next commit.
  private List<Pending> takeBatch() {
    List<Pending> batch = new ArrayList<>();
    Set<Key> keys = new HashSet<>();
    while (batch.size() < LARGEST_COMMIT && !waiting.isEmpty()) {
      Key key = Key.of(waiting.element());
      if (key != null && !keys.add(key)) {
        break;
      }
      Pending pending = waiting.remove();
      waitingBytes -= pending.bytes();
      batch.add(pending);
    }
    return batch;
  }

  private record Key(AgencyCode agency, String key) {
    static @Nullable Key of(Pending pending) {
      Idempotency idempotency = pending.idempotency();
      return idempotency == null ? null : new Key(pending.draft().agency(), idempotency.key());
    }
  }

  /// What is stored already under the keys of the batch.
  private Future<Map<Key, Submissions.Keyed>> repeated(List<Pending> batch) {
    List<Key> keys = new ArrayList<>();
    for (Pending pending : batch) {
      Key key = Key.of(pending);
      if (key != null) {
        keys.add(key);
      }
    }
    if (keys.isEmpty()) {
      return Future.succeededFuture(Map.of());
    }
    return submissions
        .byKeys(keys.stream().map(Key::agency).toList(), keys.stream().map(Key::key).toList())
        .map(Journal::byKey);
  }

  private static Map<Key, Submissions.Keyed> byKey(List<Submissions.Keyed> rows) {
    Map<Key, Submissions.Keyed> known = new HashMap<>();
    rows.forEach(row -> known.put(new Key(row.agency(), row.idempotency().key()), row));
    return known;
  }

  private Future<Void> commit(List<Pending> batch, Map<Key, Submissions.Keyed> known) {
    List<Pending> fresh = new ArrayList<>(batch.size());
    for (Pending pending : batch) {
      Key key = Key.of(pending);
      Submissions.Keyed stored = key == null ? null : known.get(key);
      if (stored == null) {
        fresh.add(pending);
      } else {
        pending.promise().complete(repetition(pending, stored));
      }
    }
    return fresh.isEmpty() ? Future.succeededFuture() : store(fresh);
  }

  private static Appended repetition(Pending pending, Submissions.Keyed stored) {
    Idempotency asked = pending.idempotency();
    return asked != null && asked.body().equals(stored.idempotency().body())
        ? new Appended.Repeated(stored.row().link())
        : new Appended.KeyReused();
  }

  private Future<Void> store(List<Pending> fresh) {
    long began = System.nanoTime();
    List<Submissions.Addition> additions = chain(fresh);
    return submissions
        .insert(additions)
        .onSuccess(_ -> {
          stored(fresh, additions);
          events.committed(fresh.size(), Duration.ofNanos(System.nanoTime() - began));
        });
  }

  private List<Submissions.Addition> chain(List<Pending> fresh) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<Submissions.Addition> additions = new ArrayList<>(fresh.size());
    Hash previous = head;
    long number = last;
    for (Pending pending : fresh) {
      var submission = ledger.judge(++number, now, pending.draft());
      String content = SubmissionJson.encode(submission);
      previous = previous.then(content);
      additions.add(
          new Submissions.Addition(new Link(submission, content, previous), pending.idempotency()));
    }
    return additions;
  }

  private void stored(List<Pending> fresh, List<Submissions.Addition> additions) {
    Link newest = additions.getLast().link();
    head = newest.hash();
    last = newest.submission().number();
    ledger.confirm();
    for (int i = 0; i < fresh.size(); i++) {
      fresh.get(i).promise().complete(new Appended.Stored(additions.get(i).link()));
    }
  }

  /// Another replica was faster: read what it stored and try again. Anything else: the database is
  /// away, and whoever waits is told so.
  private Future<Void> afterFailure(List<Pending> batch, Throwable failure) {
    ledger.discard();
    List<Pending> unanswered =
        batch.stream().filter(pending -> !pending.promise().future().isComplete()).toList();
    if (failure instanceof PgException refused && TAKEN.equals(refused.getSqlState())) {
      unanswered.reversed().forEach(this::putBack);
      return catchUp().recover(this::away);
    }
    unanswered.forEach(pending -> fail(pending, failure));
    return away(failure);
  }

  private void putBack(Pending pending) {
    waiting.addFirst(pending);
    waitingBytes += pending.bytes();
  }

  private static void fail(Pending pending, Throwable failure) {
    pending.promise().tryFail(new Unavailable(String.valueOf(failure.getMessage())));
  }

  private Future<Void> away(Throwable failure) {
    if (available) {
      LOG.error(
          "journal.database-away waiting={} cause=\"{}\"", waiting.size(), failure.toString());
    }
    available = false;
    waiting.forEach(pending -> fail(pending, failure));
    waiting.clear();
    waitingBytes = 0;
    return Future.succeededFuture();
  }

  /// Reads what others stored; that it can be read is also how the journal knows that the database
  /// is there.
  private void beat() {
    if (closed) {
      return;
    }
    Future<Void> beaten = busy ? Future.succeededFuture() : follow();
    var _ = beaten.onComplete(_ -> vertx.setTimer(HEARTBEAT.toMillis(), _ -> beat()));
  }

  private Future<Void> follow() {
    busy = true;
    return catchUp()
        .timeout(COMMIT_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
        .onSuccess(_ -> back())
        .recover(this::away)
        .onComplete(_ -> {
          busy = false;
          wake();
        });
  }

  private void back() {
    if (!available) {
      available = true;
      LOG.info("journal.database-back submissions={}", last);
    }
  }

  private Future<Void> catchUp() {
    return submissions
        .after(last, Submissions.PAGE)
        .compose(rows -> {
          rows.forEach(this::take);
          return rows.size() < Submissions.PAGE ? Future.succeededFuture() : catchUp();
        });
  }

  /// A row that does not fit the chain is reported and taken all the same: the board goes on, and
  /// `congkhai verify` names it. One that is no submission at all is passed over.
  private void take(Row row) {
    Hash expected = head.then(row.content());
    if (row.number() != last + 1 || !row.hash().equals(expected)) {
      LOG.error("journal.chain-broken submission={} expected-hash={}", row.number(), expected);
    }
    try {
      ledger.replay(row.link().submission());
    } catch (MalformedContent e) {
      LOG.error("journal.malformed submission={} cause=\"{}\"", row.number(), e.getMessage());
    }
    head = row.hash();
    last = row.number();
  }
}
