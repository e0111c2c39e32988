package vn.congkhai.indicator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import vn.congkhai.indicator.Shortfall.Basis;
import vn.congkhai.indicator.Shortfall.Rest;

class ShortfallProperties {
  /// Whole per cents and finer ones, and nothing that no share can be.
  @Provide
  Arbitrary<Target> targets() {
    Arbitrary<BigDecimal> values =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 100).map(BigDecimal::valueOf),
            Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(100))
                .ofScale(6)
                .withoutEdgeCases());
    return Combinators.combine(Arbitraries.of(Bound.class), values)
        .as((bound, value) -> StandingTest.target(bound, value.toPlainString()))
        .filter(target -> target.bound().met(BigDecimal.valueOf(100).compareTo(target.value())));
  }

  @Provide
  Arbitrary<Figure.Ratio> sums() {
    return cases(1)
        .flatMap(denominator ->
            Arbitraries.longs()
                .between(0, denominator)
                .map(numerator -> new Figure.Ratio(numerator, denominator)));
  }

  @Provide
  Arbitrary<Rest> rests() {
    return cases(0).map(cases -> new Rest(cases, Basis.LAST_YEAR)).withoutEdgeCases();
  }

  /// Mostly few, because that is where one case more or less decides.
  private static Arbitrary<Long> cases(long fewest) {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.longs().between(fewest, 300)),
        Tuple.of(1, Arbitraries.longs().between(fewest, Figure.LARGEST).withoutEdgeCases()));
  }

  private static Standing standing(long numerator, long denominator, Target target) {
    return Standing.of(new Figure.Ratio(numerator, denominator), target);
  }

  private static Shortfall missed(Figure.Ratio sums, Target target, Rest rest) {
    Assume.that(Standing.of(sums, target) == Standing.MISSED);
    return requireNonNull(Shortfall.of(sums, target, rest));
  }

  @Property
  void the_missing_cases_meet_the_target_and_one_fewer_does_not(
      @ForAll("sums") Figure.Ratio sums, @ForAll("targets") Target target) {
    long missing = missed(sums, target, Rest.NOTHING).missingCases();

    long enough = sums.numerator() + missing;
    assertThat(standing(enough, sums.denominator(), target)).isEqualTo(Standing.MET);
    assertThat(standing(enough - 1, sums.denominator(), target)).isEqualTo(Standing.MISSED);
  }

  @Property
  void the_needed_cases_of_the_rest_meet_the_target_and_one_fewer_does_not(
      @ForAll("sums") Figure.Ratio sums,
      @ForAll("targets") Target target,
      @ForAll("rests") Rest rest) {
    Shortfall shortfall = missed(sums, target, rest);
    Assume.that(Boolean.TRUE.equals(shortfall.reachable()));

    long enough = sums.numerator() + shortfall.needed();
    long all = sums.denominator() + rest.cases();
    assertThat(standing(enough, all, target)).isEqualTo(Standing.MET);
    assertThat(standing(enough - 1, all, target)).isEqualTo(Standing.MISSED);
  }

  @Property
  void out_of_reach_is_what_the_whole_rest_does_not_meet(
      @ForAll("sums") Figure.Ratio sums,
      @ForAll("targets") Target target,
      @ForAll("rests") Rest rest) {
    Shortfall shortfall = missed(sums, target, rest);

    long best = sums.numerator() + rest.cases();
    Standing atBest = standing(best, sums.denominator() + rest.cases(), target);
    assertThat(shortfall.reachable()).isEqualTo(atBest == Standing.MET);
  }

  @Property
  void the_needed_ratio_is_at_most_one_when_the_target_can_be_reached(
      @ForAll("sums") Figure.Ratio sums,
      @ForAll("targets") Target target,
      @ForAll("rests") Rest rest) {
    Shortfall shortfall = missed(sums, target, rest);
    Assume.that(rest.cases() > 0);

    boolean atMostOne = shortfall.neededRatio().orElseThrow() <= 1;
    assertThat(shortfall.reachable()).isEqualTo(atMostOne);
  }

  @Property
  void nothing_is_short_of_a_target_that_is_met(
      @ForAll("sums") Figure.Ratio sums,
      @ForAll("targets") Target target,
      @ForAll("rests") Rest rest) {
    Assume.that(Standing.of(sums, target) == Standing.MET);

    assertThat(Shortfall.of(sums, target, rest)).isNull();
  }

  @Property
  void the_needed_share_of_the_rest_ends_the_year_at_the_target_met_so_far_or_not(
      @ForAll("sums") Figure.Ratio sums,
      @ForAll("targets") Target target,
      @ForAll("rests") Rest rest) {
    Assume.that(rest.cases() > 0 && rest.cases() <= 300);

    double needed = Shortfall.neededRatio(sums, target, rest).orElseThrow();

    assertThat(needed).isGreaterThanOrEqualTo(0);
    Assume.that(needed <= 1);
    long all = sums.denominator() + rest.cases();
    long enough = sums.numerator() + Math.round(needed * rest.cases());
    assertThat(standing(enough, all, target)).isEqualTo(Standing.MET);
    Assume.that(needed > 0);
    assertThat(standing(enough - 1, all, target)).isEqualTo(Standing.MISSED);
  }
}
