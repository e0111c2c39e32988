package vn.congkhai.journal;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// The bounded queue of drafts, from their arrival until they were answered. Any thread may add;
/// the rest is for the journal's event loop.
final class Waiting {
  private static final int LONGEST = 10_000;
  private static final long LARGEST_BYTES = 32L * 1024 * 1024;

  private final Queue<Pending> arrived = new ConcurrentLinkedQueue<>();
  private final Deque<Pending> inOrder = new ArrayDeque<>();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();

  /// Whether there was room for it.
  boolean add(Pending pending) {
    if (unanswered.get() >= LONGEST || bytes.get() + pending.bytes() > LARGEST_BYTES) {
      return false;
    }
    unanswered.incrementAndGet();
    bytes.addAndGet(pending.bytes());
    arrived.add(pending);
    return true;
  }

  /// Drafts that were not answered yet, whether they wait or are being stored.
  int unanswered() {
    return unanswered.get();
  }

  /// How many wait to be taken.
  int size() {
    Pending next = arrived.poll();
    while (next != null) {
      inOrder.add(next);
      next = arrived.poll();
    }
    return inOrder.size();
  }

  /// The first of those that wait, in order; of two under one key only the first.
  List<Pending> take(int most) {
    int there = Math.min(most, size());
    List<Pending> batch = new ArrayList<>();
    Set<Pending.Key> keys = new HashSet<>();
    while (batch.size() < there) {
      Pending.Key key = inOrder.element().key();
      if (key != null && !keys.add(key)) {
        break;
      }
      batch.add(inOrder.remove());
    }
    return batch;
  }

  /// Puts them back where they were taken from.
  void putBack(List<Pending> batch) {
    batch.reversed().forEach(inOrder::addFirst);
  }

  /// What to tell whoever waits for a draft.
  ///
  /// @param result known already
  record Answer(Pending pending, Future<Appended> result) {
    private void give() {
      var _ = result.onComplete(pending.promise());
    }
  }

  /// Answers on the callers' contexts, calling each of them once.
  void answer(List<Answer> answers) {
    IdentityHashMap<Context, List<Answer>> byCaller = new IdentityHashMap<>();
    for (Answer answer : answers) {
      unanswered.decrementAndGet();
      bytes.addAndGet(-answer.pending().bytes());
      byCaller.computeIfAbsent(answer.pending().caller(), _ -> new ArrayList<>()).add(answer);
    }
    byCaller.forEach((caller, own) -> caller.runOnContext(_ -> own.forEach(Answer::give)));
  }
}
