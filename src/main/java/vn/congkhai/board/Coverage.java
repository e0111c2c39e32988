package vn.congkhai.board;

import java.util.List;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Period;

/// How many of the agencies that owe a figure have reported it.
public record Coverage(int reported, int expected) {
  /// Who reported the period, of those who owed it and existed then.
  static Coverage of(Snapshot snapshot, Indicator indicator, Period period) {
    List<Agency> owing =
        snapshot.catalogue().agencies().stream()
            .filter(indicator::owedBy)
            .filter(agency -> agency.existsFor(period, indicator.regime()))
            .toList();
    long reported =
        owing.stream()
            .filter(agency -> snapshot.series(agency, indicator).at(period) != null)
            .count();
    return new Coverage((int) reported, owing.size());
  }

  /// `61/70`.
  @Override
  public String toString() {
    return reported + "/" + expected;
  }
}
