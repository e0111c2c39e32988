package vn.congkhai.ops;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
  /// @param since the state in words
  /// @param exact the moment it began
  /// @param behind whether it shows another version than the board's
  /// @param old whether it runs the page of another program
  /// @param rhythm seconds a page, and quiet hours
  record Row(
      String name,
      String title,
      String state,
      String since,
      String exact,
      String lines,
      String address,
      String seen,
      String drawn,
      boolean behind,
      String program,
      boolean old,
      List<String> pages,
      String rhythm) {}

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
      Text title = playlist == null ? null : playlist.title();
      String name = entry.name().value();
      String called = title == null ? "" : title.in(words.language());
      List<String> pages =
          playlist == null
              ? List.of()
              : playlist.pages().stream().map(BoardAddress::toString).toList();
      String rhythm = playlist == null ? "" : rhythm(playlist);
      if (seen == null) {
        String since = words.get("screens-never", age(scene.startedAt()));
        return new Row(
            name, called, "never", since, "", "", "", "", "", false, "", false, pages, rhythm);
      }
      Long drawn = seen.drawn();
      String program = seen.program();
      return new Row(
          name,
          called,
          ScreensView.state(entry),
          since(seen),
          typography.moment(seen.darkSince() == null ? seen.connectedAt() : seen.darkSince()),
          seen.lines() > 1 ? words.get("screens-lines", typography.count(seen.lines())) : "",
          seen.address(),
          age(seen.lastSeen()),
          drawn == null ? "" : drawn.toString(),
          drawn != null && drawn != scene.board(),
          program == null ? "" : program,
          program != null && !program.equals(scene.program()),
          pages,
          rhythm);
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
