package vn.congkhai.opendata;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Board;
import vn.congkhai.board.Reported;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Indicator;

/// Every figure on a board, of every agency, indicator and period, in that order: agencies and
/// indicators as the catalogue lists them, the oldest period first.
final class Observations {
  private final Board board;
  private final ObservationsQuery query;
  private final List<Agency> agencies;
  private final List<Indicator> indicators;

  /// A published figure.
  ///
  /// @param interim whether its period has not ended
  record Published(Agency agency, Indicator indicator, Reported reported, boolean interim) {}

  /// Some of them.
  ///
  /// @param next address of those that follow; null when there are none
  record Page(List<Published> rows, @Nullable String next) {
    Page {
      rows = List.copyOf(rows);
    }
  }

  private Observations(Board board, ObservationsQuery query) {
    this.board = board;
    this.query = query;
    this.agencies = board.catalogue().agencies();
    this.indicators = board.catalogue().indicators();
  }

  /// The first of those that are asked for, as many as the query takes. May take some milliseconds.
  static Page page(Board board, ObservationsQuery query) {
    return new Observations(board, query).page();
  }

  private Page page() {
    ObservationsQuery.Key after = query.after();
    int firstAgency = after == null ? 0 : agencies.indexOf(after.agency());
    List<Published> rows = new ArrayList<>();
    for (Agency agency : agencies.subList(firstAgency, agencies.size())) {
      int firstIndicator =
          after != null && agency.equals(after.agency())
              ? indicators.indexOf(after.indicator())
              : 0;
      for (Indicator indicator : indicators.subList(firstIndicator, indicators.size())) {
        if (wanted(agency, indicator) && !collect(agency, indicator, rows)) {
          return new Page(rows, query.next(key(rows.getLast())));
        }
      }
    }
    return new Page(rows, null);
  }

  private boolean wanted(Agency agency, Indicator indicator) {
    return (query.agency() == null || query.agency().equals(agency))
        && (query.indicator() == null || query.indicator().equals(indicator));
  }

  /// Whether there was room for all of them.
  private boolean collect(Agency agency, Indicator indicator, List<Published> rows) {
    for (Reported reported : board.series(agency, indicator).figures()) {
      if (query.wants(reported.period()) && !given(agency, indicator, reported)) {
        if (rows.size() == query.limit()) {
          return false;
        }
        boolean interim = !reported.period().ended(board.today(), indicator.regime());
        rows.add(new Published(agency, indicator, reported, interim));
      }
    }
    return true;
  }

  /// Whether a page before had it: of the series that it ended in, all up to that period.
  private boolean given(Agency agency, Indicator indicator, Reported reported) {
    ObservationsQuery.Key after = query.after();
    return after != null
        && after.agency().equals(agency)
        && after.indicator().equals(indicator)
        && reported.period().compareTo(after.period()) <= 0;
  }

  private static ObservationsQuery.Key key(Published last) {
    return new ObservationsQuery.Key(last.agency(), last.indicator(), last.reported().period());
  }
}
