package vn.congkhai;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.congkhai.access.Tokens;
import vn.congkhai.board.CurrentBoard;
import vn.congkhai.intake.AgenciesDoor;
import vn.congkhai.journal.Journal;

/// The event loop that everything on its way to the disk runs on: tokens and journal are read, the
/// board is made, then the agencies' door opens.
final class WritePath extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(WritePath.class);
  private static final Duration LEARN = Duration.ofSeconds(5);

  private final Tokens tokens;
  private final Journal journal;
  private final CurrentBoard board;
  private final AgenciesDoor door;
  private volatile int port;

  WritePath(Tokens tokens, Journal journal, CurrentBoard board, AgenciesDoor door) {
    this.tokens = tokens;
    this.journal = journal;
    this.board = board;
    this.door = door;
  }

  @Override
  public Future<?> start() {
    return tokens
        .load()
        .compose(_ -> journal.start())
        .compose(_ -> board.start())
        .compose(_ -> door.open())
        .onSuccess(listening -> {
          port = listening;
          vertx.setPeriodic(LEARN.toMillis(), _ -> learnTokens());
        });
  }

  /// Tokens that other replicas gave out. While the database is away the known ones go on.
  private void learnTokens() {
    var _ = tokens.load().onFailure(failure -> LOG.debug("tokens.not-read", failure));
  }

  @Override
  public Future<?> stop() {
    return door.close().eventually(journal::close);
  }

  /// Where the agencies' door listens; 0 before it does.
  int port() {
    return port;
  }
}
