package vn.congkhai.intake;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Edge;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Problem;
import vn.congkhai.http.Routes;
import vn.congkhai.indicator.Playlist;
import vn.congkhai.indicator.ScreenName;
import vn.congkhai.indicator.Text;
import vn.congkhai.screens.PlaylistJson;
import vn.congkhai.screens.Screens;

/// `/api/v1/screens`: the administrator says what named screens show, without touching the
/// catalogue.
public final class ScreenSettings implements Routes {
  private static final int LARGEST_BODY = 16 * 1024;

  private final Authentication authentication;
  private final Screens screens;
  private final Supplier<Catalogue> catalogue;

  /// @param catalogue the one that is in force at the moment
  public ScreenSettings(
      Authentication authentication, Screens screens, Supplier<Catalogue> catalogue) {
    this.authentication = authentication;
    this.screens = screens;
    this.catalogue = catalogue;
  }

  @Override
  public void addTo(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(LARGEST_BODY);
    Edge.read(router, "/api/v1/screens").handler(this::list);
    router
        .put("/api/v1/screens/:name")
        .handler(this::administrator)
        .handler(context -> body.handle(context))
        .handler(this::put);
    router.delete("/api/v1/screens/:name").handler(this::administrator).handler(this::remove);
  }

  private void administrator(RoutingContext context) {
    var _ = authentication.administrator(context);
    context.next();
  }

  /// All that were set, which need no page by page: there are a thousand at the most.
  private void list(RoutingContext context) {
    var _ = authentication.administrator(context);
    Answers.json(context, 200, PlaylistJson.list(screens.all()));
  }

  private void put(RoutingContext context) {
    ScreenName name = free(name(context.pathParam("name")));
    Playlist playlist = PlaylistBody.read(context, name, catalogue.get());
    screens
        .put(playlist)
        .onSuccess(stored -> {
          switch (stored) {
            case CREATED -> Answers.json(context, 201, PlaylistJson.of(playlist));
            case REPLACED -> Answers.json(context, 200, PlaylistJson.of(playlist));
            case NO_ROOM -> Answers.failure(context, noRoom());
          }
        })
        .onFailure(failure -> Answers.failure(context, Reception.named(failure)));
  }

  private void remove(RoutingContext context) {
    screens
        .remove(name(context.pathParam("name")))
        .onSuccess(there -> {
          if (there) {
            Answers.done(context);
          } else {
            Answers.failure(context, notSet());
          }
        })
        .onFailure(failure -> Answers.failure(context, Reception.named(failure)));
  }

  private static ScreenName name(@Nullable String text) {
    ScreenName name = text == null ? null : ScreenName.parse(text);
    if (name == null) {
      Text message =
          new Text(
              "Tên màn hình gồm 1 đến 63 chữ thường không dấu, chữ số và dấu gạch nối, không bắt"
                  + " đầu bằng gạch nối.",
              "The name of a screen is 1 to 63 lower-case letters, digits and hyphens, no hyphen"
                  + " first.");
      throw badName(message);
    }
    return name;
  }

  private static ScreenName free(ScreenName name) {
    if (name.equals(ScreenName.OTHER)) {
      throw badName(
          new Text(
              "Tên “" + name + "” dành cho các màn hình chưa ai đặt; hãy chọn tên khác.",
              "The name “" + name + "” is that of all screens nobody has set; choose another."));
    }
    return name;
  }

  private static Failure badName(Text message) {
    return new Failure(
        Failure.Kind.MALFORMED, message, List.of(new Problem("/name", "bad-screen-name", message)));
  }

  private static Failure notSet() {
    return new Failure(
        Failure.Kind.NOT_FOUND,
        "Quản trị viên chưa đặt gì cho màn hình này.",
        "The administrator has set nothing for this screen.");
  }

  private static Failure noRoom() {
    Text message =
        new Text(
            "Đã có " + Playlist.MOST_SCREENS + " màn hình; hãy xóa bớt rồi đặt lại.",
            "There are " + Playlist.MOST_SCREENS + " screens already; delete some first.");
    return new Failure(
        Failure.Kind.REFUSED, message, List.of(new Problem("", "too-many-screens", message)));
  }
}
