package vn.congkhai.pages;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.catalogue.Catalogues;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Target;
import vn.congkhai.pages.Views.Course;
import vn.congkhai.typeset.Typography;
import vn.congkhai.typeset.Words;

class CoursesTest {
  private static final Catalogue CATALOGUE = Catalogues.caoBang();
  private static final Indicator ON_TIME = requireNonNull(CATALOGUE.indicator("on-time-rate"));
  private static final Target NINETY_SEVEN =
      CATALOGUE.targets().of(ON_TIME.code()).stream()
          .filter(target -> target.value().intValue() == 97)
          .findFirst()
          .orElseThrow();
  private static final Words WORDS = Words.of(Language.VI);

  private final NavigableMap<Period, Figure> year = new TreeMap<>();

  @Test
  void nothing_reported_is_nothing_drawn() {
    assertThat(drawn()).isEqualTo(Views.NO_COURSE);
  }

  @Test
  void the_width_is_the_year_and_the_height_spans_figures_and_target() {
    reported("2026-01", 90);
    reported("2026-02", 94);

    Course course = drawn();

    assertThat(course.lines()).containsExactly("5,32 15,16");
    assertThat(course.aim()).isEqualTo("4");
    assertThat(course.x()).isEqualTo("15");
    assertThat(course.y()).isEqualTo("16");
  }

  @Test
  void a_period_without_a_figure_breaks_the_line() {
    reported("2026-01", 90);
    reported("2026-02", 94);
    reported("2026-04", 97);

    assertThat(drawn().lines()).containsExactly("5,32 15,16", "35,4");
  }

  @Test
  void a_period_without_cases_has_no_height() {
    reported("2026-01", 90);
    year.put(period("2026-02"), new Figure.Ratio(0, 0));
    reported("2026-03", 97);

    assertThat(drawn().lines()).containsExactly("5,32", "25,4");
  }

  @ParameterizedTest
  @CsvSource({"970, 971", "969, 970"})
  void a_small_change_is_not_blown_up(int first, int second) {
    year.put(period("2026-01"), new Figure.Ratio(first, 1000));
    year.put(period("2026-02"), new Figure.Ratio(second, 1000));

    String[] points = drawn().lines().getFirst().split("[ ,]");

    assertThat(Double.parseDouble(points[1]) - Double.parseDouble(points[3])).isBetween(0.3, 1.0);
  }

  @Test
  void who_cannot_see_it_hears_where_it_began_and_where_it_is() {
    reported("2026-01", 90);
    reported("2026-03", 97);

    assertThat(drawn().label()).isEqualTo("Từ tháng 1/2026 (90%) đến tháng 3/2026 (97%)");
  }

  private void reported(String period, long percent) {
    year.put(period(period), new Figure.Ratio(percent, 100));
  }

  private static Period period(String text) {
    return requireNonNull(Period.parse(text));
  }

  private Course drawn() {
    return new Courses(WORDS, new Typography(WORDS)).of(year, ON_TIME, NINETY_SEVEN);
  }
}
