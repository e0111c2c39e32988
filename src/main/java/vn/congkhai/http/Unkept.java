package vn.congkhai.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Documents of which there may be any number: each is made for one reader, off the event loop, and
/// not kept. Only so many are made at a time, and readers who take theirs slowly hold only so many
/// bytes together; whoever comes beyond that is told to try again.
public final class Unkept {
  private final int mostAtOnce;
  private final long mostBytes;
  private final AtomicInteger making = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();

  public Unkept(int mostAtOnce, long mostBytes) {
    this.mostAtOnce = mostAtOnce;
    this.mostBytes = mostBytes;
  }

  /// Makes the document and sends it, or answers why not. Any thread.
  public void send(RoutingContext context, Callable<Document> work) {
    if (making.incrementAndGet() > mostAtOnce) {
      making.decrementAndGet();
      Answers.failure(context, Failure.busy());
      return;
    }
    context
        .vertx()
        .executeBlocking(work, false)
        .onComplete(_ -> making.decrementAndGet())
        .map(Objects::requireNonNull)
        .onSuccess(document -> deliver(context, document))
        .onFailure(failure -> Answers.failure(context, failure));
  }

  private void deliver(RoutingContext context, Document document) {
    if (context.response().ended() || context.response().closed()) {
      return;
    }
    long weight = document.bytes();
    if (bytes.addAndGet(weight) > mostBytes) {
      bytes.addAndGet(-weight);
      Answers.failure(context, Failure.busy());
      return;
    }
    Future<Void> taken = document.write(context);
    // a client that went away is told nothing, and nobody minds
    var _ = taken.onComplete(_ -> bytes.addAndGet(-weight));
  }
}
