package vn.congkhai.board;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Period;

/// The periods of an indicator that most agencies have reported, so that they can be compared on
/// them.
final class CommonGround {
  private final Map<Period, Integer> reported = new HashMap<>();
  private final Map<Period, Integer> owing = new HashMap<>();

  /// Counts an agency that has reported it.
  ///
  /// @param of how many owe it
  void count(Period what, int of) {
    reported.merge(what, 1, Integer::sum);
    owing.put(what, of);
  }

  /// What anybody has reported.
  Set<Period> all() {
    return Set.copyOf(reported.keySet());
  }

  /// What at least half of those who owe it have reported.
  Set<Period> common() {
    Set<Period> common = new HashSet<>();
    reported.forEach((what, count) -> {
      if (2 * count >= owing.getOrDefault(what, 0)) {
        common.add(what);
      }
    });
    return common;
  }

  /// Those of the periods that ended while the agency existed: nobody is asked for others.
  static Set<Period> since(Agency agency, Indicator indicator, Set<Period> periods) {
    Set<Period> since = new HashSet<>(periods);
    since.removeIf(period -> !agency.existsFor(period, indicator.regime()));
    return since;
  }

  /// How many of the periods an agency has reported.
  static long reported(Set<Period> reported, Set<Period> asked) {
    return asked.stream().filter(reported::contains).count();
  }

  /// Whether that share of what is asked for is there.
  ///
  /// @param floor 0 to 1
  static boolean covered(long there, long asked, BigDecimal floor) {
    BigDecimal least = floor.multiply(BigDecimal.valueOf(asked));
    return BigDecimal.valueOf(there).compareTo(least) >= 0;
  }
}
