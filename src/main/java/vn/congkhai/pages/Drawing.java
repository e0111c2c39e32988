package vn.congkhai.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.congkhai.board.Board;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.Text;
import vn.congkhai.pages.Views.Frame;
import vn.congkhai.typeset.Typography;
import vn.congkhai.typeset.Words;

/// What a page is drawn with: one board in one language at one moment.
final class Drawing {
  private final Board board;
  private final Words words;
  private final Surroundings surroundings;
  private final Typesetter setter;
  private final Lines lines;

  Drawing(Board board, Words words, Surroundings surroundings) {
    this.board = board;
    this.words = words;
    this.surroundings = surroundings;
    this.setter = new Typesetter(words, board);
    this.lines = new Lines(words, setter, board);
  }

  /// What a page depends on besides the board.
  ///
  /// @param assets version of the style and the script
  /// @param databaseAway whether figures cannot be stored at the moment
  record Surroundings(Instant now, Notice notice, boolean databaseAway, String assets) {}

  Board board() {
    return board;
  }

  Catalogue catalogue() {
    return board.catalogue();
  }

  Typesetter setter() {
    return setter;
  }

  Lines lines() {
    return lines;
  }

  Typography type() {
    return setter.type();
  }

  String text(String key, String... arguments) {
    return arguments.length == 0 ? words.get(key) : words.get(key, arguments);
  }

  String text(Text text) {
    return text.in(words.language());
  }

  Frame frame(String title, String path) {
    return frame(title, path, "");
  }

  /// @param path address of the page, perhaps with a query
  /// @param agency code of the agency that the page is about; empty for the province
  Frame frame(String title, String path, String agency) {
    boolean vietnamese = words.language() == Language.VI;
    return new Frame(
        words.language().tag(),
        board.version(),
        board.generatedAt().toString(),
        title,
        words.all(),
        text(catalogue().province().name()),
        Integer.toString(catalogue().year()),
        notices(),
        freshness(),
        agency,
        path + (path.contains("?") ? "&" : "?") + (vietnamese ? "lang=en" : "lang=vi"),
        vietnamese ? "?lang=vi" : "?lang=en",
        surroundings.notice().illustrative(),
        vietnamese,
        surroundings.assets());
  }

  /// When the newest figure arrived and how long ago that was.
  private String freshness() {
    Instant newest = board.newestArrival();
    return newest == null
        ? text("freshness-none")
        : text("freshness", type().moment(newest), type().age(newest, surroundings.now()));
  }

  private List<String> notices() {
    List<String> notices = new ArrayList<>();
    if (surroundings.notice().rehearsal()) {
      notices.add(text("notice-rehearsal"));
    }
    if (surroundings.databaseAway()) {
      Instant made = board.generatedAt();
      notices.add(
          text("notice-database-away", type().moment(made), type().age(made, surroundings.now())));
    }
    return notices;
  }
}
