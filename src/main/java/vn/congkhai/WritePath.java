package vn.congkhai;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.congkhai.access.Tokens;
import vn.congkhai.board.CurrentBoard;
import vn.congkhai.intake.AgenciesDoor;
import vn.congkhai.journal.Journal;

/// The event loop that everything on its way to the disk runs on: tokens, playlists and journal are
/// read, the board is made, then the agencies' door opens.
final class WritePath extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(WritePath.class);
  private static final Duration RECORD_USE = Duration.ofMinutes(1);

  private final Tokens tokens;
  private final List<Learning> learnings;
  private final Journal journal;
  private final CurrentBoard board;
  private final AgenciesDoor door;
  private volatile int port;

  /// @param learnings of what is looked up in memory, the tokens among it
  WritePath(
      Tokens tokens,
      List<Learning> learnings,
      Journal journal,
      CurrentBoard board,
      AgenciesDoor door) {
    this.tokens = tokens;
    this.learnings = List.copyOf(learnings);
    this.journal = journal;
    this.board = board;
    this.door = door;
  }

  @Override
  public Future<?> start() {
    return Future.all(learnings.stream().map(Learning::first).toList())
        .compose(_ -> journal.start())
        .compose(_ -> board.start())
        .compose(_ -> door.open())
        .onSuccess(listening -> {
          port = listening;
          learnings.forEach(each -> each.begin(vertx));
          vertx.setPeriodic(
              RECORD_USE.toMillis(),
              _ -> {
                var _ = recordUse();
              });
        });
  }

  private Future<Void> recordUse() {
    return tokens.recordUse().onFailure(failure -> LOG.debug("tokens.use-not-recorded", failure));
  }

  @Override
  public Future<?> stop() {
    return door.close()
        .eventually(() -> Future.join(learnings.stream().map(Learning::close).toList()))
        .eventually(journal::close)
        .eventually(this::recordUse);
  }

  /// Where the agencies' door listens; 0 before it does.
  int port() {
    return port;
  }
}
