package vn.congkhai.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Statements.Official;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Statement.OfficialFigure;

/// Our figures beside those of other sources. Nothing of theirs is ever taken for ours.
final class Comparisons {
  private final Snapshot snapshot;
  private final Map<Indicator, Sums> province = new HashMap<>();

  Comparisons(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /// All of them, the newest day first. What a source said twice of one day counts as it said it
  /// last.
  List<Comparison> all() {
    Map<OfficialFigure.Day, Comparison> byDay = new LinkedHashMap<>();
    for (Official official : snapshot.statements().official()) {
      OfficialFigure theirs = official.figure();
      Indicator indicator = snapshot.catalogue().indicator(theirs.indicator().value());
      Agency agency = snapshot.catalogue().agency(theirs.about().value());
      // an agency that left the catalogue is not the province
      boolean known =
          agency != null || theirs.about().value().equals(snapshot.catalogue().province().code());
      if (indicator != null && known) {
        Figure ours = ours(agency, indicator, theirs.period());
        Coverage coverage =
            agency == null ? Coverage.of(snapshot, indicator, theirs.period()) : null;
        byDay.put(theirs.day(), new Comparison(agency, indicator, official, ours, coverage));
      }
    }
    List<Comparison> all = new ArrayList<>(byDay.values());
    all.sort(Comparator.comparing(Comparison::asOf).reversed());
    return all;
  }

  private Sums province(Indicator indicator) {
    return Sums.of(
        snapshot.catalogue().agencies().stream()
            .map(each -> snapshot.series(each, indicator))
            .toList());
  }

  private @Nullable Figure ours(@Nullable Agency agency, Indicator indicator, Period period) {
    if (agency == null) {
      return province.computeIfAbsent(indicator, this::province).at(period);
    }
    Reported reported = snapshot.series(agency, indicator).at(period);
    return reported == null ? null : reported.figure();
  }
}
