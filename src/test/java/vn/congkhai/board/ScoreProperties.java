package vn.congkhai.board;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import vn.congkhai.board.PartScore.Why;
import vn.congkhai.board.Score.Found;
import vn.congkhai.board.Score.GroupScore;
import vn.congkhai.catalogue.Scoring;
import vn.congkhai.catalogue.Scoring.Measured;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.ScoreProfile;
import vn.congkhai.indicator.ScoreProfile.Band;
import vn.congkhai.indicator.ScoreProfile.Group;
import vn.congkhai.indicator.ScoreProfile.Part;
import vn.congkhai.indicator.ScoreProfile.ZeroRule;
import vn.congkhai.indicator.Text;
import vn.congkhai.indicator.Validity;

class ScoreProperties {
  private static final Text TEXT = new Text("mục", "part");

  /// A part and what its indicator gives.
  record Scored(Part part, Found found) {}

  @Provide
  Arbitrary<List<Scored>> scored() {
    return Combinators.combine(parts(), found()).as(Scored::new).list().ofMinSize(1).ofMaxSize(8);
  }

  @Provide
  Arbitrary<Part> parts() {
    Arbitrary<BigDecimal> hundredths =
        Arbitraries.integers().between(1, 100).map(each -> BigDecimal.valueOf(each, 2));
    Arbitrary<BigDecimal> maxima =
        Arbitraries.integers().between(1, 2000).map(each -> BigDecimal.valueOf(each, 2));
    return Combinators.combine(maxima, hundredths, Arbitraries.of(ZeroRule.class))
        .as((max, fullAt, zero) -> new Part("?", "", TEXT, TEXT, max, fullAt, zero, TEXT));
  }

  private static Arbitrary<Found> found() {
    Arbitrary<Long> counts = Arbitraries.longs().between(0, 500);
    Arbitrary<Found> ratios =
        Combinators.combine(counts, counts)
            .as((n, others) -> new Found.Counts(new Figure.Ratio(n, n + others)));
    return Arbitraries.oneOf(
        ratios,
        Arbitraries.just(new Found.Counts(Figure.Ratio.NONE)),
        Arbitraries.of(Why.UNREPORTED, Why.NOT_OWED).map(Found.Nothing::new));
  }

  /// Scores by a profile with those parts, two in a group.
  private static Score score(List<Scored> scored) {
    List<Group> groups = new ArrayList<>();
    Map<String, Measured> measured = new HashMap<>();
    Map<IndicatorCode, Found> found = new HashMap<>();
    for (int i = 0; i < scored.size(); i += 2) {
      List<Part> parts = new ArrayList<>();
      for (int j = i; j < Math.min(i + 2, scored.size()); j++) {
        Part part = coded("p" + j, scored.get(j).part());
        IndicatorCode indicator = new IndicatorCode("indicator-" + j);
        parts.add(part);
        measured.put(part.code(), new Measured(part.code(), indicator, null));
        found.put(indicator, scored.get(j).found());
      }
      groups.add(new Group("g" + i, TEXT, sum(parts), parts));
    }
    Scoring scoring = new Scoring(profile(groups), measured);
    return Score.of(
        scoring, LocalDate.of(2026, 6, 1), each -> requireNonNull(found.get(each.indicator())));
  }

  private static Part coded(String code, Part part) {
    return new Part(code, "", TEXT, TEXT, part.max(), part.fullAt(), part.zero(), TEXT);
  }

  private static BigDecimal sum(List<Part> parts) {
    return parts.stream().map(Part::max).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// With a band that begins at each whole number and is called by it.
  private static ScoreProfile profile(List<Group> groups) {
    List<Band> bands = new ArrayList<>();
    for (int from = 0; from < 100; from++) {
      String name = Integer.toString(from);
      bands.add(new Band(new Text(name, name), BigDecimal.valueOf(from)));
    }
    return new ScoreProfile("profile", TEXT, TEXT, Validity.ALWAYS, groups, bands, List.of());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void points_are_never_negative_and_never_above_the_maximum(
      @ForAll("scored") List<Scored> scored) {
    Score score = score(scored);

    for (GroupScore group : score.groups()) {
      for (PartScore part : group.parts()) {
        assertThat(part.points().orElse(0)).isBetween(0.0, part.part().max().doubleValue());
      }
      assertThat(group.points()).isBetween(0.0, group.group().max().doubleValue());
      assertThat(group.points()).isLessThanOrEqualTo(group.scoredMax());
    }
    assertThat(score.points()).isBetween(0.0, score.profile().max().doubleValue());
    assertThat(score.share()).isBetween(0.0, 1.0);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void what_is_not_scored_is_as_if_the_profile_did_not_have_it(
      @ForAll("scored") List<Scored> scored) {
    List<Scored> rest = scored.stream().filter(each -> points(each).scored()).toList();

    Score score = score(scored);
    Score without = score(rest);
    assertThat(score.points()).isEqualTo(without.points(), within(1e-9));
    assertThat(score.scoredMax())
        .isEqualTo(sum(rest.stream().map(Scored::part).toList()).doubleValue(), within(1e-9));
    assertThat(score.share()).isEqualTo(without.share(), within(1e-9));
    assertThat(score.band() == null).isEqualTo(rest.isEmpty());
  }

  private static PartScore points(Scored scored) {
    return score(List.of(scored)).groups().getFirst().parts().getFirst();
  }

  @Property
  void one_case_more_that_qualifies_never_costs_points(
      @ForAll("parts") Part part,
      @ForAll @LongRange(max = 1000) long numerator,
      @ForAll @LongRange(min = 1, max = 1000) long others) {
    long denominator = numerator + others;

    double before = part.points(new Figure.Ratio(numerator, denominator));
    double after = part.points(new Figure.Ratio(numerator + 1, denominator));
    assertThat(after).isGreaterThanOrEqualTo(before);
  }

  @Property
  void the_threshold_earns_all_points_and_half_of_it_half(
      @ForAll("parts") Part part, @ForAll @LongRange(min = 1, max = 1_000_000) long hundreds) {
    long threshold = part.fullAt().movePointRight(2).longValueExact() * hundreds;
    Figure.Ratio at = new Figure.Ratio(threshold, 100 * hundreds);
    Figure.Ratio half = new Figure.Ratio(threshold, 200 * hundreds);

    double max = part.max().doubleValue();
    assertThat(part.points(at)).isEqualTo(max, within(1e-9));
    assertThat(part.points(half)).isEqualTo(max / 2, within(1e-9));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void exactly_the_points_of_a_band_are_in_it(
      @ForAll @Size(min = 1, max = 8) List<@From("parts") Part> parts,
      @ForAll @IntRange(min = 1, max = 99) int perCent,
      @ForAll @LongRange(min = 1, max = 1000) long cases) {
    List<Scored> scored = new ArrayList<>();
    for (Part part : parts) {
      long full = part.fullAt().movePointRight(2).longValueExact();
      Figure.Ratio ratio = new Figure.Ratio(full * perCent * cases, 10_000 * cases);
      scored.add(new Scored(part, new Found.Counts(ratio)));
    }

    assertThat(requireNonNull(score(scored).band()).from()).isEqualTo(new BigDecimal(perCent));
  }
}
