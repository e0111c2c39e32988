package vn.congkhai.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.BoardAddress;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Plan;
import vn.congkhai.indicator.Playlist;
import vn.congkhai.indicator.QuietHours;
import vn.congkhai.indicator.ScreenName;
import vn.congkhai.indicator.Text;

/// `screens.yaml`: what the named screens show. A catalogue need not have it.
final class ScreensFile {
  static final String FILE = "screens.yaml";
  private static final Set<String> KEYS =
      Set.of("name", "title_vi", "title_en", "pages", "seconds", "quiet_hours");

  private final Register<Agency> agencies;
  private final Register<Indicator> indicators;
  private final Register<Plan> plans;
  private final Set<ScreenName> seen = new HashSet<>();

  private ScreensFile(
      Register<Agency> agencies, Register<Indicator> indicators, Register<Plan> plans) {
    this.agencies = agencies;
    this.indicators = indicators;
    this.plans = plans;
  }

  /// The playlists in the order of the file; without those that are not sound.
  static List<Playlist> read(
      CatalogueFiles files,
      Register<Agency> agencies,
      Register<Indicator> indicators,
      Register<Plan> plans) {
    return files.has(FILE)
        ? new ScreensFile(agencies, indicators, plans)
            .playlists(files.yaml(FILE, Set.of("screens")))
        : List.of();
  }

  private List<Playlist> playlists(YamlMap yaml) {
    List<YamlMap> entries = yaml.list("screens", KEYS);
    if (entries.size() > Playlist.MOST_SCREENS) {
      yaml.report(
          "screens",
          "có " + entries.size() + " màn hình; nhiều nhất " + Playlist.MOST_SCREENS,
          "there are " + entries.size() + " screens; at most " + Playlist.MOST_SCREENS);
      return List.of();
    }
    List<Playlist> playlists = new ArrayList<>(entries.size());
    for (YamlMap entry : entries) {
      Playlist playlist = playlist(entry);
      if (playlist != null) {
        playlists.add(playlist);
      }
    }
    return playlists;
  }

  private @Nullable Playlist playlist(YamlMap yaml) {
    ScreenName name = yaml.parsed("name", ScreenName::parse);
    Text title = yaml.has("title_vi") || yaml.has("title_en") ? title(yaml) : null;
    List<BoardAddress> pages = pages(yaml);
    Integer seconds =
        yaml.has("seconds") ? yaml.parsed("seconds", ScreensFile::seconds) : usualSeconds();
    QuietHours quiet =
        yaml.has("quiet_hours") ? yaml.parsed("quiet_hours", QuietHours::parse) : null;
    if (name == null || pages.isEmpty() || seconds == null) {
      return null;
    }
    if (name.equals(ScreenName.OTHER)) {
      yaml.report(
          "name",
          "tên “" + name + "” dành cho các màn hình chưa ai đặt; hãy chọn tên khác",
          "the name “" + name + "” is that of all screens nobody has set; choose another");
      return null;
    }
    if (!seen.add(name)) {
      yaml.report("name", "màn hình “" + name + "” có hai lần", "the screen “" + name + "” twice");
      return null;
    }
    return new Playlist(name, title, pages, seconds, quiet);
  }

  private static @Nullable Text title(YamlMap yaml) {
    Text title = yaml.texts("title");
    if (title != null
        && Math.max(title.vi().length(), title.en().length()) > Playlist.LONGEST_TITLE) {
      yaml.report(
          "title_vi",
          "tên màn hình dài quá " + Playlist.LONGEST_TITLE + " chữ",
          "the title has more than " + Playlist.LONGEST_TITLE + " characters");
    }
    return title;
  }

  private static Integer usualSeconds() {
    return Playlist.USUAL_SECONDS;
  }

  private static @Nullable Integer seconds(String text) {
    Integer seconds = Spelling.number(text);
    return seconds == null
            || seconds < Playlist.SHORTEST_SECONDS
            || seconds > Playlist.LONGEST_SECONDS
        ? null
        : seconds;
  }

  /// The sound pages; an empty list when there are none or too many of them, which is reported.
  private List<BoardAddress> pages(YamlMap yaml) {
    List<YamlMap.Item> items = yaml.items("pages");
    if (yaml.has("pages") && (items.isEmpty() || items.size() > Playlist.MOST_PAGES)) {
      yaml.report(
          "pages",
          "“pages” phải có 1 đến " + Playlist.MOST_PAGES + " trang",
          "“pages” must have 1 to " + Playlist.MOST_PAGES + " pages");
      return List.of();
    }
    List<BoardAddress> pages = new ArrayList<>(items.size());
    for (YamlMap.Item item : items) {
      BoardAddress page = BoardAddress.parse(item.text());
      if (page == null) {
        item.report(
            "“" + item.text() + "” không phải trang của bảng",
            "“" + item.text() + "” is no page of the board");
      } else if (!mayHave(page)) {
        item.report(
            "trang “" + page + "” nêu mã không có trong danh mục",
            "the page “" + page + "” names a code that the catalogue does not have");
      } else {
        pages.add(page);
      }
    }
    return pages;
  }

  private boolean mayHave(BoardAddress page) {
    return switch (page.subject()) {
      case PROVINCE, RANKING, DUTIES -> true;
      case AGENCY -> agencies.mayHave(page.code());
      case INDICATOR -> indicators.mayHave(page.code());
      case PLAN -> plans.mayHave(page.code());
    };
  }
}
