package vn.congkhai.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
import vn.congkhai.indicator.Period;

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
    Map<IndicatorCode, CommonGround> grounds = new HashMap<>();
    for (Map<IndicatorCode, Reading> own : readings.values()) {
      own.forEach((code, reading) -> {
        CommonGround ground = grounds.computeIfAbsent(code, _ -> new CommonGround());
        reading.periods().forEach(period -> ground.count(period, owing.getOrDefault(code, 0)));
      });
    }
    Map<IndicatorCode, Set<Period>> common = new HashMap<>();
    grounds.forEach((code, ground) -> common.put(code, ground.common()));
    List<Candidate<Measure>> candidates = new ArrayList<>();
    readings.forEach((agency, own) -> candidates.add(candidate(agency, own, common, extent)));
    return Ranking.of(candidates, Measure.BEST_FIRST, before);
  }

  private Candidate<Measure> candidate(
      Agency agency,
      Map<IndicatorCode, Reading> own,
      Map<IndicatorCode, Set<Period>> common,
      Extent extent) {
    Figure.Ratio met = met(agency, own, extent);
    Reason reason = reason(own, covered(agency, own, common), met);
    Measure measure = reason == null ? new Measure(met, score(own).share()) : null;
    return new Candidate<>(agency, measure, new Merit(met.fraction(), null), reason);
  }

  private static @Nullable Reason reason(
      Map<IndicatorCode, Reading> own, boolean covered, Figure.Ratio met) {
    if (own.values().stream().allMatch(reading -> reading.judged() == null)) {
      return Reason.UNREPORTED;
    }
    if (!covered) {
      return Reason.COVERAGE;
    }
    return met.denominator() == 0 ? Reason.FEW_CASES : null;
  }

  /// Whether it has sent enough of the reports that most have sent, of all its indicators together:
  /// who fell silent in June has no place in November.
  private boolean covered(
      Agency agency, Map<IndicatorCode, Reading> own, Map<IndicatorCode, Set<Period>> common) {
    long there = 0;
    long asked = 0;
    for (Indicator indicator : catalogue.owedBy(agency.code())) {
      Reading reading = own.get(indicator.code());
      Set<Period> periods = common.getOrDefault(indicator.code(), Set.of());
      Set<Period> since = CommonGround.since(agency, indicator, periods);
      asked += since.size();
      there += reading == null ? 0 : CommonGround.reported(reading.periods(), since);
    }
    return CommonGround.covered(there, asked, catalogue.ranking().coverageFloor());
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
