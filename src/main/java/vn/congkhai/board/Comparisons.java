package vn.congkhai.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Statements.Official;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Period;

/// Our figures beside those of other sources. Nothing of theirs is ever taken for ours.
final class Comparisons {
  private final Snapshot snapshot;

  Comparisons(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /// All of them, the newest day first.
  List<Comparison> all() {
    List<Comparison> all = new ArrayList<>();
    for (Official official : snapshot.statements().official()) {
      Indicator indicator = snapshot.catalogue().indicator(official.figure().indicator().value());
      if (indicator != null) {
        Agency agency = snapshot.catalogue().agency(official.figure().about().value());
        all.add(
            new Comparison(
                agency, indicator, official, ours(agency, indicator, official.figure().period())));
      }
    }
    all.sort(
        Comparator.<Comparison, LocalDate>comparing(
                comparison -> comparison.official().figure().asOf())
            .reversed());
    return all;
  }

  private OptionalDouble ours(@Nullable Agency agency, Indicator indicator, Period period) {
    if (agency == null) {
      List<Series> everybody =
          snapshot.catalogue().agencies().stream()
              .map(each -> snapshot.series(each, indicator))
              .toList();
      Figure.Ratio sum = Sums.of(everybody).at(period);
      return sum == null ? OptionalDouble.empty() : sum.fraction();
    }
    Reported reported = snapshot.series(agency, indicator).at(period);
    if (reported == null) {
      return OptionalDouble.empty();
    }
    return switch (reported.figure()) {
      case Figure.Ratio ratio -> ratio.fraction();
      case Figure.Value value ->
          indicator.percent()
              ? OptionalDouble.of(value.amount().movePointLeft(2).doubleValue())
              : OptionalDouble.empty();
    };
  }
}
