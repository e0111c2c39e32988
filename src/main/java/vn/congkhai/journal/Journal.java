package vn.congkhai.journal;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.congkhai.indicator.Draft;
import vn.congkhai.postgres.Unavailable;

/// Appends submissions and follows those that other replicas append.
///
/// One event loop owns it: the one that [#start] was called on. A submission's number is its key in
/// the table and thereby the lock between replicas: the loser of a race reads what it missed and
/// tries again, so no follower can skip a submission.
public final class Journal {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
  private static final Duration QUERY_LIMIT = Duration.ofSeconds(8);
  private static final Duration HEARTBEAT = Duration.ofMillis(500);

  private final Vertx vertx;
  private final Submissions submissions;
  private final Ledger ledger;
  private final Waiting waiting = new Waiting();
  private final Commits commits;
  private final AtomicBoolean woken = new AtomicBoolean();
  private volatile @Nullable Context context;
  private volatile boolean available;
  private volatile boolean closed;

  public Journal(
      Vertx vertx, Submissions submissions, Ledger ledger, Clock clock, JournalEvents events) {
    this.vertx = vertx;
    this.submissions = submissions;
    this.ledger = ledger;
    this.commits = new Commits(submissions, ledger, waiting, clock, events);
  }

  /// Reads the whole journal into the ledger, then follows it. Completes when the ledger is up to
  /// date.
  public Future<Void> start() {
    context = vertx.getOrCreateContext();
    return catchUp()
        .onSuccess(_ -> {
          available = true;
          LOG.info("journal.read submissions={}", commits.stored().number());
          vertx.setTimer(HEARTBEAT.toMillis(), _ -> beat());
        });
  }

  /// Whether submissions can be stored, as far as the last attempt tells. Any thread.
  public boolean available() {
    return available;
  }

  /// Stores all of the draft or none of it. Completes after the commit, on the caller's context.
  /// Fails with [Overloaded] when the queue is full and with [Unavailable] when the database is
  /// away. Drafts of one caller are stored in the order of its calls. Any event loop.
  ///
  /// @param bytes what the draft weighs in the queue
  public Future<Appended> append(Draft draft, @Nullable Idempotency idempotency, int bytes) {
    Context own = context;
    if (own == null || !available) {
      return Future.failedFuture(new Unavailable("the database is away"));
    }
    Promise<Appended> promise = Promise.promise();
    Pending pending = new Pending(draft, idempotency, bytes, vertx.getOrCreateContext(), promise);
    if (closed || !waiting.add(pending)) {
      return Future.failedFuture(new Overloaded());
    }
    if (woken.compareAndSet(false, true)) {
      // one call for all that arrive until the journal looks
      own.runOnContext(_ -> {
        woken.set(false);
        go();
      });
    }
    return promise.future();
  }

  /// Takes nothing more and completes when everything that waits was answered.
  public Future<Void> close() {
    closed = true;
    Context own = context;
    if (own == null) {
      return Future.succeededFuture();
    }
    Promise<Void> done = Promise.promise();
    own.runOnContext(_ -> drained(done));
    return done.future();
  }

  private void drained(Promise<Void> done) {
    if (waiting.unanswered() == 0) {
      commits.close();
      done.complete();
    } else {
      vertx.setTimer(10, _ -> drained(done));
    }
  }

  private void go() {
    if (available) {
      commits.go(this::interrupted);
    }
  }

  /// A commit failed, nothing is on its way any more, and all of it waits again. Another replica
  /// was faster: read what it stored and try again. Anything else: the database is away, and
  /// whoever waits is told so.
  private void interrupted(Throwable failure) {
    Future<Void> known = failure instanceof Outrun ? catchUp() : Future.failedFuture(failure);
    var _ = goOn(known);
  }

  /// Sends off what waits once it is known how far the journal goes, or that nobody can tell.
  private Future<Void> goOn(Future<Void> known) {
    return known
        .recover(this::away)
        .onComplete(_ -> {
          commits.resume();
          go();
        });
  }

  private Future<Void> away(Throwable failure) {
    if (available) {
      LOG.error(
          "journal.database-away waiting={} cause=\"{}\"",
          waiting.unanswered(),
          failure.toString());
    }
    available = false;
    commits.refuse(new Unavailable(String.valueOf(failure.getMessage())));
    return Future.succeededFuture();
  }

  /// Reads what others stored; that it can be read is also how the journal knows that the database
  /// is there. Nobody waits for a beat: while batches are under way they tell both.
  private void beat() {
    if (closed) {
      return;
    }
    Future<Void> beaten =
        commits.pause() ? goOn(catchUp().onSuccess(_ -> back())) : Future.succeededFuture();
    var _ = beaten.onComplete(_ -> vertx.setTimer(HEARTBEAT.toMillis(), _ -> beat()));
  }

  private void back() {
    if (!available) {
      available = true;
      LOG.info("journal.database-back submissions={}", commits.stored().number());
    }
  }

  /// Reads what came after the newest submission, which must itself still be there: a database that
  /// was set back is not written to.
  private Future<Void> catchUp() {
    Tip tip = commits.stored();
    return limited(submissions.after(tip.number() - 1, Submissions.PAGE))
        .compose(rows -> {
          boolean known = tip.number() > 0;
          if (known && (rows.isEmpty() || !tip.isOf(rows.getFirst()))) {
            return Future.failedFuture(new TipLost(tip));
          }
          (known ? rows.subList(1, rows.size()) : rows).forEach(this::take);
          return rows.size() < Submissions.PAGE ? Future.succeededFuture() : catchUp();
        });
  }

  /// Reads the whole journal anew, for a ledger that is to take the place of the one at hand, while
  /// everything goes on. Completes after it did. Call it on the journal's event loop.
  ///
  /// What another replica stores in that moment may be replayed into `fresh` twice, by this reading
  /// and by the journal that goes on from an earlier one. Both keep the order of the journal, and
  /// the newest word on a figure is the one that counts, so they converge.
  ///
  /// @param fresh has read nothing
  /// @param replace called when `fresh` has read everything that is on disk, and no batch is under
  ///   way
  public Future<Void> reread(Ledger fresh, Runnable replace) {
    return read(fresh, 0).compose(number -> replace(fresh, number, replace));
  }

  private Future<Long> read(Ledger fresh, long after) {
    return limited(submissions.after(after, Submissions.PAGE))
        .compose(rows -> {
          rows.forEach(row -> replay(fresh, row));
          long number = rows.isEmpty() ? after : rows.getLast().number();
          return rows.size() < Submissions.PAGE
              ? Future.succeededFuture(number)
              : read(fresh, number);
        });
  }

  /// Waits until nothing is under way, reads what has come meanwhile, and replaces the ledger.
  private Future<Void> replace(Ledger fresh, long number, Runnable replace) {
    Promise<Void> idle = Promise.promise();
    commits.pauseWhenIdle(idle::complete);
    return idle.future()
        .compose(_ -> reachTip(fresh, number))
        .onSuccess(_ -> replace.run())
        .onComplete(_ -> {
          commits.resume();
          go();
        });
  }

  private Future<Void> reachTip(Ledger fresh, long number) {
    return number == commits.stored().number()
        ? Future.succeededFuture()
        : catchUp().compose(_ -> read(fresh, number)).mapEmpty();
  }

  /// A row that does not fit the chain is reported and taken all the same: the board goes on, and
  /// `congkhai verify` names it. One that is no submission at all is passed over.
  private void take(Row row) {
    Tip tip = commits.stored();
    Hash expected = tip.hash().then(row.content());
    if (row.number() != tip.number() + 1 || !row.hash().equals(expected)) {
      LOG.error("journal.chain-broken submission={} expected-hash={}", row.number(), expected);
    }
    replay(ledger, row);
    commits.startFrom(new Tip(row.number(), row.hash()));
  }

  private static void replay(Ledger ledger, Row row) {
    try {
      ledger.replay(row.link().submission());
    } catch (MalformedContent e) {
      LOG.error("journal.malformed submission={} cause=\"{}\"", row.number(), e.getMessage());
    }
  }

  /// A query that does not answer in time has failed; what it says later is not heard.
  static <T> Future<T> limited(Future<T> query) {
    return query.timeout(QUERY_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
  }
}
