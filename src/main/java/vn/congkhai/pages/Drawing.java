package vn.congkhai.pages;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Board;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.Text;
import vn.congkhai.pages.Views.Frame;
import vn.congkhai.pages.Views.Part;
import vn.congkhai.typeset.Typography;
import vn.congkhai.typeset.Words;

/// What a page is drawn with: one board in one language at one moment.
final class Drawing {
  private static final int LONGEST_PART = 200;

  private final Board board;
  private final Asked asked;
  private final Words words;
  private final Surroundings surroundings;
  private final Typesetter setter;
  private final Figures figures;
  private final Lines lines;

  Drawing(Board board, Asked asked, Surroundings surroundings) {
    this.board = board;
    this.asked = asked;
    this.words = Words.of(asked.language());
    this.surroundings = surroundings;
    this.setter = new Typesetter(words, board);
    this.figures = new Figures(words, setter.type(), board);
    this.lines = new Lines(words, setter, figures, board);
  }

  /// What a page depends on besides the board.
  ///
  /// @param assets folder of the style and the script
  /// @param databaseAway whether figures cannot be stored at the moment
  record Surroundings(Instant now, Notice notice, boolean databaseAway, String assets) {}

  Asked asked() {
    return asked;
  }

  Board board() {
    return board;
  }

  Catalogue catalogue() {
    return board.catalogue();
  }

  Typesetter setter() {
    return setter;
  }

  Figures figures() {
    return figures;
  }

  Lines lines() {
    return lines;
  }

  Typography type() {
    return setter.type();
  }

  String text(String key, Object... arguments) {
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
    Agency about = catalogue().agency(agency);
    Instant arrived = about == null ? board.newestArrival() : board.newestArrival(about);
    return new Frame(
        words.language().tag(),
        board.version(),
        board.generatedAt().toString(),
        surroundings.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        asked.theme().code(),
        title,
        words.all(),
        text(catalogue().province().name()),
        Integer.toString(catalogue().year()),
        notices(),
        freshness(about != null, arrived),
        arrived == null ? "" : arrived.toString(),
        arrived == null ? "" : type().age(arrived, surroundings.now()),
        agency,
        path + (path.contains("?") ? "&" : "?") + (vietnamese ? "lang=en" : "lang=vi") + theme(),
        (vietnamese ? "?lang=vi" : "?lang=en") + theme(),
        surroundings.notice().illustrative(),
        vietnamese,
        surroundings.assets());
  }

  /// In how many parts so many rows come.
  static int parts(int rows) {
    return Math.max(1, (rows + LONGEST_PART - 1) / LONGEST_PART);
  }

  /// The part of a long list that was asked for, the last one when there is no such part.
  ///
  /// @param path of the page
  <S, T> Part<T> part(String path, List<S> all, Function<S, T> row) {
    int parts = parts(all.size());
    int part = Math.min(asked.part(), parts);
    List<S> shown =
        all.subList((part - 1) * LONGEST_PART, Math.min(part * LONGEST_PART, all.size()));
    String told =
        parts == 1
            ? ""
            : text("part", type().count(part), type().count(parts), type().count(all.size()));
    return new Part<>(
        shown.stream().map(row).toList(),
        told,
        part == 1 ? "" : address(path, part - 1),
        part == parts ? "" : address(path, part + 1));
  }

  private String address(String path, int part) {
    return path + "?lang=" + words.language().tag() + theme() + "&part=" + part;
  }

  private String theme() {
    return asked.theme() == Asked.Theme.SYSTEM ? "" : "&theme=" + asked.theme().code();
  }

  private String freshness(boolean ofAgency, @Nullable Instant newest) {
    if (newest == null) {
      return text(ofAgency ? "freshness-agency-none" : "freshness-none");
    }
    return text(ofAgency ? "freshness-agency" : "freshness", type().moment(newest));
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
