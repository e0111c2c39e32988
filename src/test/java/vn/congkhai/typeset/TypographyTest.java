package vn.congkhai.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congkhai.indicator.Addressees;
import vn.congkhai.indicator.Bound;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.Level;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.PlanCode;
import vn.congkhai.indicator.PlanDate;
import vn.congkhai.indicator.Target;
import vn.congkhai.indicator.Text;
import vn.congkhai.indicator.Validity;

class TypographyTest {
  private final Typography vi = new Typography(Words.of(Language.VI));
  private final Typography en = new Typography(Words.of(Language.EN));

  private static Target target(Bound bound, String value) {
    return new Target(
        new IndicatorCode("i"),
        new PlanCode("p"),
        "I",
        bound,
        new BigDecimal(value),
        Validity.ALWAYS,
        Addressees.of(Level.COMMUNE),
        "s",
        "",
        "p",
        null);
  }

  @ParameterizedTest
  @CsvSource({
    "94996, 100000, AT_LEAST, 95, '94,996%'",
    "949999, 1000000, AT_LEAST, 95, '94,9999%'",
    "60001, 100000, ABOVE, 60, '60,001%'",
    "60, 100, ABOVE, 60, '60%'",
    "812, 1043, ABOVE, 60, '77,85%'",
    "999999999999, 1000000000000, AT_LEAST, 100, '99,999999%'",
    "975, 1000, AT_LEAST, 97, '97,5%'",
  })
  void a_percentage_never_rounds_across_its_target(
      long numerator, long denominator, Bound bound, String value, String text) {
    assertThat(vi.percent(new Figure.Ratio(numerator, denominator), target(bound, value)))
        .isEqualTo(text);
  }

  @Test
  void numbers_are_grouped_as_the_language_does() {
    assertThat(vi.count(1_234_567)).isEqualTo("1.234.567");
    assertThat(en.count(1_234_567)).isEqualTo("1,234,567");
    assertThat(vi.percent(new BigDecimal("96.4"))).isEqualTo("96,4%");
  }

  @Test
  void moments_are_told_in_vietnams_time() {
    Instant moment = Instant.parse("2026-04-08T20:15:00Z");

    assertThat(vi.moment(moment)).isEqualTo("03:15 ngày 09/04/2026");
    assertThat(en.moment(moment)).isEqualTo("03:15 on 9 Apr 2026");
  }

  @ParameterizedTest
  @CsvSource({
    "09/4/2026,     09/4/2026,     9 Apr 2026",
    "31/12/2025,    31/12/2025,    31 Dec 2025",
    "tháng 01/2026, tháng 01/2026, January 2026",
    "tháng 8/2025,  tháng 8/2025,  August 2025",
  })
  void the_date_of_a_plan_stays_as_printed_and_is_told_in_english(
      String printed, String inVietnamese, String inEnglish) {
    PlanDate date = Objects.requireNonNull(PlanDate.parse(printed));

    assertThat(vi.date(date)).isEqualTo(inVietnamese);
    assertThat(en.date(date)).isEqualTo(inEnglish);
  }

  @ParameterizedTest
  @CsvSource({
    "PT30S,  vừa xong,          just now",
    "PT1M,   1 phút trước,      1 minute ago",
    "PT3M,   3 phút trước,      3 minutes ago",
    "PT119M, 1 giờ trước,       1 hour ago",
    "PT5H,   5 giờ trước,       5 hours ago",
    "P1D,    1 ngày trước,      1 day ago",
    "P40D,   40 ngày trước,     40 days ago",
    "P1234D, 1.234 ngày trước, '1,234 days ago'",
  })
  void ages_are_told_in_words(Duration age, String inVietnamese, String inEnglish) {
    Instant now = Instant.parse("2026-11-22T02:00:00Z");

    assertThat(vi.age(now.minus(age), now)).isEqualTo(inVietnamese);
    assertThat(en.age(now.minus(age), now)).isEqualTo(inEnglish);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11, tháng 11/2026,         November 2026",
    "2026-03, tháng 3/2026,          March 2026",
    "2026-Q1, quý I/2026,            Q1 2026",
    "2026-Q4, quý IV/2026,           Q4 2026",
    "2026-H1, 6 tháng đầu năm 2026,  first half of 2026",
    "2026-H2, 6 tháng cuối năm 2026, second half of 2026",
    "2026,    năm 2026,              2026",
  })
  void periods_are_told_as_the_plans_tell_them(String text, String inVietnamese, String inEnglish) {
    Period period = Objects.requireNonNull(Period.parse(text));

    assertThat(vi.period(period)).isEqualTo(inVietnamese);
    assertThat(en.period(period)).isEqualTo(inEnglish);
  }

  @Test
  void a_unit_is_named_in_the_language_of_the_page() {
    Text unit = new Text("kế hoạch", "plan");

    assertThat(vi.value(BigDecimal.ONE, unit)).isEqualTo("1 kế hoạch");
    assertThat(en.value(BigDecimal.ONE, unit)).isEqualTo("1 plan");
    assertThat(en.value(new BigDecimal("96.4"), new Text("%", "%"))).isEqualTo("96.4%");
  }
}
