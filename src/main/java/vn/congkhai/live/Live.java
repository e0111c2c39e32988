package vn.congkhai.live;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Board;
import vn.congkhai.board.CurrentBoard;
import vn.congkhai.http.Edge;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Routes;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;

/// `GET /events`: tells each screen at once where the board stands, then whenever it changes.
public final class Live implements Routes {
  private static final int REMEMBERED = 256;
  private static final int MOST_SCREENS = 20_000;

  private final CurrentBoard current;
  private final Set<Screen> screens = ConcurrentHashMap.newKeySet();
  private final Deque<Change> recent = new ArrayDeque<>();
  private Board last;

  public Live(CurrentBoard current) {
    this.current = current;
    this.last = current.board();
    current.watch(this::changed);
  }

  @Override
  public void addTo(Router router) {
    Edge.read(router, "/events").handler(this::connect);
  }

  private void changed(Board board) {
    Change change;
    synchronized (recent) {
      change = Change.between(last, board);
      last = board;
      recent.addLast(change);
      if (recent.size() > REMEMBERED) {
        recent.removeFirst();
      }
    }
    screens.forEach(screen -> screen.changed(change));
  }

  private void connect(RoutingContext context) {
    if (screens.size() >= MOST_SCREENS) {
      throw new Failure(
          Failure.Kind.UNAVAILABLE,
          "Quá nhiều màn hình đang nối.",
          "Too many screens are connected.");
    }
    AgencyCode agency = agency(context.request().getParam("agency"));
    HttpServerResponse response = context.response();
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .putHeader("Access-Control-Allow-Origin", "*")
        .putHeader("X-Accel-Buffering", "no");
    if (context.request().method().equals(HttpMethod.HEAD)) {
      var _ = response.end();
      return;
    }
    Screen screen = new Screen(context.vertx(), response, agency);
    response.closeHandler(_ -> leave(screen));
    response.exceptionHandler(_ -> leave(screen));
    screens.add(screen);
    screen.greet(since(context.request().getHeader("Last-Event-ID")));
  }

  private void leave(Screen screen) {
    screens.remove(screen);
    screen.close();
  }

  private @Nullable AgencyCode agency(@Nullable String code) {
    if (code == null) {
      return null;
    }
    Agency agency = current.board().catalogue().agency(code);
    if (agency == null) {
      throw new Failure(
          Failure.Kind.NOT_FOUND, "Không có cơ quan mã này.", "There is no such agency.");
    }
    return agency.code();
  }

  /// What has changed since the version that the screen drew last.
  private Change since(@Nullable String lastEventId) {
    Board board = current.board();
    if (lastEventId == null || !lastEventId.matches("\\d{1,15}")) {
      return Change.all(board);
    }
    long version = Long.parseLong(lastEventId);
    synchronized (recent) {
      Change since = version <= board.version() ? Change.none(board) : Change.all(board);
      boolean known = version == board.version();
      for (Change change : recent.reversed()) {
        if (change.version() <= version) {
          known = true;
          break;
        }
        since = change.and(since);
      }
      return known ? since : Change.all(board);
    }
  }
}
