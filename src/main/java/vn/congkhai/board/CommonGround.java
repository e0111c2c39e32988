package vn.congkhai.board;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What most agencies have reported, so that they can be compared on it.
///
/// @param <T> periods of an indicator, or indicators
final class CommonGround<T> {
  private final Map<T, Integer> reported = new HashMap<>();
  private final Map<T, Integer> owing = new HashMap<>();

  /// Counts an agency that has reported it.
  ///
  /// @param of how many owe it
  void count(T what, int of) {
    reported.merge(what, 1, Integer::sum);
    owing.put(what, of);
  }

  /// What anybody has reported.
  Set<T> all() {
    return Set.copyOf(reported.keySet());
  }

  /// What at least half of those who owe it have reported.
  Set<T> common() {
    Set<T> common = new HashSet<>();
    reported.forEach((what, count) -> {
      if (2 * count >= owing.getOrDefault(what, 0)) {
        common.add(what);
      }
    });
    return common;
  }

  /// Whether that share of what is asked for is there.
  ///
  /// @param floor 0 to 1
  static <T> boolean covered(Set<T> reported, Set<T> asked, BigDecimal floor) {
    long there = asked.stream().filter(reported::contains).count();
    BigDecimal least = floor.multiply(BigDecimal.valueOf(asked.size()));
    return BigDecimal.valueOf(there).compareTo(least) >= 0;
  }
}
