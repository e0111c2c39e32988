package vn.congkhai.ops;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.BoardAddress;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.Playlist;
import vn.congkhai.indicator.QuietHours;
import vn.congkhai.indicator.Text;
import vn.congkhai.screens.RollCall;
import vn.congkhai.screens.Sighting;
import vn.congkhai.typeset.Assets;
import vn.congkhai.typeset.Typography;
import vn.congkhai.typeset.Words;

/// What the template of the screens draws; an empty text means that there is nothing to show.
///
/// @param summary how many are dark and how many are not
/// @param moment when all this was so
record ScreensView(
    Frame frame, String summary, String moment, String board, String program, List<Row> rows) {

  /// What surrounds the page.
  ///
  /// @param w every text of the page's language
  record Frame(
      String lang,
      Map<String, String> w,
      String otherLanguage,
      boolean vietnamese,
      String assets) {}

  /// Against what screens are held.
  ///
  /// @param board version on show
  /// @param program version of this program
  /// @param startedAt since when screens are watched
  record Scene(long board, String program, Instant startedAt, Instant now) {}

  /// A screen.
  ///
  /// @param state `dark`, `never` or `live`
  record Row(String name, String title, String state, Seen seen, Shows shows) {}

  /// What is known of a screen that was seen.
  ///
  /// @param since the state in words
  /// @param exact the moment it began
  /// @param lines how many are open when there are several
  /// @param last how long ago it took or said something
  record Seen(
      String since,
      String exact,
      String lines,
      String address,
      String last,
      Version drawn,
      Version program) {
    /// One that was never seen.
    static Seen never(String since) {
      return new Seen(since, "", "", "", "", Version.UNSAID, Version.UNSAID);
    }
  }

  /// A version that a screen says it has.
  ///
  /// @param odd whether the screen is on and the service has another one
  record Version(String text, boolean odd) {
    static final Version UNSAID = new Version("", false);

    static Version of(@Nullable Object said, Object ours, boolean live) {
      return said == null ? UNSAID : new Version(said.toString(), live && !said.equals(ours));
    }
  }

  /// What a screen shows.
  ///
  /// @param rhythm seconds a page, and quiet hours; empty for one page that no playlist led to
  record Shows(List<String> pages, String rhythm) {
    static final Shows NOTHING = new Shows(List.of(), "");
  }

  static ScreensView of(List<RollCall.Entry> entries, Scene scene, Words words) {
    boolean vietnamese = words.language() == Language.VI;
    Drawing drawing = new Drawing(scene, words, new Typography(words));
    Frame frame =
        new Frame(
            words.language().tag(),
            words.all(),
            "/screens?lang=" + (vietnamese ? "en" : "vi"),
            vietnamese,
            Assets.path());
    return new ScreensView(
        frame,
        drawing.summary(entries),
        drawing.typography.moment(scene.now()),
        Long.toString(scene.board()),
        scene.program(),
        entries.stream().map(drawing::row).toList());
  }

  /// `dark`, `never` or `live`.
  static String state(RollCall.Entry entry) {
    return entry.live() ? "live" : entry.sighting() == null ? "never" : "dark";
  }

  /// Puts screens into words.
  private record Drawing(Scene scene, Words words, Typography typography) {
    private String summary(List<RollCall.Entry> entries) {
      long live = entries.stream().filter(RollCall.Entry::live).count();
      long never = entries.stream().filter(entry -> entry.sighting() == null).count();
      return words.get(
          "screens-summary",
          typography.count(entries.size() - live - never),
          typography.count(never),
          typography.count(live));
    }

    private Row row(RollCall.Entry entry) {
      Sighting seen = entry.sighting();
      Playlist playlist = entry.playlist();
      return new Row(
          entry.name().value(),
          playlist == null ? "" : title(playlist),
          ScreensView.state(entry),
          seen == null
              ? Seen.never(words.get("screens-never", age(scene.startedAt())))
              : seen(seen),
          shows(entry));
    }

    private String title(Playlist playlist) {
      Text title = playlist.title();
      return title == null ? "" : title.in(words.language());
    }

    /// A screen may be at another page than the one that shows its playlist.
    private Shows shows(RollCall.Entry entry) {
      Sighting seen = entry.sighting();
      Playlist playlist = entry.playlist();
      String page = seen == null ? null : seen.page();
      if (page != null && !page.endsWith("/board/screens/" + entry.name())) {
        return new Shows(List.of(page), "");
      }
      return playlist == null
          ? Shows.NOTHING
          : new Shows(
              playlist.pages().stream().map(BoardAddress::toString).toList(), rhythm(playlist));
    }

    private Seen seen(Sighting seen) {
      return new Seen(
          since(seen),
          typography.moment(seen.darkSince() == null ? seen.connectedAt() : seen.darkSince()),
          seen.lines() > 1 ? words.get("screens-lines", typography.count(seen.lines())) : "",
          seen.address(),
          age(seen.lastSeen()),
          Version.of(seen.drawn(), scene.board(), seen.lines() > 0),
          Version.of(seen.program(), scene.program(), seen.lines() > 0));
    }

    private String since(Sighting seen) {
      Instant dark = seen.darkSince();
      return dark == null
          ? phrase("screens-live", "screens-live-now", seen.connectedAt())
          : phrase("screens-dark", "screens-dark-now", dark);
    }

    private String phrase(String ago, String justNow, Instant moment) {
      boolean now = moment.plusSeconds(60).isAfter(scene.now());
      return now ? words.get(justNow) : words.get(ago, age(moment));
    }

    private String age(Instant moment) {
      return typography.age(moment, scene.now());
    }

    private String rhythm(Playlist playlist) {
      String seconds = words.get("screens-seconds", typography.count(playlist.seconds()));
      QuietHours quiet = playlist.quietHours();
      return quiet == null
          ? seconds
          : seconds + " · " + words.get("screens-quiet", quiet.toString());
    }
  }
}
