package vn.congkhai.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.AgencyFigure;
import vn.congkhai.board.Board;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.catalogue.Group;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Measure;
import vn.congkhai.indicator.Standing;
import vn.congkhai.indicator.Target;
import vn.congkhai.pages.Views.Frame;
import vn.congkhai.pages.Views.Goal;
import vn.congkhai.pages.Views.Line;
import vn.congkhai.pages.Views.Section;
import vn.congkhai.pages.Views.Tally;

/// Makes the views of one board in one language.
final class ViewMaker {
  private final Board board;
  private final Catalogue catalogue;
  private final Words words;
  private final Surroundings surroundings;
  private final Typesetter setter;

  ViewMaker(Board board, Words words, Surroundings surroundings) {
    this.board = board;
    this.catalogue = board.catalogue();
    this.words = words;
    this.surroundings = surroundings;
    this.setter = new Typesetter(words, catalogue, surroundings.now());
  }

  /// What a page depends on besides the board.
  ///
  /// @param assets version of the style and the script
  /// @param databaseAway whether figures cannot be stored at the moment
  record Surroundings(Instant now, Notice notice, boolean databaseAway, String assets) {}

  Views.Province province() {
    List<Standing> standings =
        catalogue.indicators().stream()
            .filter(indicator -> indicator.measure() == Measure.RATIO)
            .map(indicator -> board.rollUp(indicator).standing())
            .toList();
    return new Views.Province(
        frame(words.get("title-board"), "", "/board"),
        tallies(standings),
        sections(indicator -> setter.line(board.rollUp(indicator))));
  }

  Views.OneAgency agency(Agency agency) {
    List<AgencyFigure> figures = board.figures(agency.code());
    String path = "/board/agencies/" + agency.code();
    return new Views.OneAgency(
        frame(agency.name(), agency.code().value(), path),
        agency.name(),
        tallies(figures.stream().map(AgencyFigure::standing).toList()),
        sections(indicator ->
            figures.stream()
                .filter(figure -> figure.indicator().equals(indicator))
                .findFirst()
                .map(figure -> setter.line(figure, board.rollUp(indicator)))
                .orElse(null)));
  }

  Views.OneIndicator indicator(Indicator indicator) {
    Target effective = catalogue.targets().effective(indicator.code(), board.judgingDay());
    List<Goal> goals =
        catalogue.targets().of(indicator.code()).stream()
            .map(target -> setter.goal(target, indicator, target.equals(effective)))
            .toList();
    String counted =
        indicator.measure() == Measure.RATIO
            ? words.get("counted", indicator.counted(), indicator.outOf())
            : words.get("rule-value");
    String path = "/board/indicators/" + indicator.code();
    return new Views.OneIndicator(
        frame(indicator.name().in(words.language()), "", path),
        setter.line(board.rollUp(indicator)),
        counted,
        goals,
        board.figures(indicator.code()).stream()
            .sorted(BEST_FIRST)
            .map(setter::agencyLine)
            .toList());
  }

  Views.Missing missing() {
    return new Views.Missing(frame(words.get("title-missing"), "", "/board"));
  }

  /// The highest judged figure first; without cases, then unreported, last.
  private static final Comparator<AgencyFigure> BEST_FIRST =
      Comparator.comparingDouble(ViewMaker::height).reversed();

  private static double height(AgencyFigure figure) {
    return switch (figure.judged()) {
      case null -> -2;
      case Figure.Ratio ratio -> ratio.fraction().orElse(-1);
      case Figure.Value value -> value.amount().doubleValue();
    };
  }

  /// The indicators of each group that have a line, in the catalogue's order.
  private List<Section> sections(Function<Indicator, @Nullable Line> line) {
    List<Section> sections = new ArrayList<>();
    for (Group group : catalogue.groups()) {
      List<Line> lines =
          catalogue.indicators().stream()
              .filter(indicator -> indicator.group().equals(group.code()))
              .flatMap(indicator -> Stream.ofNullable(line.apply(indicator)))
              .toList();
      if (!lines.isEmpty()) {
        sections.add(new Section(group.name().in(words.language()), lines));
      }
    }
    return sections;
  }

  private List<Tally> tallies(List<Standing> standings) {
    Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
    standings.forEach(standing -> counts.merge(standing, 1, Integer::sum));
    List<Tally> tallies = new ArrayList<>();
    counts.forEach((standing, count) -> tallies.add(new Tally(setter.verdict(standing), count)));
    return tallies;
  }

  private Frame frame(String title, String agency, String path) {
    boolean vietnamese = words.language() == vn.congkhai.indicator.Language.VI;
    return new Frame(
        words.language().tag(),
        board.version(),
        board.generatedAt().toString(),
        title,
        words.all(),
        catalogue.province().name().in(words.language()),
        Integer.toString(catalogue.year()),
        notices(),
        setter.freshness(board.newestArrival()),
        agency,
        path + (vietnamese ? "?lang=en" : "?lang=vi"),
        vietnamese ? "?lang=vi" : "?lang=en",
        surroundings.notice().illustrative(),
        vietnamese,
        surroundings.assets());
  }

  private List<String> notices() {
    List<String> notices = new ArrayList<>();
    if (surroundings.notice().rehearsal()) {
      notices.add(words.get("notice-rehearsal"));
    }
    if (surroundings.databaseAway()) {
      Instant made = board.generatedAt();
      notices.add(
          words.get(
              "notice-database-away",
              setter.type().moment(made),
              setter.type().age(made, surroundings.now())));
    }
    return notices;
  }
}
