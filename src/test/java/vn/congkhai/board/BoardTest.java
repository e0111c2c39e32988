package vn.congkhai.board;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.indicator.TaskState.DONE;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.congkhai.catalogue.Catalogues;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Change;
import vn.congkhai.indicator.Draft;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Observation;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Shortfall;
import vn.congkhai.indicator.Shortfall.Basis;
import vn.congkhai.indicator.Shortfall.Rest;
import vn.congkhai.indicator.Standing;
import vn.congkhai.indicator.Submission;

class BoardTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final AgencyCode WARD = Reports.WARD;
  private static final AgencyCode COMMUNE = Reports.COMMUNE;

  private final Reports reports = new Reports();

  @Test
  void the_province_is_the_ratio_of_sums_and_no_mean_of_ratios() {
    reports.sends(WARD, "on-time-rate", "2026-10", 1, 1);
    reports.sends(COMMUNE, "on-time-rate", "2026-10", 0, 999);

    RollUp rollUp = reports.rollUp("on-time-rate");

    assertThat(rollUp.sum()).isEqualTo(new Figure.Ratio(1, 1000));
    assertThat(rollUp.coverage()).isEqualTo(new Coverage(2, 71));
    assertThat(rollUp.yearCoverage()).isEqualTo(new Coverage(2, 71));
    assertThat(rollUp.standing()).isEqualTo(Standing.MISSED);
  }

  @Test
  void the_course_ends_with_the_period_that_is_shown() {
    reports.sends(WARD, "on-time-rate", "2026-09", 90, 100);
    reports.sends(COMMUNE, "on-time-rate", "2026-09", 80, 100);
    reports.sends(WARD, "on-time-rate", "2026-10", 95, 100);
    reports.sends(WARD, "on-time-rate", "2026-12", 1, 100);

    RollUp rollUp = reports.rollUp("on-time-rate");

    assertThat(rollUp.period()).isEqualTo(Period.parse("2026-10"));
    assertThat(rollUp.course().values())
        .containsExactly(new Figure.Ratio(170, 200), new Figure.Ratio(95, 100));
  }

  @Test
  void a_ratio_is_judged_by_the_year_to_date() {
    reports.sends(WARD, "on-time-rate", "2026-09", 90, 100);
    Submission october = reports.sends(WARD, "on-time-rate", "2026-10", 100, 100);

    assertThat(october.observations().getFirst().standing()).isEqualTo(Standing.MISSED);
    assertThat(reports.figure(WARD, "on-time-rate").yearToDate())
        .isEqualTo(new Figure.Ratio(190, 200));
    assertThat(reports.figure(WARD, "on-time-rate").standing()).isEqualTo(Standing.MISSED);
  }

  @Test
  void a_value_is_judged_by_its_newest_period_and_not_rolled_up() {
    reports.sends(WARD, "satisfaction-procedures", "2026-09", "90");
    Submission october = reports.sends(WARD, "satisfaction-procedures", "2026-10", "95");

    assertThat(october.observations().getFirst().standing()).isEqualTo(Standing.MET);
    assertThat(reports.figure(WARD, "satisfaction-procedures").standing()).isEqualTo(Standing.MET);
    assertThat(reports.rollUp("satisfaction-procedures").sum()).isNull();
    assertThat(reports.rollUp("satisfaction-procedures").agenciesMet()).isEqualTo(1);
  }

  @Test
  void figures_of_another_year_do_not_count() {
    reports.sends(WARD, "on-time-rate", "2025-12", 0, 100);

    assertThat(reports.figure(WARD, "on-time-rate").standing()).isEqualTo(Standing.UNREPORTED);
    assertThat(reports.rollUp("on-time-rate").coverage().reported()).isZero();
  }

  @Test
  void the_province_shows_the_newest_ended_period_before_a_running_one() {
    reports.sends(WARD, "on-time-rate", "2026-12", 5, 5);
    assertThat(reports.rollUp("on-time-rate").period()).hasToString("2026-12");
    assertThat(reports.rollUp("on-time-rate").interim()).isTrue();

    reports.sends(COMMUNE, "on-time-rate", "2026-10", 7, 7);
    assertThat(reports.rollUp("on-time-rate").period()).hasToString("2026-10");
    assertThat(reports.rollUp("on-time-rate").yearToDate()).isEqualTo(new Figure.Ratio(12, 12));
  }

  @Test
  void a_correction_replaces_the_figure_and_keeps_what_it_was() {
    reports.sends(WARD, "on-time-rate", "2026-10", 97, 100);
    Submission again = reports.sends(WARD, "on-time-rate", "2026-10", 96, 100);

    Reported newest = requireNonNull(reports.figure(WARD, "on-time-rate").newest());
    assertThat(again.observations().getFirst().change()).isEqualTo(Change.CORRECTED);
    assertThat(newest.figure()).isEqualTo(new Figure.Ratio(96, 100));
    assertThat(newest.before()).isEqualTo(new Figure.Ratio(97, 100));
  }

  @Test
  void an_interim_figure_that_grows_was_not_corrected() {
    reports.sends(WARD, "on-time-rate", "2026-12", 9, 10);
    reports.sends(WARD, "on-time-rate", "2026-12", 19, 20);

    assertThat(requireNonNull(reports.figure(WARD, "on-time-rate").newest()).corrected()).isFalse();
  }

  @Test
  void the_same_figure_again_changes_nothing() {
    Submission first = reports.sends(WARD, "on-time-rate", "2026-10", 97, 100);
    Submission again = reports.sends(WARD, "on-time-rate", "2026-10", 97, 100);

    assertThat(again.observations().getFirst().change()).isEqualTo(Change.UNCHANGED);
    assertThat(requireNonNull(reports.figure(WARD, "on-time-rate").newest()).submission())
        .isEqualTo(first.number());
  }

  @Test
  void no_cases_stand_for_themselves() {
    reports.sends(WARD, "feedback-on-time-rate", "2026-10", 0, 0);

    assertThat(reports.figure(WARD, "feedback-on-time-rate").standing())
        .isEqualTo(Standing.NO_CASES);
    assertThat(reports.rollUp("feedback-on-time-rate").standing()).isEqualTo(Standing.NO_CASES);
  }

  private static Draft draft(String period) {
    Observation observation =
        new Observation(
            new IndicatorCode("on-time-rate"), Reports.period(period), new Figure.Ratio(1, 1));
    return new Draft(WARD, "1", "", List.of(observation));
  }

  @Test
  void a_batch_under_way_is_seen_by_the_next_and_by_nobody_else() {
    Draft draft = draft("2026-10");
    Figures figures = new Figures(Catalogues.caoBang());

    var first = figures.judge(1, NOW, List.of(draft)).getFirst();
    var second = figures.judge(2, NOW, List.of(draft)).getFirst();

    assertThat(first.observations().getFirst().change()).isEqualTo(Change.NEW);
    assertThat(second.observations().getFirst().change()).isEqualTo(Change.UNCHANGED);
    assertThat(figures.committed().version()).isZero();

    figures.confirm();
    assertThat(figures.committed().version()).isEqualTo(1);

    figures.discard();
    assertThat(figures.judge(2, NOW, List.of(draft)).getFirst().observations().getFirst().change())
        .isEqualTo(Change.UNCHANGED);
  }

  @Test
  void a_batch_that_was_discarded_never_was() {
    Figures figures = new Figures(Catalogues.caoBang());
    Draft draft = draft("2026-10");

    var _ = figures.judge(1, NOW, List.of(draft));
    figures.discard();

    assertThat(figures.judge(1, NOW, List.of(draft)).getFirst().observations().getFirst().change())
        .isEqualTo(Change.NEW);
    assertThat(figures.preview(NOW, draft).observations().getFirst().change())
        .isEqualTo(Change.NEW);
  }

  @Test
  void the_submissions_of_a_batch_are_numbered_on() {
    Figures figures = new Figures(Catalogues.caoBang());

    var batch = figures.judge(7, NOW, List.of(draft("2026-09"), draft("2026-10")));

    assertThat(batch).extracting(Submission::number).containsExactly(7L, 8L);
  }

  @Test
  void the_province_counts_on_cases_of_agencies_without_a_target_too() {
    Reports reports =
        new Reports(
            Catalogues.caoBangWith(
                "targets.csv",
                text ->
                    text.replaceAll(
                        "(?m)^(on-time-rate,.*),province;department;commune,",
                        "$1,province;department,")));
    // 2026-11 has ended and is not reported yet, 2026-12 runs
    for (String counterpart : List.of("2025-11", "2025-12")) {
      reports.sends(Reports.DEPARTMENT, "on-time-rate", counterpart, 10, 10);
      reports.sends(WARD, "on-time-rate", counterpart, 50, 50);
    }
    reports.sends(WARD, "on-time-rate", "2026-10", 90, 100);

    AgencyFigure ward = reports.figure(WARD, "on-time-rate");
    assertThat(ward.target()).isNull();
    assertThat(ward.shortfall()).isNull();
    assertThat(ward.neededRatio()).isEmpty();
    RollUp province = reports.rollUp("on-time-rate");
    assertThat(province.shortfall())
        .isEqualTo(new Shortfall(7, new Rest(120, Basis.LAST_YEAR), 124));
    assertThat(province.neededRatio()).hasValue(124.0 / 120);
  }

  @Test
  void the_board_was_refreshed_when_the_newest_of_its_figures_arrived() {
    assertThat(reports.board().newestArrival()).isNull();

    reports.on("2026-10-20").sends(WARD, "on-time-rate", "2026-10", 1, 1);
    reports.on("2026-10-16").sends(COMMUNE, "on-time-rate", "2026-10", 1, 1);

    assertThat(reports.board().newestArrival()).isEqualTo(Instant.parse("2026-10-20T02:00:00Z"));
  }

  @Test
  void a_board_read_from_the_journal_is_the_same() {
    reports.on("2026-10-10").sends(WARD, "on-time-rate", "2026-10", 90, 100);
    reports.on("2026-10-16").sends(WARD, "on-time-rate", "2026-10", 90, 100);
    reports.on("2026-10-25").sends(WARD, "on-time-rate", "2026-10", 97, 100);
    reports.says(COMMUNE, Reports.CONTROL_PLAN, DONE);
    reports.publishes(WARD, "on-time-rate", "2026-10", "0.5", "2026-11-01");

    Board board = reports.board();
    Board replayed = reports.replayed();

    assertThat(replayed.version()).isEqualTo(board.version()).isEqualTo(5);
    assertThat(replayed.figures(WARD)).isEqualTo(board.figures(WARD));
    assertThat(replayed.figures(COMMUNE)).isEqualTo(board.figures(COMMUNE));
    assertThat(replayed.duties().of(WARD)).isEqualTo(board.duties().of(WARD));
    assertThat(replayed.comparisons()).isEqualTo(board.comparisons());
  }

  @Test
  void one_early_agency_does_not_stand_for_the_province() {
    reports.everybodySends("on-time-rate", "2026-10");
    reports.sends(WARD, "on-time-rate", "2026-11", 1, 1);

    assertThat(reports.rollUp("on-time-rate").period()).hasToString("2026-10");
  }
}
