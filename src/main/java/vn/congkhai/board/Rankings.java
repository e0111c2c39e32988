package vn.congkhai.board;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Extent.Reading;
import vn.congkhai.board.Ranking.Candidate;
import vn.congkhai.board.Ranking.Merit;
import vn.congkhai.board.Ranking.Reason;
import vn.congkhai.catalogue.RankingRules;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Indicator.OverYear;
import vn.congkhai.indicator.Indicator.Source;
import vn.congkhai.indicator.Period;

/// Who is ahead, by one indicator and overall.
///
/// Agencies are compared on common ground: the periods of an indicator, and overall the indicators,
/// that at least half of those who owe them have reported. An agency that has too little of those
/// gets no place, however good the little is; nobody loses a place for a period that hardly anybody
/// has reported yet.
final class Rankings {
  private static final Comparator<Figure> HIGHER_FIRST = Rankings::higherFirst;

  private final Snapshot snapshot;
  private final RankingRules rules;
  private final List<Agency> agencies;

  Rankings(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.rules = snapshot.catalogue().ranking();
    this.agencies = snapshot.catalogue().agencies().stream().filter(snapshot::inForce).toList();
  }

  /// By the year to date, or by the newest bare value.
  Ranking of(Indicator indicator) {
    LocalDate cut = cut(List.of(indicator));
    Ranking before = cut == null ? null : of(indicator, new Extent(snapshot, cut), null);
    return of(indicator, new Extent(snapshot, null), before);
  }

  private Ranking of(Indicator indicator, Extent extent, @Nullable Ranking before) {
    Map<Agency, Reading> readings = new HashMap<>();
    List<Agency> owing = agencies.stream().filter(indicator::owedBy).toList();
    Tally<Period> tally = new Tally<>();
    for (Agency agency : owing) {
      Reading reading = extent.read(agency, indicator);
      readings.put(agency, reading);
      reading.periods().forEach(period -> tally.count(period, owing.size()));
    }
    List<Candidate<Figure>> candidates = new ArrayList<>();
    readings.forEach((agency, reading) -> {
      Set<Period> asked = since(agency, indicator, tally.common());
      Reason reason = reason(indicator, reading, asked);
      candidates.add(
          new Candidate<>(
              agency, reason == null ? reading.judged() : null, merit(reading), reason));
    });
    return Ranking.of(candidates, HIGHER_FIRST, before);
  }

  /// Those of the periods that ended while the agency existed: nobody is asked for others.
  private static Set<Period> since(Agency agency, Indicator indicator, Set<Period> periods) {
    Set<Period> since = new HashSet<>(periods);
    since.removeIf(period -> !agency.existsFor(period, indicator.regime()));
    return since;
  }

  private @Nullable Reason reason(Indicator indicator, Reading reading, Set<Period> common) {
    if (reading.judged() == null) {
      return Reason.UNREPORTED;
    }
    if (!covers(reading.periods(), common)) {
      return Reason.COVERAGE;
    }
    boolean few =
        reading.judged() instanceof Figure.Ratio ratio && ratio.denominator() < least(indicator);
    return few ? Reason.FEW_CASES : null;
  }

  /// A stock, and tasks, are few by nature; only where cases happen can there be too few.
  private long least(Indicator indicator) {
    boolean cases = indicator.overYear() == OverYear.SUM && indicator.source() == Source.AGENCIES;
    return cases ? Math.max(1, rules.minimumCases()) : 1;
  }

  private static Merit merit(Reading reading) {
    return new Merit(
        reading.judged() instanceof Figure.Ratio ratio ? ratio.fraction() : OptionalDouble.empty(),
        reading.standing());
  }

  private static int higherFirst(Figure one, Figure other) {
    if (one instanceof Figure.Ratio a && other instanceof Figure.Ratio b) {
      return b.compareFraction(a);
    }
    return ((Figure.Value) other).amount().compareTo(((Figure.Value) one).amount());
  }

  /// What the overall ranking compares: the share of owed targets that are met, those unreported
  /// counted as not met; then the score.
  private record Overall(Figure.Ratio met, double score) {
    static final Comparator<Overall> BEST_FIRST =
        Comparator.<Overall, Figure.Ratio>comparing(Overall::met, (a, b) -> b.compareFraction(a))
            .thenComparing(Overall::score, Comparator.reverseOrder());
  }

  /// By the share of owed targets met, then by the score.
  Ranking overall() {
    LocalDate cut = cut(snapshot.catalogue().indicators());
    Ranking before = cut == null ? null : overall(new Extent(snapshot, cut), null);
    return overall(new Extent(snapshot, null), before);
  }

  private Ranking overall(Extent extent, @Nullable Ranking before) {
    Map<Agency, Map<Indicator, Reading>> readings = new HashMap<>();
    Map<Indicator, Integer> owing = new HashMap<>();
    for (Agency agency : agencies) {
      Map<Indicator, Reading> own = new HashMap<>();
      for (Indicator indicator : snapshot.catalogue().owedBy(agency.code())) {
        own.put(indicator, extent.read(agency, indicator));
        owing.merge(indicator, 1, Integer::sum);
      }
      readings.put(agency, own);
    }
    Tally<Indicator> tally = new Tally<>();
    for (Map<Indicator, Reading> own : readings.values()) {
      reported(own).forEach(indicator -> tally.count(indicator, owing.getOrDefault(indicator, 0)));
    }
    List<Candidate<Overall>> candidates = new ArrayList<>();
    readings.forEach((agency, own) -> candidates.add(overall(agency, own, tally.common(), extent)));
    return Ranking.of(candidates, Overall.BEST_FIRST, before);
  }

  private Candidate<Overall> overall(
      Agency agency, Map<Indicator, Reading> own, Set<Indicator> common, Extent extent) {
    Figure.Ratio met = met(agency, own, extent);
    Set<Indicator> reported = reported(own);
    Set<Indicator> asked = new HashSet<>(common);
    asked.retainAll(own.keySet());
    Reason reason =
        reported.isEmpty()
            ? Reason.UNREPORTED
            : !covers(reported, asked)
                ? Reason.COVERAGE
                : met.denominator() == 0 ? Reason.FEW_CASES : null;
    Overall measure = reason == null ? new Overall(met, score(own).share()) : null;
    return new Candidate<>(agency, measure, new Merit(met.fraction(), null), reason);
  }

  /// Met targets over all that are owed; an indicator without cases or without a target is not
  /// among them.
  private Figure.Ratio met(Agency agency, Map<Indicator, Reading> own, Extent extent) {
    long met = 0;
    long owed = 0;
    for (Map.Entry<Indicator, Reading> entry : own.entrySet()) {
      switch (entry.getValue().standing()) {
        case MET -> {
          met++;
          owed++;
        }
        case MISSED -> owed++;
        case UNREPORTED -> owed += extent.missed(agency, entry.getKey()) ? 1 : 0;
        case NO_CASES, UNTARGETED -> {}
      }
    }
    return new Figure.Ratio(met, owed);
  }

  private static Set<Indicator> reported(Map<Indicator, Reading> own) {
    Set<Indicator> reported = new HashSet<>();
    own.forEach((indicator, reading) -> {
      if (reading.judged() != null) {
        reported.add(indicator);
      }
    });
    return reported;
  }

  private Score score(Map<Indicator, Reading> own) {
    return Score.of(
        snapshot.catalogue().scoring(),
        measured -> {
          Indicator indicator = snapshot.catalogue().indicator(measured.indicator().value());
          Reading reading = indicator == null ? null : own.get(indicator);
          if (reading == null) {
            return new Score.Found.Nothing(PartScore.Why.NOT_OWED);
          }
          return reading.judged() instanceof Figure.Ratio ratio
              ? new Score.Found.Counts(ratio)
              : new Score.Found.Nothing(PartScore.Why.UNREPORTED);
        });
  }

  /// Whether enough of the common ground is there.
  private <T> boolean covers(Set<T> reported, Set<T> common) {
    long there = common.stream().filter(reported::contains).count();
    BigDecimal floor = rules.coverageFloor().multiply(BigDecimal.valueOf(common.size()));
    return BigDecimal.valueOf(there).compareTo(floor) >= 0;
  }

  /// Counts who has reported what.
  private static final class Tally<T> {
    private final Map<T, Integer> counts = new HashMap<>();
    private final Map<T, Integer> expected = new HashMap<>();

    void count(T reported, int of) {
      counts.merge(reported, 1, Integer::sum);
      expected.put(reported, of);
    }

    /// What anybody has reported.
    Set<T> all() {
      return counts.keySet();
    }

    /// What at least half of those who owe it have reported.
    Set<T> common() {
      Set<T> common = new HashSet<>();
      counts.forEach((key, count) -> {
        if (2 * count >= expected.getOrDefault(key, 0)) {
          common.add(key);
        }
      });
      return common;
    }
  }

  /// The day on which the newest common period began, the one that began last: what had ended by
  /// then is the ground that movements are counted from. Null when nothing had. While no period is
  /// common, all that were reported count.
  private @Nullable LocalDate cut(List<Indicator> indicators) {
    Extent whole = new Extent(snapshot, null);
    TreeSet<LocalDate> starts = new TreeSet<>();
    TreeSet<LocalDate> commonStarts = new TreeSet<>();
    LocalDate earliest = null;
    for (Indicator indicator : indicators) {
      List<Agency> owing = agencies.stream().filter(indicator::owedBy).toList();
      Tally<Period> tally = new Tally<>();
      for (Agency agency : owing) {
        whole.periods(agency, indicator).forEach(period -> tally.count(period, owing.size()));
      }
      for (Period period : tally.all()) {
        LocalDate end = period.end(indicator.regime());
        earliest = earliest == null || end.isBefore(earliest) ? end : earliest;
        starts.add(period.start(indicator.regime()));
      }
      tally.common().forEach(period -> commonStarts.add(period.start(indicator.regime())));
    }
    TreeSet<LocalDate> ground = commonStarts.isEmpty() ? starts : commonStarts;
    LocalDate cut = ground.isEmpty() ? null : ground.last();
    return cut == null || earliest == null || earliest.isAfter(cut) ? null : cut;
  }
}
