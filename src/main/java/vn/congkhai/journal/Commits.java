package vn.congkhai.journal;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Submission;
import vn.congkhai.journal.Waiting.Answer;

/// Sends what waits to the disk in batches, each one transaction, so the price of a commit is
/// shared.
///
/// Two batches may be under way: while the disk works on one, the next is made and sent after it,
/// so neither waits for the other. Each is stored only if the one before it was. When one fails,
/// all that is under way waits again. For the journal's event loop.
final class Commits {
  private static final int LARGEST = 512;
  private static final int DEPTH = 2;

  private final Submissions submissions;
  private final Ledger ledger;
  private final Waiting waiting;
  private final Clock clock;
  private final JournalEvents events;

  private final Deque<Flight> flights = new ArrayDeque<>();
  private final List<Pending> fallen = new ArrayList<>();
  private final Deque<Runnable> wishes = new ArrayDeque<>();
  private Tip stored = Tip.START;
  private Tip promised = Tip.START;
  private boolean paused;
  private @Nullable Throwable broken;

  Commits(
      Submissions submissions, Ledger ledger, Waiting waiting, Clock clock, JournalEvents events) {
    this.submissions = submissions;
    this.ledger = ledger;
    this.waiting = waiting;
    this.clock = clock;
    this.events = events;
  }

  /// The newest submission that is known to be on disk.
  Tip stored() {
    return stored;
  }

  /// Goes on after a submission that somebody else stored.
  void startFrom(Tip tip) {
    stored = tip;
    promised = tip;
  }

  /// Keeps new batches back. Whether it could: not while one is under way.
  boolean pause() {
    if (paused || !flights.isEmpty()) {
      return false;
    }
    paused = true;
    return true;
  }

  /// Keeps new batches back from now on and calls once nothing is under way, which takes two
  /// batches at the most, however much waits. Goes on with [#resume].
  void pauseWhenIdle(Runnable idle) {
    wishes.add(idle);
    grant();
  }

  private void grant() {
    if (!wishes.isEmpty() && pause()) {
      wishes.remove().run();
    }
  }

  /// Lets batches go again, unless somebody else has been waiting for a pause.
  void resume() {
    paused = false;
    grant();
  }

  void close() {
    submissions.close();
  }

  /// Tells everybody who waits that nothing was stored.
  void refuse(Throwable why) {
    List<Pending> batch = waiting.take(LARGEST);
    while (!batch.isEmpty()) {
      waiting.answer(
          batch.stream().map(pending -> new Answer(pending, Future.failedFuture(why))).toList());
      batch = waiting.take(LARGEST);
    }
  }

  /// Sends off what waits, as far as there is room.
  ///
  /// @param interrupted told once when a batch failed, after all that were under way came back;
  ///   until [#resume] nothing more is sent
  void go(Consumer<Throwable> interrupted) {
    grant();
    while (!paused && wishes.isEmpty() && broken == null && flights.size() < DEPTH && worthIt()) {
      List<Pending> batch = waiting.take(LARGEST);
      if (batch.isEmpty()) {
        return;
      }
      if (batch.stream().allMatch(pending -> pending.key() == null)) {
        send(batch, interrupted);
      } else if (flights.isEmpty()) {
        paused = true;
        lookUp(batch, interrupted);
      } else {
        waiting.putBack(batch);
        return;
      }
    }
  }

  /// A second batch is sent ahead only when it is as large as the first: else it had better grow
  /// while it waits, for every commit costs the disk the same.
  private boolean worthIt() {
    return flights.isEmpty() || waiting.size() >= flights.element().batch().size();
  }

  private void send(List<Pending> batch, Consumer<Throwable> interrupted) {
    Flight flight = new Flight(batch, chain(batch), System.nanoTime());
    Tip after = promised;
    promised = flight.end();
    flights.add(flight);
    var _ =
        Journal.limited(submissions.insert(after, flight.additions()))
            .onComplete(done -> {
              if (done.succeeded() && broken == null) {
                land();
              } else {
                crash(done.failed() ? done.cause() : new Outrun());
              }
              settle(interrupted);
            });
  }

  /// Replies come in the order of the batches, so it is the oldest that landed.
  private void land() {
    Flight flight = flights.remove();
    stored = flight.end();
    ledger.confirm();
    waiting.answer(flight.answers());
    events.committed(flight.batch().size(), Duration.ofNanos(System.nanoTime() - flight.began()));
  }

  private void crash(Throwable failure) {
    fallen.addAll(flights.remove().batch());
    if (broken == null) {
      broken = failure;
    }
  }

  private void settle(Consumer<Throwable> interrupted) {
    Throwable failure = broken;
    if (failure == null) {
      go(interrupted);
    } else if (flights.isEmpty()) {
      ledger.discard();
      promised = stored;
      waiting.putBack(fallen);
      fallen.clear();
      broken = null;
      paused = true;
      submissions.close();
      interrupted.accept(failure);
    }
  }

  /// Sends a batch with idempotency keys, alone, after those that are stored already were answered.
  private void lookUp(List<Pending> batch, Consumer<Throwable> interrupted) {
    List<Pending.Key> keys = batch.stream().map(Pending::key).filter(Objects::nonNull).toList();
    var _ =
        Journal.limited(submissions.byKeys(keys))
            .onSuccess(rows -> {
              List<Pending> fresh = unknown(batch, rows);
              paused = false;
              if (!fresh.isEmpty()) {
                send(fresh, interrupted);
              }
              go(interrupted);
            })
            .onFailure(failure -> {
              waiting.putBack(batch);
              interrupted.accept(failure);
            });
  }

  private List<Pending> unknown(List<Pending> batch, List<Submissions.Keyed> rows) {
    Map<Pending.Key, Submissions.Keyed> known = new HashMap<>();
    rows.forEach(row -> known.put(row.key(), row));
    List<Pending> fresh = new ArrayList<>();
    List<Answer> answers = new ArrayList<>();
    for (Pending pending : batch) {
      Idempotency asked = pending.idempotency();
      Pending.Key key = pending.key();
      Submissions.Keyed row = key == null ? null : known.get(key);
      if (asked == null || row == null) {
        fresh.add(pending);
      } else {
        answers.add(new Answer(pending, Future.succeededFuture(repetition(asked, row))));
      }
    }
    waiting.answer(answers);
    return fresh;
  }

  private static Appended repetition(Idempotency asked, Submissions.Keyed row) {
    return asked.body().equals(row.body())
        ? new Appended.Repeated(row.row().link())
        : new Appended.KeyReused();
  }

  private List<Link> chain(List<Pending> batch) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<Submission> judged =
        ledger.judge(promised.number() + 1, now, batch.stream().map(Pending::draft).toList());
    List<Link> links = new ArrayList<>(batch.size());
    Hash previous = promised.hash();
    for (Submission submission : judged) {
      String content = SubmissionJson.encode(submission);
      previous = previous.then(content);
      links.add(new Link(submission, content, previous));
    }
    return links;
  }
}
