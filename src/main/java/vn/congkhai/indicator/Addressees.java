package vn.congkhai.indicator;

import java.util.Set;

/// Whom an indicator, a target or a task is addressed to: whole levels, and single agencies beside
/// them.
public record Addressees(Set<Level> levels, Set<AgencyCode> agencies) {
  public Addressees {
    levels = Set.copyOf(levels);
    agencies = Set.copyOf(agencies);
  }

  public static Addressees of(Level... levels) {
    return new Addressees(Set.of(levels), Set.of());
  }

  public boolean include(Agency agency) {
    return levels.contains(agency.level()) || agencies.contains(agency.code());
  }

  /// Whether the province as a whole is meant.
  public boolean includeProvince() {
    return levels.contains(Level.PROVINCE);
  }
}
