package vn.congkhai.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
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

/// Ranks by one indicator: the year to date, or the newest bare value.
final class IndicatorRanking {
  private static final Comparator<Figure> HIGHER_FIRST = IndicatorRanking::higherFirst;

  private final Indicator indicator;
  private final RankingRules rules;
  private final List<Agency> owing;

  /// @param agencies those that exist
  IndicatorRanking(Indicator indicator, RankingRules rules, List<Agency> agencies) {
    this.indicator = indicator;
    this.rules = rules;
    this.owing = agencies.stream().filter(indicator::owedBy).toList();
  }

  Ranking rank(Extent extent, @Nullable Ranking before) {
    Map<Agency, Reading> readings = new LinkedHashMap<>();
    CommonGround ground = new CommonGround();
    for (Agency agency : owing) {
      Reading reading = extent.read(agency, indicator);
      readings.put(agency, reading);
      reading.periods().forEach(period -> ground.count(period, owing.size()));
    }
    Set<Period> common = ground.common();
    List<Candidate<Figure>> candidates = new ArrayList<>();
    readings.forEach((agency, reading) -> {
      Reason reason = reason(reading, CommonGround.since(agency, indicator, common));
      Figure measure = reason == null ? reading.judged() : null;
      candidates.add(new Candidate<>(agency, measure, merit(reading), reason));
    });
    return Ranking.of(candidates, HIGHER_FIRST, before);
  }

  private @Nullable Reason reason(Reading reading, Set<Period> asked) {
    if (reading.judged() == null) {
      return Reason.UNREPORTED;
    }
    long there = CommonGround.reported(reading.periods(), asked);
    if (!CommonGround.covered(there, asked.size(), rules.coverageFloor())) {
      return Reason.COVERAGE;
    }
    boolean few =
        reading.judged() instanceof Figure.Ratio ratio && ratio.denominator() < leastCases();
    return few ? Reason.FEW_CASES : null;
  }

  /// A stock, and tasks, are few by nature; only where cases happen can there be too few.
  private long leastCases() {
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
}
