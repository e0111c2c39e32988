package vn.congkhai.live;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Board;
import vn.congkhai.board.CurrentBoard;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Edge;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Routes;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.ScreenName;

/// `GET /events`: tells each screen at once where the board stands, then whenever it changes; those
/// that have a name are known to be there meanwhile.
public final class Live implements Routes {
  private static final int REMEMBERED = 256;
  private static final int MOST_SCREENS = 20_000;

  private final CurrentBoard current;
  private final Presence presence;
  private final Function<Change, String> wording;
  private final Set<Screen> screens = ConcurrentHashMap.newKeySet();
  private final Deque<Change> recent = new ArrayDeque<>();
  private Board last;

  /// @param program version of the program, which every event names
  /// @param presence is told of the screens that have a name
  public Live(CurrentBoard current, Clock clock, String program, Presence presence) {
    this.current = current;
    this.presence = presence;
    this.wording = change -> change.event(clock.instant(), program);
    this.last = current.board();
    current.watch(this::changed);
  }

  @Override
  public void addTo(Router router) {
    Edge.read(router, "/events").handler(this::connect);
    Edge.read(router, "/events/drawn").handler(this::drawn);
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
    Announcement announcement = Announcement.of(context, "drawn");
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
    ScreenName counted = present(context, announcement);
    Runnable alive = counted == null ? () -> {} : () -> presence.seen(counted);
    Screen screen = new Screen(context.vertx(), response, agency, wording, alive);
    response.closeHandler(_ -> leave(screen, counted));
    response.exceptionHandler(_ -> leave(screen, counted));
    screens.add(screen);
    if (response.closed()) {
      leave(screen, counted);
      return;
    }
    screen.greet(since(context.request().getHeader("Last-Event-ID")));
  }

  private @Nullable ScreenName present(RoutingContext context, Announcement announcement) {
    ScreenName name = announcement.screen();
    SocketAddress remote = context.request().remoteAddress();
    String address = remote == null ? null : remote.hostAddress();
    return name == null
        ? null
        : presence.connected(name, announcement, address == null ? "" : address);
  }

  /// A line that breaks may say so twice; it leaves once.
  private void leave(Screen screen, @Nullable ScreenName counted) {
    if (screens.remove(screen)) {
      screen.close();
      if (counted != null) {
        presence.disconnected(counted);
      }
    }
  }

  /// `GET /events/drawn`: a screen has drawn a newer board since it connected.
  private void drawn(RoutingContext context) {
    Announcement announcement = Announcement.of(context, "version");
    ScreenName name = announcement.screen();
    if (name == null || announcement.drawn() == null) {
      throw new Failure(
          Failure.Kind.MALFORMED,
          "Cần “screen” và “version”.",
          "“screen” and “version” are needed.");
    }
    if (context.request().method().equals(HttpMethod.GET)) {
      presence.drew(name, announcement);
    }
    Answers.done(context);
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

  /// What has changed since the version that the screen drew last. A new day and another catalogue
  /// make another board of the same version: nobody knows which of them the screen has.
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
        if (change.version() == version && change.all()) {
          return Change.all(board);
        }
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
