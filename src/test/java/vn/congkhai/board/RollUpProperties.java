package vn.congkhai.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.catalogue.Catalogues;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Cycle;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Period;

class RollUpProperties {
  private static final String INDICATOR = "on-time-rate";

  /// On 1 July 2026 communes A and B were merged into C.
  private static final Catalogue MERGED =
      Catalogues.caoBangWith(
          "agencies.csv",
          text ->
              text
                  + """
                  cb-xa-a,commune,UBND xã A,A,,2026-06-30,,
                  cb-xa-b,commune,UBND xã B,B,,2026-06-30,,
                  cb-xa-c,commune,UBND xã C,C,2026-07-01,,cb-xa-a;cb-xa-b,
                  """);

  private static final Indicator ON_TIME = new Reports(MERGED).indicator(INDICATOR);
  private static final AgencyCode C = new AgencyCode("cb-xa-c");
  private static final List<AgencyCode> MERGED_ONES =
      List.of(new AgencyCode("cb-xa-a"), new AgencyCode("cb-xa-b"), C);
  private static final List<AgencyCode> EVERYBODY =
      MERGED.agencies().stream().map(Agency::code).toList();

  /// Where a count belongs: one stands for each agency and month.
  record Place(AgencyCode agency, Period month) {}

  @Provide
  Arbitrary<Map<Place, Figure.Ratio>> counts() {
    return Arbitraries.maps(places(Arbitraries.of(EVERYBODY)), ratios()).ofMaxSize(40);
  }

  @Provide
  Arbitrary<Map<Place, Figure.Ratio>> countsAroundTheMerger() {
    Arbitrary<AgencyCode> agencies =
        Arbitraries.oneOf(Arbitraries.of(MERGED_ONES), Arbitraries.of(Reports.WARD));
    return Arbitraries.maps(places(agencies), ratios()).ofMaxSize(40);
  }

  /// Months of the board's year, the running one among them, and of the year before it.
  private static Arbitrary<Place> places(Arbitrary<AgencyCode> agencies) {
    Arbitrary<Period> months =
        Combinators.combine(Arbitraries.of(2025, 2026, 2026), Arbitraries.integers().between(1, 12))
            .as((year, month) -> new Period(Cycle.MONTH, year, month));
    return Combinators.combine(agencies, months).as(Place::new);
  }

  private static Arbitrary<Figure.Ratio> ratios() {
    Arbitrary<Long> counts = Arbitraries.longs().between(0, 1000);
    return Combinators.combine(counts, counts)
        .as((numerator, others) -> new Figure.Ratio(numerator, numerator + others));
  }

  private static Reports reports(Map<Place, Figure.Ratio> counts) {
    Reports reports = new Reports(MERGED);
    counts.forEach((place, ratio) ->
        reports.sends(place.agency(), INDICATOR, place.month().toString(), ratio));
    return reports;
  }

  /// What the province's agencies counted in the board's year, added with plain numbers.
  private static Figure.@Nullable Ratio plainSum(Map<Place, Figure.Ratio> counts) {
    long[] sums = new long[2];
    Set<Place> found = new HashSet<>();
    counts.forEach((place, ratio) -> {
      if (place.month().year() == 2026) {
        found.add(place);
        sums[0] += ratio.numerator();
        sums[1] += ratio.denominator();
      }
    });
    return found.isEmpty() ? null : new Figure.Ratio(sums[0], sums[1]);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void the_year_to_date_of_the_province_is_the_plain_sum_of_all_counts(
      @ForAll("counts") Map<Place, Figure.Ratio> counts) {
    assertThat(reports(counts).rollUp(INDICATOR).yearToDate()).isEqualTo(plainSum(counts));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void sums_over_the_groups_of_any_partition_add_up_to_the_sums_over_all(
      @ForAll("counts") Map<Place, Figure.Ratio> counts,
      @ForAll @Size(80) List<@IntRange(max = 4) Integer> groupOf) {
    Board board = reports(counts).board();
    Map<Integer, List<Series>> groups = new HashMap<>();
    for (int i = 0; i < MERGED.agencies().size(); i++) {
      Series series = board.series(MERGED.agencies().get(i), ON_TIME);
      groups.computeIfAbsent(groupOf.get(i), _ -> new ArrayList<>()).add(series);
    }

    Figure.Ratio added = null;
    for (List<Series> group : groups.values()) {
      added = Figure.Ratio.sum(added, Sums.of(group).year(2026));
    }
    assertThat(added).isEqualTo(board.rollUp(ON_TIME).yearToDate());
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void merging_and_then_rolling_up_equals_rolling_up_and_then_merging(
      @ForAll("countsAroundTheMerger") Map<Place, Figure.Ratio> counts) {
    Map<Place, Figure.Ratio> merged = new HashMap<>();
    counts.forEach((place, ratio) -> {
      AgencyCode now = MERGED_ONES.contains(place.agency()) ? C : place.agency();
      merged.merge(new Place(now, place.month()), ratio, Figure.Ratio::plus);
    });

    Reports apart = reports(counts);
    Reports together = reports(merged);

    assertThat(judged(apart.rollUp(INDICATOR))).isEqualTo(judged(together.rollUp(INDICATOR)));
    assertThat(judged(apart.figure(C, INDICATOR))).isEqualTo(judged(together.figure(C, INDICATOR)));
  }

  /// Everything about a roll-up but who reported.
  private static List<@Nullable Object> judged(RollUp rollUp) {
    return Arrays.asList(
        rollUp.period(), rollUp.sum(), rollUp.yearToDate(), rollUp.standing(), rollUp.shortfall());
  }

  private static List<@Nullable Object> judged(AgencyFigure figure) {
    return Arrays.asList(figure.yearToDate(), figure.standing(), figure.shortfall());
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void the_year_to_date_of_a_merged_agency_is_the_plain_sum_of_what_was_merged(
      @ForAll("countsAroundTheMerger") Map<Place, Figure.Ratio> counts) {
    Map<Place, Figure.Ratio> own = new HashMap<>(counts);
    own.keySet().removeIf(place -> !MERGED_ONES.contains(place.agency()));

    assertThat(reports(counts).figure(C, INDICATOR).yearToDate()).isEqualTo(plainSum(own));
  }
}
