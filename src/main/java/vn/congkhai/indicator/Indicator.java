package vn.congkhai.indicator;

import java.util.Set;

/// What is measured, how, how often and by whom.
///
/// @param explanation one plain sentence for a citizen
/// @param group code of the group that the board shows it under
/// @param unit `%` or a name; a ratio is always `%`
/// @param counted what the numerator counts; empty for a bare value
/// @param outOf what the denominator counts; empty for a bare value
/// @param owingLevels levels whose every agency owes it
/// @param owingAgencies single agencies that owe it beside those levels
public record Indicator(
    IndicatorCode code,
    Text name,
    Text explanation,
    String group,
    String unit,
    Measure measure,
    String counted,
    String outOf,
    Cycle cycle,
    Regime regime,
    Set<Level> owingLevels,
    Set<AgencyCode> owingAgencies) {
  public static final String PERCENT = "%";

  public Indicator {
    owingLevels = Set.copyOf(owingLevels);
    owingAgencies = Set.copyOf(owingAgencies);
    if (measure == Measure.RATIO && !unit.equals(PERCENT)) {
      throw new IllegalArgumentException("a ratio is in %: " + code);
    }
  }

  public boolean owedBy(Agency agency) {
    return owingLevels.contains(agency.level()) || owingAgencies.contains(agency.code());
  }

  public boolean percent() {
    return unit.equals(PERCENT);
  }
}
