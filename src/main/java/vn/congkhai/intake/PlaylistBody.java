package vn.congkhai.intake;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.content.Rule;
import vn.congkhai.content.Texts;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.BoardAddress;
import vn.congkhai.indicator.Playlist;
import vn.congkhai.indicator.QuietHours;
import vn.congkhai.indicator.ScreenName;
import vn.congkhai.indicator.Text;

/// A playlist as the administrator sends it, and all that is wrong with it.
final class PlaylistBody {
  private static final Set<String> FIELDS = Set.of("title", "pages", "seconds", "quietHours");
  private static final Set<String> LANGUAGES = Set.of("vi", "en");

  private final SmallBody body;
  private final Catalogue catalogue;

  private PlaylistBody(SmallBody body, Catalogue catalogue) {
    this.body = body;
    this.catalogue = catalogue;
  }

  /// Reads the request's body.
  ///
  /// @param catalogue whose agencies, indicators and plans there are pages of
  /// @throws vn.congkhai.http.Failure when it is no playlist, with every problem
  static Playlist read(RoutingContext context, ScreenName name, Catalogue catalogue) {
    Appending.requireType(context, "application/json", "JSON");
    return new PlaylistBody(SmallBody.read(context, FIELDS), catalogue).playlist(name);
  }

  private Playlist playlist(ScreenName name) {
    Text title = title(body.value("title"));
    List<BoardAddress> pages = pages(body.value("pages"));
    int seconds =
        body.whole(
            "seconds", Playlist.USUAL_SECONDS, Playlist.SHORTEST_SECONDS, Playlist.LONGEST_SECONDS);
    QuietHours quiet = quietHours(body.value("quietHours"));
    if (!body.problems().isEmpty()) {
      throw Reception.refused(body.problems());
    }
    return new Playlist(name, title, pages, seconds, quiet);
  }

  /// One text for both languages, or one for each.
  private @Nullable Text title(@Nullable Object value) {
    if (value instanceof JsonObject both) {
      for (String field : both.fieldNames()) {
        if (!LANGUAGES.contains(field)) {
          String shown = Texts.shortened(field);
          body.report(Rule.UNKNOWN_FIELD.at("/title/" + shown, shown, "en, vi"));
        }
      }
      String vi = line("/title/vi", both.getValue("vi"));
      String en = line("/title/en", both.getValue("en"));
      return vi == null || en == null ? null : new Text(vi, en);
    }
    String one = value == null || "".equals(value) ? null : line("/title", value);
    return one == null ? null : new Text(one, one);
  }

  private @Nullable String line(String pointer, @Nullable Object value) {
    if (value == null || (value instanceof String text && text.isBlank())) {
      body.report(Rule.MISSING_FIELD.at(pointer, pointer.substring(pointer.lastIndexOf('/') + 1)));
      return null;
    }
    if (!(value instanceof String text)) {
      body.report(Rule.WRONG_TYPE.at(pointer, words("văn bản"), words("a text")));
      return null;
    }
    Problem problem = Texts.lineProblem(pointer, text, Playlist.LONGEST_TITLE);
    if (problem != null) {
      body.report(problem);
    }
    return problem == null ? text.strip() : null;
  }

  private List<BoardAddress> pages(@Nullable Object value) {
    if (value == null) {
      body.report(Rule.MISSING_FIELD.at("/pages", "pages"));
      return List.of();
    }
    if (!(value instanceof JsonArray array)) {
      body.report(
          Rule.WRONG_TYPE.at(
              "/pages", words("danh sách địa chỉ trang"), words("a list of addresses of pages")));
      return List.of();
    }
    if (array.isEmpty() || array.size() > Playlist.MOST_PAGES) {
      body.report(Rule.PAGE_COUNT.at("/pages", Playlist.MOST_PAGES));
      return List.of();
    }
    List<BoardAddress> pages = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      BoardAddress page = page("/pages/" + i, array.getValue(i));
      if (page != null) {
        pages.add(page);
      }
    }
    return pages;
  }

  private @Nullable BoardAddress page(String pointer, @Nullable Object value) {
    if (!(value instanceof String text)) {
      body.report(Rule.WRONG_TYPE.at(pointer, words("văn bản"), words("a text")));
      return null;
    }
    BoardAddress page = BoardAddress.parse(text);
    if (page == null) {
      body.report(
          Rule.NOT_A_PAGE.at(
              pointer, Texts.shortened(text), String.join(", ", BoardAddress.SHAPES)));
    } else if (!catalogue.has(page)) {
      body.report(Rule.UNKNOWN_PAGE.at(pointer, page));
    }
    return page;
  }

  private @Nullable QuietHours quietHours(@Nullable Object value) {
    QuietHours hours = value instanceof String text ? QuietHours.parse(text) : null;
    if (value != null && hours == null) {
      body.report(Rule.BAD_HOURS.at("/quietHours"));
    }
    return hours;
  }

  private static Object[] words(String text) {
    return new Object[] {text};
  }
}
