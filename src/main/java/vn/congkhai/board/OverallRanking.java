package vn.congkhai.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Extent.Reading;
import vn.congkhai.board.Ranking.Candidate;
import vn.congkhai.board.Ranking.Merit;
import vn.congkhai.board.Ranking.Reason;
import vn.congkhai.board.Score.Found;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.IndicatorCode;

/// Ranks by the share of owed targets that an agency meets, then by its score.
final class OverallRanking {
  private final Snapshot snapshot;
  private final Catalogue catalogue;
  private final List<Agency> agencies;

  /// @param agencies those that exist
  OverallRanking(Snapshot snapshot, List<Agency> agencies) {
    this.snapshot = snapshot;
    this.catalogue = snapshot.catalogue();
    this.agencies = agencies;
  }

  /// @param met targets met of those that count
  private record Measure(Figure.Ratio met, double score) {
    static final Comparator<Measure> BEST_FIRST =
        Comparator.<Measure, Figure.Ratio>comparing(Measure::met, (a, b) -> b.compareFraction(a))
            .thenComparing(Measure::score, Comparator.reverseOrder());
  }

  Ranking rank(Extent extent, @Nullable Ranking before) {
    Map<Agency, Map<IndicatorCode, Reading>> readings = new LinkedHashMap<>();
    Map<IndicatorCode, Integer> owing = new HashMap<>();
    for (Agency agency : agencies) {
      Map<IndicatorCode, Reading> own = new LinkedHashMap<>();
      for (Indicator indicator : catalogue.owedBy(agency.code())) {
        own.put(indicator.code(), extent.read(agency, indicator));
        owing.merge(indicator.code(), 1, Integer::sum);
      }
      readings.put(agency, own);
    }
    CommonGround<IndicatorCode> ground = new CommonGround<>();
    for (Map<IndicatorCode, Reading> own : readings.values()) {
      reported(own).forEach(code -> ground.count(code, owing.getOrDefault(code, 0)));
    }
    Set<IndicatorCode> common = ground.common();
    List<Candidate<Measure>> candidates = new ArrayList<>();
    readings.forEach((agency, own) -> candidates.add(candidate(agency, own, common, extent)));
    return Ranking.of(candidates, Measure.BEST_FIRST, before);
  }

  private Candidate<Measure> candidate(
      Agency agency, Map<IndicatorCode, Reading> own, Set<IndicatorCode> common, Extent extent) {
    Figure.Ratio met = met(agency, own, extent);
    Set<IndicatorCode> asked = new HashSet<>(common);
    asked.retainAll(own.keySet());
    Reason reason = reason(reported(own), asked, met);
    Measure measure = reason == null ? new Measure(met, score(own).share()) : null;
    return new Candidate<>(agency, measure, new Merit(met.fraction(), null), reason);
  }

  private @Nullable Reason reason(
      Set<IndicatorCode> reported, Set<IndicatorCode> asked, Figure.Ratio met) {
    if (reported.isEmpty()) {
      return Reason.UNREPORTED;
    }
    if (!CommonGround.covered(reported, asked, catalogue.ranking().coverageFloor())) {
      return Reason.COVERAGE;
    }
    return met.denominator() == 0 ? Reason.FEW_CASES : null;
  }

  private static Set<IndicatorCode> reported(Map<IndicatorCode, Reading> own) {
    Set<IndicatorCode> reported = new HashSet<>();
    own.forEach((code, reading) -> {
      if (reading.judged() != null) {
        reported.add(code);
      }
    });
    return reported;
  }

  /// Met targets over all that are owed. An indicator without cases or without a target is not
  /// among them; one that was not reported is once a report on it is past its last day.
  private Figure.Ratio met(Agency agency, Map<IndicatorCode, Reading> own, Extent extent) {
    long met = 0;
    long owed = 0;
    for (Indicator indicator : catalogue.owedBy(agency.code())) {
      Reading reading = own.get(indicator.code());
      switch (reading == null ? null : reading.standing()) {
        case MET -> {
          met++;
          owed++;
        }
        case MISSED -> owed++;
        case UNREPORTED -> owed += extent.missed(agency, indicator) ? 1 : 0;
        case NO_CASES, UNTARGETED -> {}
        case null -> {}
      }
    }
    return new Figure.Ratio(met, owed);
  }

  private Score score(Map<IndicatorCode, Reading> own) {
    return Score.of(
        catalogue.scoring(),
        snapshot.judgingDay(),
        measured -> {
          Reading reading = own.get(measured.indicator());
          if (reading == null) {
            return new Found.Nothing(PartScore.Why.NOT_OWED);
          }
          return reading.judged() instanceof Figure.Ratio ratio
              ? new Found.Counts(ratio)
              : new Found.Nothing(PartScore.Why.UNREPORTED);
        });
  }
}
