package vn.congkhai.indicator;

import java.util.List;

/// An administrative body that reports figures: a department of the province or the People's
/// Committee of a commune.
///
/// @param shortName the name without the part every unit of its level shares ("Sở", "UBND xã"), for
///   narrow places
/// @param validity when it exists; a figure is owed for the periods that end while it does
/// @param predecessors units that were merged into it or split into it and others
public record Agency(
    AgencyCode code,
    String name,
    String shortName,
    Level level,
    Validity validity,
    List<AgencyCode> predecessors) {
  public Agency {
    predecessors = List.copyOf(predecessors);
    if (level == Level.PROVINCE) {
      throw new IllegalArgumentException("a province does not report: " + code);
    }
  }

  /// Whether it exists on the period's last day.
  public boolean existsFor(Period period, Regime regime) {
    return validity.on(period.end(regime).minusDays(1));
  }
}
