package vn.congkhai.postgres;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A channel on which the database tells everybody at once that something has changed (`NOTIFY`). A
/// connection is held for it, looked after, and made anew when it broke. One event loop owns it.
public final class Channel {
  private static final Logger LOG = LoggerFactory.getLogger(Channel.class);
  private static final Duration PULSE = Duration.ofSeconds(5);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(8);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final Pool pool;
  private final String name;
  private Runnable heard = () -> {};
  private Duration pause = SHORTEST_PAUSE;
  private @Nullable PgConnection line;
  private boolean closed;

  /// @param pool of one connection, which nobody else uses
  /// @param name lower-case letters and underscores
  Channel(Vertx vertx, Pool pool, String name) {
    this.vertx = vertx;
    this.pool = pool;
    this.name = name;
  }

  /// Calls back when something was said, and each time that listening begins (again), for what may
  /// have been missed before. On the caller's event loop.
  public void listen(Runnable callback) {
    heard = callback;
    connect();
    vertx.setPeriodic(PULSE.toMillis(), _ -> feelPulse());
  }

  /// Listens no more.
  public Future<Void> close() {
    closed = true;
    PgConnection held = line;
    line = null;
    return held == null ? Future.succeededFuture() : held.close();
  }

  private void connect() {
    if (closed) {
      return;
    }
    Context own = vertx.getOrCreateContext();
    var _ =
        pool.getConnection()
            .compose(connection -> subscribe(connection, own))
            .onFailure(failure -> {
              LOG.debug("channel.not-heard name={}", name, failure);
              again();
            });
  }

  private Future<Void> subscribe(SqlConnection connection, Context own) {
    PgConnection fresh = PgConnection.cast(connection);
    fresh.notificationHandler(_ -> own.runOnContext(_ -> heard.run()));
    fresh.exceptionHandler(failure -> LOG.debug("channel.broken name={}", name, failure));
    fresh.closeHandler(_ -> own.runOnContext(_ -> lost(fresh)));
    return limited(fresh, "LISTEN " + name)
        .onSuccess(_ -> {
          line = fresh;
          pause = SHORTEST_PAUSE;
          heard.run();
        })
        .onFailure(_ -> {
          var _ = fresh.close();
        });
  }

  /// A line that went dead without a word is found out.
  private void feelPulse() {
    PgConnection held = line;
    if (held != null) {
      var _ = limited(held, "SELECT 1").onFailure(_ -> lost(held));
    }
  }

  private void lost(PgConnection connection) {
    if (!connection.equals(line)) {
      return;
    }
    line = null;
    var _ = connection.close();
    again();
  }

  private void again() {
    vertx.setTimer(pause.toMillis(), _ -> connect());
    Duration longer = pause.multipliedBy(2);
    pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
  }

  private static Future<Void> limited(SqlConnection connection, String sql) {
    return connection
        .query(sql)
        .execute()
        .timeout(ANSWER_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
        .mapEmpty();
  }
}
