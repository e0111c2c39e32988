package vn.congkhai;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import vn.congkhai.access.Tokens;
import vn.congkhai.board.CurrentBoard;
import vn.congkhai.intake.AgenciesDoor;
import vn.congkhai.journal.Journal;

/// The event loop that everything on its way to the disk runs on: tokens and journal are read, the
/// board is made, then the agencies' door opens.
final class WritePath extends VerticleBase {
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
        .onSuccess(listening -> port = listening);
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
