package vn.congkhai.history;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.congkhai.board.Board;
import vn.congkhai.catalogue.Catalogue;

/// Keeps the tables that dashboards read in step with the journal: a second or two behind it, and
/// longer after many submissions at once or while the database is away, for no sender waits for
/// them. [#taken] tells how far they are. Replicas may all be at it; each submission is taken once.
public final class History implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(History.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration BEHIND = Duration.ofMillis(100);
  private static final Duration RETRY = Duration.ofSeconds(10);

  /// Submissions at a time: in the rush of a due day the senders come first.
  private static final int MOST = 500;

  private final Vertx vertx;
  private final Pool pool;
  private final Supplier<Board> board;
  private @Nullable Catalogue named;
  private boolean failing;
  private volatile long taken;
  private volatile boolean closed;

  /// @param board the one on show
  public History(Vertx vertx, Pool pool, Supplier<Board> board) {
    this.vertx = vertx;
    this.pool = pool;
    this.board = board;
  }

  /// Follows the board from now on, until it is closed.
  public History follow() {
    look();
    return this;
  }

  /// The newest submission that the tables have, 0 when they have none or nobody asked yet. It is
  /// what the database said last, so it falls when somebody sets the tables back.
  public long taken() {
    return taken;
  }

  private void look() {
    if (closed) {
      return;
    }
    Board now = board.get();
    var _ =
        names(now.catalogue())
            .compose(_ -> figures())
            .onSuccess(_ -> worked())
            .onFailure(this::failed)
            .onComplete(done -> vertx.setTimer(pause(done, now).toMillis(), _ -> look()));
  }

  private Duration pause(AsyncResult<?> done, Board now) {
    if (done.failed()) {
      return RETRY;
    }
    return taken < now.version() ? BEHIND : LOOK;
  }

  private void worked() {
    if (failing) {
      failing = false;
      LOG.info("history.back taken={}", taken);
    }
  }

  private void failed(Throwable failure) {
    if (!failing && !closed) {
      failing = true;
      LOG.warn("history.not-written taken={} cause=\"{}\"", taken, failure.toString());
    }
  }

  private Future<?> names(Catalogue catalogue) {
    return catalogue.equals(named)
        ? Future.succeededFuture()
        : pool.withTransaction(connection -> new CatalogueNames(catalogue).write(connection))
            .onSuccess(_ -> named = catalogue);
  }

  private Future<?> figures() {
    return pool.preparedQuery("SELECT take_into_history($1)")
        .execute(Tuple.of(MOST))
        .onSuccess(rows -> taken = rows.iterator().next().getLong(0));
  }

  @Override
  public void close() {
    closed = true;
  }
}
