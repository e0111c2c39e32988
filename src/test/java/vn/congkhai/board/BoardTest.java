package vn.congkhai.board;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.catalogue.Catalogues;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Change;
import vn.congkhai.indicator.Draft;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Observation;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Standing;
import vn.congkhai.indicator.Submission;

class BoardTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final AgencyCode WARD = new AgencyCode("cb-xa-01273");
  private static final AgencyCode COMMUNE = new AgencyCode("cb-xa-01708");

  private final Catalogue catalogue = Catalogues.caoBang();
  private final Figures figures = new Figures(catalogue);
  private long number = 1;

  @CanIgnoreReturnValue
  private Submission reports(
      AgencyCode agency, String indicator, String period, Figure figure, Instant at) {
    Observation observation =
        new Observation(new IndicatorCode(indicator), requireNonNull(Period.parse(period)), figure);
    Draft draft = new Draft(agency, "1", "", List.of(observation));
    Submission submission = figures.judge(number++, at, List.of(draft)).getFirst();
    figures.confirm();
    return submission;
  }

  @CanIgnoreReturnValue
  private Submission reports(AgencyCode agency, String indicator, String period, long n, long d) {
    return reports(agency, indicator, period, new Figure.Ratio(n, d), NOW);
  }

  private Board board() {
    return new BoardBuilder(catalogue, figures.committed(), NOW).build();
  }

  private RollUp rollUp(String indicator) {
    return board().rollUp(requireNonNull(catalogue.indicator(indicator)));
  }

  private AgencyFigure figure(AgencyCode agency, String indicator) {
    Indicator asked = requireNonNull(catalogue.indicator(indicator));
    return board().figures(agency).stream()
        .filter(figure -> figure.indicator().equals(asked))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_province_is_the_ratio_of_sums_and_no_mean_of_ratios() {
    reports(WARD, "on-time-rate", "2026-10", 1, 1);
    reports(COMMUNE, "on-time-rate", "2026-10", 0, 999);

    RollUp rollUp = rollUp("on-time-rate");

    assertThat(rollUp.sum()).isEqualTo(new Figure.Ratio(1, 1000));
    assertThat(rollUp.coverage()).isEqualTo(new Coverage(2, 71));
    assertThat(rollUp.standing()).isEqualTo(Standing.MISSED);
  }

  @Test
  void a_ratio_is_judged_by_the_year_to_date() {
    reports(WARD, "on-time-rate", "2026-09", 90, 100);
    Submission october = reports(WARD, "on-time-rate", "2026-10", 100, 100);

    assertThat(october.observations().getFirst().standing()).isEqualTo(Standing.MISSED);
    assertThat(figure(WARD, "on-time-rate").yearToDate()).isEqualTo(new Figure.Ratio(190, 200));
    assertThat(figure(WARD, "on-time-rate").standing()).isEqualTo(Standing.MISSED);
  }

  @Test
  void a_value_is_judged_by_its_newest_period_and_not_rolled_up() {
    reports(
        WARD, "satisfaction-procedures", "2026-09", new Figure.Value(new BigDecimal("90")), NOW);
    reports(
        WARD, "satisfaction-procedures", "2026-10", new Figure.Value(new BigDecimal("95")), NOW);

    assertThat(figure(WARD, "satisfaction-procedures").standing()).isEqualTo(Standing.MET);
    assertThat(rollUp("satisfaction-procedures").sum()).isNull();
    assertThat(rollUp("satisfaction-procedures").agenciesMet()).isEqualTo(1);
  }

  @Test
  void figures_of_another_year_do_not_count() {
    reports(WARD, "on-time-rate", "2025-12", 0, 100);

    assertThat(figure(WARD, "on-time-rate").standing()).isEqualTo(Standing.UNREPORTED);
    assertThat(rollUp("on-time-rate").coverage().reported()).isZero();
  }

  @Test
  void the_province_shows_the_newest_ended_period_before_a_running_one() {
    reports(WARD, "on-time-rate", "2026-12", 5, 5);
    assertThat(rollUp("on-time-rate").period()).hasToString("2026-12");
    assertThat(rollUp("on-time-rate").interim()).isTrue();

    reports(COMMUNE, "on-time-rate", "2026-10", 7, 7);
    assertThat(rollUp("on-time-rate").period()).hasToString("2026-10");
    assertThat(rollUp("on-time-rate").yearToDate()).isEqualTo(new Figure.Ratio(12, 12));
  }

  @Test
  void a_correction_replaces_the_figure_and_keeps_what_it_was() {
    reports(WARD, "on-time-rate", "2026-10", 97, 100);
    Submission again = reports(WARD, "on-time-rate", "2026-10", 96, 100);

    Reported newest = requireNonNull(figure(WARD, "on-time-rate").newest());
    assertThat(again.observations().getFirst().change()).isEqualTo(Change.CORRECTED);
    assertThat(newest.figure()).isEqualTo(new Figure.Ratio(96, 100));
    assertThat(newest.before()).isEqualTo(new Figure.Ratio(97, 100));
  }

  @Test
  void an_interim_figure_that_grows_was_not_corrected() {
    reports(WARD, "on-time-rate", "2026-12", 9, 10);
    reports(WARD, "on-time-rate", "2026-12", 19, 20);

    assertThat(requireNonNull(figure(WARD, "on-time-rate").newest()).corrected()).isFalse();
  }

  @Test
  void the_same_figure_again_changes_nothing() {
    Submission first = reports(WARD, "on-time-rate", "2026-10", 97, 100);
    Submission again = reports(WARD, "on-time-rate", "2026-10", 97, 100);

    assertThat(again.observations().getFirst().change()).isEqualTo(Change.UNCHANGED);
    assertThat(requireNonNull(figure(WARD, "on-time-rate").newest()).submission())
        .isEqualTo(first.number());
  }

  @Test
  void no_cases_stand_for_themselves() {
    reports(WARD, "feedback-on-time-rate", "2026-10", 0, 0);

    assertThat(figure(WARD, "feedback-on-time-rate").standing()).isEqualTo(Standing.NO_CASES);
    assertThat(rollUp("feedback-on-time-rate").standing()).isEqualTo(Standing.NO_CASES);
  }

  @Test
  void a_batch_under_way_is_seen_by_the_next_and_by_nobody_else() {
    Observation october =
        new Observation(
            new IndicatorCode("on-time-rate"),
            requireNonNull(Period.parse("2026-10")),
            new Figure.Ratio(1, 1));
    Draft draft = new Draft(WARD, "1", "", List.of(october));

    var first = figures.judge(1, NOW, List.of(draft)).getFirst();
    var second = figures.judge(2, NOW, List.of(draft)).getFirst();

    assertThat(first.observations().getFirst().change()).isEqualTo(Change.NEW);
    assertThat(second.observations().getFirst().change()).isEqualTo(Change.UNCHANGED);
    assertThat(board().version()).isZero();

    figures.confirm();
    assertThat(board().version()).isEqualTo(1);

    figures.discard();
    assertThat(figures.judge(2, NOW, List.of(draft)).getFirst().observations().getFirst().change())
        .isEqualTo(Change.UNCHANGED);
  }
}
