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
      absorbed.put(agency.code(), absorbedBy(agency));
    }
  }

  /// The units that the agency was merged into or split into.
  public List<Agency> successors(AgencyCode agency) {
    return List.copyOf(successors.getOrDefault(agency, List.of()));
  }

  /// The units whose counts all belong to the agency now: those that were merged into it and into
  /// nothing else, and those that came to it by way of several that were.
  public List<Agency> absorbed(AgencyCode agency) {
    return absorbed.getOrDefault(agency, List.of());
  }

  /// Those of its ancestors whose every way forward leads to the agency.
  private List<Agency> absorbedBy(Agency agency) {
    Set<AgencyCode> belongs = new LinkedHashSet<>(Set.of(agency.code()));
    for (List<Agency> next = List.of(agency); !next.isEmpty(); ) {
      next =
          next.stream()
              .flatMap(heir -> heir.predecessors().stream())
              .map(agencies::get)
              .filter(unit -> unit != null && !belongs.contains(unit.code()))
              .filter(unit -> belongs.containsAll(codes(successors(unit.code()))))
              .distinct()
              .toList();
      belongs.addAll(codes(next));
    }
    belongs.remove(agency.code());
    return belongs.stream().map(agencies::get).toList();
  }

  private static List<AgencyCode> codes(List<Agency> units) {
    return units.stream().map(Agency::code).toList();
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
