package vn.congkhai.board;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.congkhai.indicator.Period;

/// The board on show. It is replaced as a whole, a few times a second at the most, when submissions
/// were committed, when a day has passed, and when the catalogue was changed.
public final class CurrentBoard {
  private static final Logger LOG = LoggerFactory.getLogger(CurrentBoard.class);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final Figures figures;
  private final Clock clock;
  private final List<Consumer<Board>> watchers = new CopyOnWriteArrayList<>();
  private volatile Board board;

  public CurrentBoard(Vertx vertx, Figures figures, Clock clock) {
    this.vertx = vertx;
    this.figures = figures;
    this.clock = clock;
    this.board = build(Figures.Committed.nothing(figures.catalogue()));
  }

  /// The newest snapshot. Any thread.
  public Board board() {
    return board;
  }

  /// Calls back for every new snapshot, on the journal's event loop.
  public void watch(Consumer<Board> watcher) {
    watchers.add(watcher);
  }

  /// Makes the first real snapshot and keeps it fresh. Call it on the journal's event loop after
  /// the journal was read.
  public Future<Void> start() {
    return refresh().onComplete(_ -> vertx.setTimer(LOOK.toMillis(), _ -> look()));
  }

  private void look() {
    boolean stale =
        figures.version() != board.version()
            || !today().equals(board.today())
            || !figures.catalogue().equals(board.catalogue());
    Future<Void> looked = stale ? refresh() : Future.succeededFuture();
    var _ =
        looked.onComplete(
            done -> vertx.setTimer((done.succeeded() ? LOOK : RETRY).toMillis(), _ -> look()));
  }

  private Future<Void> refresh() {
    Figures.Committed committed = figures.committed();
    return vertx
        .executeBlocking(() -> build(committed), false)
        .map(Objects::requireNonNull)
        .onSuccess(this::show)
        .onFailure(failure -> LOG.error("board.failed version={}", committed.version(), failure))
        .mapEmpty();
  }

  private void show(Board next) {
    board = next;
    watchers.forEach(watcher -> watcher.accept(next));
  }

  private Board build(Figures.Committed committed) {
    return new BoardBuilder(committed, clock.instant()).build();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Period.ZONE);
  }
}
