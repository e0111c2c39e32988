package vn.congkhai.board;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Period;

/// Who is ahead, by one indicator and overall, and who has moved since the last period.
///
/// Agencies are compared on common ground: the periods of an indicator, and overall the indicators,
/// that at least half of those who owe them have reported. An agency that has too little of those
/// gets no place, however good the little is; nobody loses a place for a period that hardly anybody
/// has reported yet.
final class Rankings {
  private final Snapshot snapshot;
  private final List<Agency> agencies;

  Rankings(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.agencies = snapshot.catalogue().agencies().stream().filter(snapshot::inForce).toList();
  }

  Ranking of(Indicator indicator) {
    IndicatorRanking ranking =
        new IndicatorRanking(indicator, snapshot.catalogue().ranking(), agencies);
    Extent before = before(List.of(indicator));
    return ranking.rank(
        new Extent(snapshot, null), before == null ? null : ranking.rank(before, null));
  }

  Ranking overall() {
    OverallRanking ranking = new OverallRanking(snapshot, agencies);
    Extent before = before(snapshot.catalogue().indicators());
    return ranking.rank(
        new Extent(snapshot, null), before == null ? null : ranking.rank(before, null));
  }

  /// What had ended when the newest common period began, the one that began last; null when nothing
  /// had. While no period is common, all that were reported count.
  private @Nullable Extent before(List<Indicator> indicators) {
    NavigableSet<LocalDate> starts = new TreeSet<>();
    NavigableSet<LocalDate> commonStarts = new TreeSet<>();
    NavigableSet<LocalDate> ends = new TreeSet<>();
    for (Indicator indicator : indicators) {
      CommonGround ground = ground(indicator);
      for (Period period : ground.all()) {
        starts.add(period.start(indicator.regime()));
        ends.add(period.end(indicator.regime()));
      }
      ground.common().forEach(period -> commonStarts.add(period.start(indicator.regime())));
    }
    NavigableSet<LocalDate> newest = commonStarts.isEmpty() ? starts : commonStarts;
    boolean something = !newest.isEmpty() && !ends.first().isAfter(newest.last());
    return something ? new Extent(snapshot, newest.last()) : null;
  }

  private CommonGround ground(Indicator indicator) {
    Extent whole = new Extent(snapshot, null);
    List<Agency> owing = agencies.stream().filter(indicator::owedBy).toList();
    CommonGround ground = new CommonGround();
    for (Agency agency : owing) {
      whole.periods(agency, indicator).forEach(period -> ground.count(period, owing.size()));
    }
    return ground;
  }
}
