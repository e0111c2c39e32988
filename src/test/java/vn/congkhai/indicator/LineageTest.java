package vn.congkhai.indicator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.catalogue.Catalogues;

class LineageTest {
  /// Lineage of units that are written `c=a+b`: c came of a and b.
  private static Lineage lineage(String written) {
    List<Agency> agencies = new ArrayList<>();
    for (String unit : written.split(" ")) {
      String[] sides = unit.split("=");
      agencies.add(agency(sides[0], sides.length == 1 ? List.of() : codes(sides[1])));
    }
    return new Lineage(agencies);
  }

  private static Agency agency(String code, List<AgencyCode> predecessors) {
    return new Agency(
        new AgencyCode(code), code, code, Level.COMMUNE, Validity.ALWAYS, predecessors);
  }

  private static List<AgencyCode> codes(String joined) {
    return Arrays.stream(joined.split("\\+")).map(AgencyCode::new).toList();
  }

  private static String sorted(List<Agency> agencies) {
    return String.join(
        " ", agencies.stream().map(agency -> agency.code().value()).sorted().toList());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          # units             | of | successors | absorbed | comparable
          # untouched
          a b                 | a  | ''         | ''       | a
          # a merger
          a b c=a+b           | a  | c          | ''       | a b c
          a b c=a+b           | c  | ''         | a b      | a b c
          # renamed
          a b=a               | a  | b          | ''       | a b
          a b=a               | b  | ''         | a        | a b
          # a split
          a b=a c=a           | a  | b c        | ''       | a b c
          a b=a c=a           | b  | ''         | ''       | a b c
          a b=a c=a           | c  | ''         | ''       | a b c
          # a chain of mergers
          a b c=a+b d e=c+d   | a  | c          | ''       | a b c d e
          a b c=a+b d e=c+d   | c  | e          | a b      | a b c d e
          a b c=a+b d e=c+d   | e  | ''         | a b c d  | a b c d e
          # the same, the newest named first
          e=c+d c=a+b a b d   | e  | ''         | a b c d  | a b c d e
          # a merger that was split
          a b c=a+b d=c e=c   | c  | d e        | a b      | a b c d e
          a b c=a+b d=c e=c   | d  | ''         | ''       | a b c d e
          # a unit of which one half went into another
          a b c=a+b d=a       | a  | c d        | ''       | a b c d
          a b c=a+b d=a       | c  | ''         | b        | a b c d
          a b c=a+b d=a       | d  | ''         | ''       | a b c d
          # others are none of its business
          a b=a c d=c e       | b  | ''         | a        | a b
          # a unit nobody knows
          a b=a               | x  | ''         | ''       | ''
          """)
  void counts_are_added_over_mergers_and_not_divided_over_splits(
      String units, String of, String successors, String absorbed, String comparable) {
    Lineage lineage = lineage(units);
    AgencyCode code = new AgencyCode(of);

    assertThat(sorted(lineage.successors(code))).isEqualTo(successors);
    assertThat(sorted(lineage.absorbed(code))).isEqualTo(absorbed);
    assertThat(sorted(lineage.comparable(code))).isEqualTo(comparable);
  }

  @ParameterizedTest
  @CsvSource({
    "cao-bang-2026,    cb-so-thong-tin-va-truyen-thong,    cb-so-khoa-hoc-va-cong-nghe, 2025-02-28",
    "thai-nguyen-2025, bk-van-phong-ubnd,                  tn-van-phong-ubnd, 2025-06-30",
    "thai-nguyen-2025, bk-so-tu-phap,                      tn-so-tu-phap, 2025-06-30",
    "thai-nguyen-2025, bk-so-van-hoa-the-thao-va-du-lich,  tn-so-van-hoa-the-thao-va-du-lich, 2025-06-30",
    "thai-nguyen-2025, bk-so-giao-duc-va-dao-tao,          tn-so-giao-duc-va-dao-tao, 2025-06-30",
    "thai-nguyen-2025, bk-so-tai-chinh,                    tn-so-tai-chinh, 2025-06-30",
    "thai-nguyen-2025, bk-so-cong-thuong,                  tn-so-cong-thuong, 2025-06-30",
    "thai-nguyen-2025, bk-so-y-te,                         tn-so-y-te, 2025-06-30",
    "thai-nguyen-2025, bk-thanh-tra-tinh,                  tn-thanh-tra-tinh, 2025-06-30",
    "thai-nguyen-2025, bk-ban-quan-ly-cac-khu-cong-nghiep, tn-ban-quan-ly-cac-khu-cong-nghiep, 2025-06-30",
  })
  void a_department_that_ended_lives_on_in_the_one_it_was_merged_into(
      String name, String former, String present, LocalDate last) {
    Catalogue catalogue = Catalogues.builtIn(name);
    Agency ended = requireNonNull(catalogue.agency(former));
    Agency heir = requireNonNull(catalogue.agency(present));

    assertThat(ended.validity().until()).isEqualTo(last);
    assertThat(heir.validity().over(LocalDate.of(2026, 12, 31))).isFalse();
    assertThat(catalogue.lineage().successors(ended.code())).containsExactly(heir);
    assertThat(catalogue.lineage().absorbed(heir.code())).containsExactly(ended);
    assertThat(catalogue.lineage().comparable(heir.code())).containsExactlyInAnyOrder(heir, ended);
    assertThat(catalogue.lineage().comparable(ended.code())).containsExactlyInAnyOrder(heir, ended);
  }

  @ParameterizedTest
  @CsvSource({"cao-bang-2026, 1", "thai-nguyen-2025, 9", "bac-kan-2024, 0"})
  void no_other_built_in_agency_was_ever_merged_or_split(String name, int mergers) {
    Catalogue catalogue = Catalogues.builtIn(name);

    assertThat(catalogue.agencies())
        .filteredOn(agency -> catalogue.lineage().comparable(agency.code()).size() > 1)
        .hasSize(2 * mergers);
    assertThat(catalogue.agencies())
        .filteredOn(agency -> !catalogue.lineage().absorbed(agency.code()).isEmpty())
        .hasSize(mergers);
  }

  @Test
  void a_department_that_ended_owes_nothing_for_periods_after_it() {
    Agency former = requireNonNull(Catalogues.caoBang().agency("cb-so-thong-tin-va-truyen-thong"));
    Period february = requireNonNull(Period.parse("2025-02"));

    assertThat(former.existsFor(february, Regime.ADMINISTRATIVE)).isTrue();
    assertThat(former.existsFor(february, Regime.STATISTICAL)).isTrue();
    assertThat(former.existsFor(february.next(), Regime.ADMINISTRATIVE)).isFalse();
    assertThat(former.existsFor(february.next(), Regime.STATISTICAL)).isFalse();
  }
}
