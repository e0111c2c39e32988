package vn.congkhai.indicator;

/// An administrative body that reports figures: a department of the province or the People's
/// Committee of a commune.
///
/// @param shortName the name without the part every unit of its level shares ("Sở", "UBND xã"), for
///   narrow places
public record Agency(AgencyCode code, String name, String shortName, Level level) {
  public Agency {
    if (level == Level.PROVINCE) {
      throw new IllegalArgumentException("a province does not report: " + code);
    }
  }
}
