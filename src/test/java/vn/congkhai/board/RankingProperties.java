package vn.congkhai.board;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Ranking.Candidate;
import vn.congkhai.board.Ranking.Merit;
import vn.congkhai.board.Ranking.Place;
import vn.congkhai.board.Ranking.Reason;
import vn.congkhai.board.Ranking.Row;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Level;
import vn.congkhai.indicator.Validity;

class RankingProperties {
  /// An agency's level and what it is ranked by; with 0 it gets no place.
  record Entry(Level level, int measure) {}

  /// Few different measures, so that many are equal.
  @Provide
  Arbitrary<List<Candidate<Integer>>> candidates() {
    Arbitrary<Level> levels = Arbitraries.of(Level.DEPARTMENT, Level.COMMUNE);
    Arbitrary<Integer> measures = Arbitraries.integers().between(0, 6);
    return Combinators.combine(levels, measures)
        .as(Entry::new)
        .list()
        .ofMaxSize(30)
        .map(RankingProperties::numbered);
  }

  private static List<Candidate<Integer>> numbered(List<Entry> entries) {
    List<Candidate<Integer>> candidates = new ArrayList<>();
    for (Entry entry : entries) {
      AgencyCode code = new AgencyCode("agency-%02d".formatted(candidates.size()));
      Agency agency =
          new Agency(code, code.value(), code.value(), entry.level(), Validity.ALWAYS, List.of());
      Integer measure = entry.measure() == 0 ? null : entry.measure();
      Reason reason = measure == null ? Reason.UNREPORTED : null;
      Merit merit = new Merit(OptionalDouble.empty(), null);
      candidates.add(new Candidate<>(agency, measure, merit, reason));
    }
    return candidates;
  }

  private static Ranking rank(List<Candidate<Integer>> candidates) {
    return Ranking.of(candidates, Comparator.reverseOrder(), null);
  }

  private static @Nullable Place place(Ranking ranking, Candidate<Integer> candidate) {
    return requireNonNull(ranking.row(candidate.agency().code())).place();
  }

  private static List<Candidate<Integer>> placed(List<Candidate<Integer>> candidates) {
    return candidates.stream().filter(each -> each.measure() != null).toList();
  }

  private static int higher(
      List<Candidate<Integer>> candidates, Candidate<Integer> than, Predicate<Agency> among) {
    int measure = requireNonNull(than.measure());
    return (int)
        placed(candidates).stream()
            .filter(each -> among.test(each.agency()))
            .filter(each -> requireNonNull(each.measure()) > measure)
            .count();
  }

  @Property
  void the_order_of_the_candidates_does_not_matter(
      @ForAll("candidates") List<Candidate<Integer>> candidates, @ForAll Random random) {
    List<Candidate<Integer>> shuffled = new ArrayList<>(candidates);
    Collections.shuffle(shuffled, random);

    assertThat(rank(shuffled)).isEqualTo(rank(candidates));
  }

  @Property
  void a_place_is_one_below_the_number_of_those_who_are_better(
      @ForAll("candidates") List<Candidate<Integer>> candidates) {
    Ranking ranking = rank(candidates);

    assertThat(placed(candidates))
        .allSatisfy(each ->
            assertThat(requireNonNull(place(ranking, each)).all())
                .isEqualTo(1 + higher(candidates, each, _ -> true)));
  }

  @Property
  void a_place_within_a_level_counts_only_those_of_that_level(
      @ForAll("candidates") List<Candidate<Integer>> candidates) {
    Ranking ranking = rank(candidates);

    assertThat(placed(candidates))
        .allSatisfy(each -> {
          Level level = each.agency().level();
          Place place = requireNonNull(place(ranking, each));
          assertThat(place.level())
              .isEqualTo(1 + higher(candidates, each, other -> other.level() == level));
          assertThat(place.levelOf())
              .isEqualTo(candidates.stream().filter(one -> one.agency().level() == level).count());
        });
  }

  @Property
  void equal_measures_share_a_place_and_the_next_place_skips(
      @ForAll("candidates") List<Candidate<Integer>> candidates) {
    List<Integer> places =
        rank(candidates).rows().stream()
            .map(Row::place)
            .filter(place -> place != null)
            .map(place -> requireNonNull(place).all())
            .toList();

    for (int i = 0; i < places.size(); i++) {
      boolean shared = i > 0 && places.get(i).equals(places.get(i - 1));
      assertThat(places.get(i)).isEqualTo(shared ? places.get(i - 1) : i + 1);
    }
    assertThat(places.stream().distinct().count())
        .isEqualTo(placed(candidates).stream().map(Candidate::measure).distinct().count());
  }

  @Property
  void who_has_no_place_is_last_and_has_a_reason(
      @ForAll("candidates") List<Candidate<Integer>> candidates) {
    List<Row> rows = rank(candidates).rows();
    int placed = placed(candidates).size();

    assertThat(rows.subList(0, placed))
        .allSatisfy(row -> assertThat(row.place()).isNotNull())
        .allSatisfy(row -> assertThat(row.reason()).isNull());
    assertThat(rows.subList(placed, rows.size()))
        .allSatisfy(row -> assertThat(row.place()).isNull())
        .allSatisfy(row -> assertThat(row.reason()).isEqualTo(Reason.UNREPORTED))
        .isSortedAccordingTo(Comparator.comparing(row -> row.agency().code()));
  }

  @Property
  void places_are_out_of_everybody(@ForAll("candidates") List<Candidate<Integer>> candidates) {
    assertThat(rank(candidates).rows())
        .hasSameSizeAs(candidates)
        .allSatisfy(row -> assertThat(row.of()).isEqualTo(candidates.size()));
  }

  @Property
  void a_movement_is_the_difference_of_two_places(
      @ForAll("candidates") List<Candidate<Integer>> before,
      @ForAll("candidates") List<Candidate<Integer>> now) {
    Ranking was = rank(before);
    Ranking is = Ranking.of(now, Comparator.reverseOrder(), was);

    for (Row row : is.rows()) {
      Row old = was.row(row.agency().code());
      Place from = old == null ? null : old.place();
      Place to = row.place();
      Integer gained = from == null || to == null ? null : from.all() - to.all();
      assertThat(row.movement()).isEqualTo(gained);
    }
  }
}
