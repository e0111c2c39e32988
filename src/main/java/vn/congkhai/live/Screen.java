package vn.congkhai.live;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.AgencyCode;

/// One connection that follows the board. It is told at most once a second, and never more than it
/// reads: what a slow one misses is summed up in the next event. Lives on its own event loop.
final class Screen {
  private static final Duration PACE = Duration.ofSeconds(1);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration STUCK = Duration.ofSeconds(60);

  private final Vertx vertx;
  private final Context context;
  private final HttpServerResponse response;
  private final @Nullable AgencyCode agency;
  private final Function<Change, String> wording;
  private final Runnable alive;
  private final long heartbeat;
  private @Nullable Change waiting;
  private boolean resting;
  private long fullSince;

  /// @param agency only changes of this one's own figures are told; null for all
  /// @param wording the event that tells a change
  /// @param alive is told whenever the reader has taken something
  Screen(
      Vertx vertx,
      HttpServerResponse response,
      @Nullable AgencyCode agency,
      Function<Change, String> wording,
      Runnable alive) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.response = response;
    this.agency = agency;
    this.wording = wording;
    this.alive = alive;
    this.heartbeat = vertx.setPeriodic(HEARTBEAT.toMillis(), _ -> beat());
  }

  /// Sends the first event, whatever it concerns.
  void greet(Change change) {
    waiting = change;
    tell();
  }

  /// Any thread.
  void changed(Change change) {
    context.runOnContext(_ -> {
      if (agency == null || change.concerns(agency)) {
        waiting = waiting == null ? change : waiting.and(change);
        tell();
      }
    });
  }

  void close() {
    vertx.cancelTimer(heartbeat);
    waiting = null;
  }

  private void tell() {
    Change change = waiting;
    if (change == null || resting || response.writeQueueFull()) {
      return;
    }
    waiting = null;
    write(wording.apply(change));
    resting = true;
    vertx.setTimer(
        PACE.toMillis(),
        _ -> {
          resting = false;
          tell();
        });
  }

  /// A comment keeps proxies from closing the line; a reader that took nothing for a minute is
  /// gone.
  private void beat() {
    if (!response.writeQueueFull()) {
      fullSince = 0;
      tell();
      write(": \n\n");
      alive.run();
    } else if (fullSince == 0) {
      fullSince = System.nanoTime();
    } else if (System.nanoTime() - fullSince > STUCK.toNanos()) {
      response.reset();
    }
  }

  private void write(String text) {
    if (!response.closed()) {
      var _ = response.write(text);
    }
  }
}
