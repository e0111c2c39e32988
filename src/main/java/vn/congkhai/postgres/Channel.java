package vn.congkhai.postgres;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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
  private final Supplier<Pool> lines;
  private final String name;
  private Runnable heard = () -> {};
  private Duration pause = SHORTEST_PAUSE;
  private @Nullable Pool line;
  private @Nullable PgConnection listening;
  private boolean closed;

  /// @param lines makes a pool of one connection, each time anew: a pool that is closed closes its
  ///   connection for good, where a connection given back to its pool comes out of it again, dead
  ///   or not
  /// @param name lower-case letters and underscores
  Channel(Vertx vertx, Supplier<Pool> lines, String name) {
    this.vertx = vertx;
    this.lines = lines;
    this.name = name;
  }

  /// Calls back when something was said, and each time that listening begins (again), for what may
  /// have been missed before. On the caller's event loop.
  public void listen(Runnable callback) {
    heard = callback;
    connect();
    vertx.setPeriodic(PULSE.toMillis(), _ -> feelPulse());
  }

  /// Listens no more, and calls nobody back after this.
  public Future<Void> close() {
    closed = true;
    Pool held = line;
    line = null;
    listening = null;
    return held == null ? Future.succeededFuture() : held.close();
  }

  private void connect() {
    if (closed) {
      return;
    }
    Context own = vertx.getOrCreateContext();
    Pool fresh = lines.get();
    line = fresh;
    var _ =
        fresh
            .getConnection()
            .compose(connection -> subscribe(fresh, connection, own))
            .onFailure(failure -> {
              LOG.debug("channel.not-heard name={}", name, failure);
              lost(fresh);
            });
  }

  private Future<Void> subscribe(Pool fresh, SqlConnection pooled, Context own) {
    PgConnection connection = PgConnection.cast(pooled);
    connection.notificationHandler(_ -> own.runOnContext(_ -> tell(fresh)));
    connection.exceptionHandler(failure -> LOG.debug("channel.broken name={}", name, failure));
    connection.closeHandler(_ -> own.runOnContext(_ -> lost(fresh)));
    return limited(connection, "LISTEN " + name)
        .onSuccess(_ -> {
          if (fresh.equals(line)) {
            listening = connection;
            pause = SHORTEST_PAUSE;
            tell(fresh);
          }
        });
  }

  /// What a line says that was given up meanwhile is not heard.
  private void tell(Pool from) {
    if (from.equals(line)) {
      heard.run();
    }
  }

  /// A line that went dead without a word is found out.
  private void feelPulse() {
    Pool held = line;
    PgConnection connection = listening;
    if (held != null && connection != null) {
      var _ = limited(connection, "SELECT 1").onFailure(_ -> lost(held));
    }
  }

  private void lost(Pool held) {
    if (!held.equals(line)) {
      return;
    }
    line = null;
    listening = null;
    var _ = held.close();
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
