package vn.congkhai;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.congkhai.intake.AgenciesDoor;

/// The event loop that everything on its way to the disk runs on: tokens, playlists and journal are
/// read, the board is made, then the agencies' door opens.
final class WritePath extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(WritePath.class);
  private static final Duration RECORD_USE = Duration.ofMinutes(1);

  private final Books books;
  private final AgenciesDoor door;
  private volatile int port;

  WritePath(Books books, AgenciesDoor door) {
    this.books = books;
    this.door = door;
  }

  @Override
  public Future<?> start() {
    return Future.all(books.learnings().stream().map(Learning::first).toList())
        .compose(_ -> books.journal().start())
        .compose(_ -> books.board().start())
        .compose(_ -> door.open())
        .onSuccess(listening -> {
          port = listening;
          books.learnings().forEach(each -> each.begin(vertx));
          vertx.setPeriodic(
              RECORD_USE.toMillis(),
              _ -> {
                var _ = recordUse();
              });
        });
  }

  private Future<Void> recordUse() {
    return books
        .tokens()
        .recordUse()
        .onFailure(failure -> LOG.debug("tokens.use-not-recorded", failure));
  }

  @Override
  public Future<?> stop() {
    return door.close()
        .eventually(() -> Future.join(books.learnings().stream().map(Learning::close).toList()))
        .eventually(books.journal()::close)
        .eventually(this::recordUse);
  }

  /// Where the agencies' door listens; 0 before it does.
  int port() {
    return port;
  }
}
