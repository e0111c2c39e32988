package vn.congkhai.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Board;
import vn.congkhai.form.Views.Frame;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.Observation;
import vn.congkhai.indicator.Submission;
import vn.congkhai.indicator.Target;
import vn.congkhai.indicator.Text;
import vn.congkhai.typeset.Typography;
import vn.congkhai.typeset.Words;

/// What the form's pages are drawn with: one board in one language.
final class Drawing {
  private final Board board;
  private final Words words;
  private final Surroundings surroundings;
  private final Typography type;

  Drawing(Board board, Words words, Surroundings surroundings) {
    this.board = board;
    this.words = words;
    this.surroundings = surroundings;
    this.type = new Typography(words);
  }

  /// What a page depends on besides the board.
  ///
  /// @param path address of the page, with the parameters that must be kept
  /// @param signedIn whose token it is; empty when nobody is
  /// @param rehearsal whether the clock does not show the real time
  /// @param databaseAway whether figures cannot be stored at the moment
  record Surroundings(
      String path, String signedIn, String assets, boolean rehearsal, boolean databaseAway) {}

  Board board() {
    return board;
  }

  Typography type() {
    return type;
  }

  String text(String key, Object... arguments) {
    return arguments.length == 0 ? words.get(key) : words.get(key, arguments);
  }

  String text(Text text) {
    return text.in(words.language());
  }

  List<String> texts(List<Problem> problems) {
    return problems.stream().map(problem -> text(problem.message())).toList();
  }

  /// What a receipt says besides, each with the indicator that it is about.
  List<String> warnings(List<Problem> warnings, Submission submission) {
    return warnings.stream()
        .map(warning -> {
          Observation about = Judged.about(warning, submission);
          String told = text(warning.message());
          return about == null ? told : name(about.indicator()) + ": " + told;
        })
        .toList();
  }

  private String name(IndicatorCode code) {
    Indicator indicator = board.catalogue().indicator(code.value());
    return indicator == null ? code.value() : text(indicator.name());
  }

  Frame frame(String title) {
    boolean vietnamese = words.language() == Language.VI;
    List<String> notices = new ArrayList<>();
    if (surroundings.rehearsal()) {
      notices.add(text("notice-rehearsal"));
    }
    if (surroundings.databaseAway()) {
      notices.add(text("form-database-away"));
    }
    String path = surroundings.path();
    return new Frame(
        words.language().tag(),
        title,
        words.all(),
        text(board.catalogue().province().name()),
        notices,
        "?lang=" + words.language().tag(),
        path + (path.contains("?") ? "&" : "?") + "lang=" + (vietnamese ? "en" : "vi"),
        vietnamese,
        surroundings.assets(),
        surroundings.signedIn());
  }

  String figure(@Nullable Figure figure, @Nullable Target target, Indicator indicator) {
    return figure == null ? "" : type.figure(figure, target, indicator);
  }

  /// The counts of a ratio; empty for anything else.
  String counts(@Nullable Figure figure) {
    return figure instanceof Figure.Ratio ratio ? type.counts(ratio) : "";
  }

  /// The target that the agency is held against today.
  @Nullable Target target(Indicator indicator, Agency agency) {
    return board.catalogue().targets().effective(indicator.code(), agency, board.judgingDay());
  }

  /// A figure as the form shows it that was sent or would be.
  Views.Figure figure(Observation seen, String change) {
    Indicator indicator = board.catalogue().indicator(seen.indicator().value());
    Figure figure = seen.figure();
    String text =
        switch (figure) {
          case Figure.Value(BigDecimal amount) when indicator == null -> amount.toPlainString();
          case Figure.Ratio ratio when indicator == null -> type.counts(ratio);
          default -> indicator == null ? "" : type.figure(figure, null, indicator);
        };
    return new Views.Figure(
        name(seen.indicator()), type.period(seen.period()), text, counts(figure), change);
  }
}
