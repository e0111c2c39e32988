package vn.congkhai.indicator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Which agencies came of which. Counts can be added over a merger; they cannot be divided over a
/// split, so after a split only all of its units together can be compared with what was before.
public final class Lineage {
  private final Map<AgencyCode, Agency> agencies;
  private final Map<AgencyCode, List<Agency>> successors = new HashMap<>();
  private final Map<AgencyCode, List<Agency>> absorbed = new HashMap<>();

  /// @param all every predecessor that is named is among them
  public Lineage(List<Agency> all) {
    agencies = all.stream().collect(Collectors.toMap(Agency::code, Function.identity()));
    for (Agency agency : all) {
      for (AgencyCode predecessor : agency.predecessors()) {
        successors.computeIfAbsent(predecessor, _ -> new ArrayList<>()).add(agency);
      }
    }
    for (Agency agency : all) {
      Set<Agency> found = new LinkedHashSet<>();
      absorb(agency.code(), found);
      absorbed.put(agency.code(), List.copyOf(found));
    }
  }

  /// The units that the agency was merged into or split into.
  public List<Agency> successors(AgencyCode agency) {
    return List.copyOf(successors.getOrDefault(agency, List.of()));
  }

  /// The units whose counts all belong to the agency now: those that were merged into it and into
  /// nothing else, and those merged into them.
  public List<Agency> absorbed(AgencyCode agency) {
    return absorbed.getOrDefault(agency, List.of());
  }

  private void absorb(AgencyCode into, Set<Agency> found) {
    Agency agency = agencies.get(into);
    for (AgencyCode code : agency == null ? List.<AgencyCode>of() : agency.predecessors()) {
      Agency predecessor = agencies.get(code);
      if (predecessor != null && successors(code).size() == 1 && found.add(predecessor)) {
        absorb(code, found);
      }
    }
  }

  /// The smallest set of units, the agency among them, whose sums can be compared over the years:
  /// everything that mergers and splits connect with it. The agency alone when it was never
  /// touched.
  public List<Agency> comparable(AgencyCode agency) {
    Set<AgencyCode> found = new LinkedHashSet<>();
    List<AgencyCode> next = new ArrayList<>(List.of(agency));
    while (!next.isEmpty()) {
      AgencyCode code = next.removeLast();
      Agency one = agencies.get(code);
      if (one != null && found.add(code)) {
        next.addAll(one.predecessors());
        successors(code).forEach(successor -> next.add(successor.code()));
      }
    }
    return found.stream().map(agencies::get).toList();
  }
}
