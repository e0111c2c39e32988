package vn.congkhai.board;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static vn.congkhai.board.Reports.DEPARTMENT;
import static vn.congkhai.board.Reports.WARD;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congkhai.board.PartScore.Why;
import vn.congkhai.catalogue.Catalogues;
import vn.congkhai.indicator.ScoreProfile;
import vn.congkhai.indicator.ScoreProfile.Part;
import vn.congkhai.indicator.ScoreProfile.ZeroRule;
import vn.congkhai.indicator.Text;

/// By `catalogues/common/score.yaml`.
class ScoreTest {
  private final Reports reports = new Reports();

  private static PartScore part(Score score, String code) {
    return score.groups().stream()
        .flatMap(group -> group.parts().stream())
        .filter(part -> part.part().code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private Score score() {
    return reports.board().score(reports.agency(WARD));
  }

  @Test
  void a_full_score_is_a_hundred_points_in_five_groups() {
    ScoreProfile profile = Catalogues.caoBang().scoring().profile();

    assertThat(profile.max()).isEqualByComparingTo("100");
    assertThat(profile.groups())
        .extracting(group -> group.max().intValue())
        .containsExactly(18, 20, 22, 22, 18);
  }

  @ParameterizedTest
  @CsvSource({
    "3.3, online-dossier-rate,       0,   100, 0",
    "3.3, online-dossier-rate,       25,  100, 3",
    "3.3, online-dossier-rate,       50,  100, 6",
    "3.3, online-dossier-rate,       100, 100, 6",
    "4.2, digitisation-rate,         40,  100, 2",
    "4.2, digitisation-rate,         80,  100, 4",
    "4.3, digitised-data-reuse-rate, 20,  100, 0.5",
    "2.1, on-time-rate-in-term,      97,  100, 19.4",
    "3.6, online-payment-rate,       1,   3,   2",
  })
  void points_are_given_in_proportion_up_to_the_threshold(
      String code, String indicator, long numerator, long denominator, double points) {
    reports.sends(WARD, indicator, "2026-10", numerator, denominator);

    PartScore part = part(score(), code);

    assertThat(part.why()).isEqualTo(Why.COMPUTED);
    assertThat(part.points().orElseThrow()).isEqualTo(points, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "0,     Yếu",
    "46.76, Yếu",
    "49.99, Yếu",
    "50,    Trung bình",
    "69.99, Trung bình",
    "70,    Khá",
    "80,    Tốt",
    "82.88, Tốt",
    "86.97, Tốt",
    "89.99, Tốt",
    "90,    Xuất sắc",
    "100,   Xuất sắc",
  })
  void a_score_is_called_by_its_band(double score, String name) {
    ScoreProfile profile = Catalogues.caoBang().scoring().profile();

    assertThat(profile.band(score).name().vi()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "electronic-result-rate, 7,  10, Khá",
    "online-dossier-rate,    35, 100, Khá",
    "digitisation-rate,      18, 25, Xuất sắc",
    "digitisation-rate,      719999, 1000000, Tốt",
  })
  void exactly_the_points_of_a_band_are_in_it(
      String indicator, long numerator, long denominator, String band) {
    reports.sends(WARD, indicator, "2026-10", numerator, denominator);

    assertThat(requireNonNull(score().band()).name().vi()).isEqualTo(band);
  }

  @Test
  void what_is_not_scored_is_out_of_the_points_and_of_those_that_could_be_had() {
    reports.sends(WARD, "online-dossier-rate", "2026-10", 25, 100);
    reports.sends(WARD, "feedback-on-time-rate", "2026-10", 0, 0);

    Score score = score();

    assertThat(score.points()).isEqualTo(3);
    assertThat(score.scoredMax()).isEqualTo(6);
    assertThat(score.share()).isEqualTo(0.5);
    assertThat(requireNonNull(score.band()).name().vi()).isEqualTo("Trung bình");
  }

  @ParameterizedTest
  @CsvSource({
    "5.2, NO_CASES",
    "4.1, UNREPORTED",
    "1.2, NOT_OWED",
    "1.1, NOT_MEASURED",
  })
  void what_is_not_scored_says_why(String code, Why why) {
    reports.sends(WARD, "feedback-on-time-rate", "2026-10", 0, 0);

    PartScore part = part(score(), code);

    assertThat(part.points()).isEmpty();
    assertThat(part.why()).isEqualTo(why);
  }

  @Test
  void nobody_who_was_not_scored_is_in_a_band() {
    assertThat(score().band()).isNull();
    assertThat(score().share()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-1, 1", "1, 0", "1, 1.01"})
  void a_part_that_no_points_can_be_given_for_is_refused(BigDecimal max, BigDecimal fullAt) {
    Text text = new Text("mục", "part");

    assertThatThrownBy(() -> new Part("1.1", "", text, text, max, fullAt, ZeroRule.UNSCORED, text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no points can be given for 1.1");
  }

  @Test
  void the_province_is_scored_by_its_roll_ups() {
    reports.sends(WARD, "online-dossier-rate", "2026-10", 10, 10);
    reports.sends(DEPARTMENT, "online-dossier-rate", "2026-10", 15, 90);

    PartScore part = part(reports.board().score(), "3.3");

    assertThat(part.counts()).hasToString("Ratio[numerator=25, denominator=100]");
    assertThat(part.points()).hasValue(3);
  }
}
