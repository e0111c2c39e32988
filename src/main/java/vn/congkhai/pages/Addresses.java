package vn.congkhai.pages;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.CurrentBoard;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Period;

/// Which page is at which address. The pages of the journal and of screens are not here: there may
/// be any number of them.
final class Addresses {
  private final CurrentBoard current;

  Addresses(CurrentBoard current) {
    this.current = current;
  }

  /// The page, or null when there is none at that address.
  ///
  /// @param path from the root, without a query: `/board/agencies/cb-xa-01273`
  @Nullable Page at(String path) {
    List<String> way = Arrays.stream(path.split("/")).skip(1).toList();
    if (way.isEmpty() || !way.getFirst().equals("board")) {
      return null;
    }
    return switch (way.size()) {
      case 1 -> new BoardPage();
      case 2 -> whole(way.get(1));
      case 3 -> one(way.get(1), way.get(2));
      case 4 -> partOf(way.get(1), way.get(2), way.get(3));
      case 5 -> figure(way);
      default -> null;
    };
  }

  private static @Nullable Page whole(String what) {
    return switch (what) {
      case "agencies" -> new AgenciesPage();
      case "ranking" -> new RankingPage();
      case "duties" -> new DutiesPage();
      case "plans" -> new PlansPage();
      case "score" -> new ScorePage(null);
      case "comparison" -> new ComparisonPage();
      default -> null;
    };
  }

  private @Nullable Page one(String what, String code) {
    return switch (what) {
      case "agencies" -> of(() -> catalogue().agency(code), AgencyPage::new);
      case "indicators" -> of(() -> catalogue().indicator(code), IndicatorPage::new);
      case "plans" -> of(() -> catalogue().plan(code), PlanPage::new);
      case "duties" -> of(() -> reported(code), PeriodDutiesPage::new);
      default -> null;
    };
  }

  private @Nullable Page partOf(String what, String code, String part) {
    return switch (what + "/" + part) {
      case "agencies/duties" -> of(() -> catalogue().agency(code), AgencyDutiesPage::new);
      case "agencies/tasks" -> of(() -> catalogue().agency(code), AgencyTasksPage::new);
      case "agencies/score" -> of(() -> catalogue().agency(code), ScorePage::new);
      case "indicators/trace" -> of(() -> catalogue().indicator(code), MatrixPage::new);
      default -> null;
    };
  }

  private @Nullable Page figure(List<String> way) {
    Agency agency = catalogue().agency(way.get(2));
    Indicator indicator = catalogue().indicator(way.get(4));
    boolean figure = way.get(1).equals("agencies") && way.get(3).equals("indicators");
    return figure && agency != null && indicator != null && indicator.owedBy(agency)
        ? new FigurePage(agency, indicator)
        : null;
  }

  private @Nullable Period reported(String code) {
    Period period = Period.parse(code);
    return period != null && current.board().duties().periods().contains(period) ? period : null;
  }

  private Catalogue catalogue() {
    return current.board().catalogue();
  }

  private static <T> @Nullable Page of(Supplier<@Nullable T> subject, Function<T, Page> page) {
    T found = subject.get();
    return found == null ? null : page.apply(found);
  }
}
