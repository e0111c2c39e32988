package vn.congkhai.history;

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

/// Keeps the tables that dashboards read in step with the journal, some seconds behind it: no
/// sender waits for them. Replicas may all be at it; each submission is taken once.
public final class History implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(History.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration RETRY = Duration.ofSeconds(10);

  /// Submissions a second: in the rush of a due day the senders come first.
  private static final int MOST = 500;

  private final Vertx vertx;
  private final Pool pool;
  private final Supplier<Board> board;
  private @Nullable Catalogue named;
  private long taken = -1;
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

  private void look() {
    if (closed) {
      return;
    }
    Board now = board.get();
    var _ =
        names(now.catalogue())
            .compose(_ -> figures(now.version()))
            .onFailure(this::failed)
            .onComplete(
                done -> vertx.setTimer((done.succeeded() ? LOOK : RETRY).toMillis(), _ -> look()));
  }

  private void failed(Throwable failure) {
    if (!closed) {
      LOG.warn("history.not-written cause=\"{}\"", failure.toString());
    }
  }

  private Future<?> names(Catalogue catalogue) {
    return catalogue.equals(named)
        ? Future.succeededFuture()
        : pool.withTransaction(connection -> new CatalogueNames(catalogue).write(connection))
            .onSuccess(_ -> named = catalogue);
  }

  private Future<?> figures(long newest) {
    return newest <= taken
        ? Future.succeededFuture()
        : pool.preparedQuery("SELECT take_into_history($1)")
            .execute(Tuple.of(MOST))
            .onSuccess(rows -> taken = rows.iterator().next().getLong(0));
  }

  @Override
  public void close() {
    closed = true;
  }
}
