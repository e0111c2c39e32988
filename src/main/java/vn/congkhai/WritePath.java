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
import vn.congkhai.postgres.Channel;

/// The event loop that everything on its way to the disk runs on: tokens and journal are read, the
/// board is made, then the agencies' door opens.
final class WritePath extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(WritePath.class);
  private static final Duration LEARN = Duration.ofSeconds(5);
  private static final Duration RECORD_USE = Duration.ofMinutes(1);

  private final Tokens tokens;
  private final Channel tokenNews;
  private final Journal journal;
  private final CurrentBoard board;
  private final AgenciesDoor door;
  private boolean learning;
  private boolean more;
  private volatile int port;

  WritePath(
      Tokens tokens, Channel tokenNews, Journal journal, CurrentBoard board, AgenciesDoor door) {
    this.tokens = tokens;
    this.tokenNews = tokenNews;
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
          tokenNews.listen(this::learnTokens);
          vertx.setPeriodic(LEARN.toMillis(), _ -> learnTokens());
          vertx.setPeriodic(
              RECORD_USE.toMillis(),
              _ -> {
                var _ = recordUse();
              });
        });
  }

  /// Tokens that were given out, rotated or revoked: at once when the database says so, and now and
  /// then in case it could not. While it is away the known ones go on.
  private void learnTokens() {
    if (learning) {
      more = true;
      return;
    }
    learning = true;
    more = false;
    var _ =
        tokens
            .load()
            .onFailure(failure -> LOG.debug("tokens.not-read", failure))
            .onComplete(_ -> {
              learning = false;
              if (more) {
                learnTokens();
              }
            });
  }

  private Future<Void> recordUse() {
    return tokens.recordUse().onFailure(failure -> LOG.debug("tokens.use-not-recorded", failure));
  }

  @Override
  public Future<?> stop() {
    return door.close()
        .eventually(tokenNews::close)
        .eventually(journal::close)
        .eventually(this::recordUse);
  }

  /// Where the agencies' door listens; 0 before it does.
  int port() {
    return port;
  }
}
