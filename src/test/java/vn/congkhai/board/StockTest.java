package vn.congkhai.board;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.board.Reports.COMMUNE;
import static vn.congkhai.board.Reports.WARD;

import org.junit.jupiter.api.Test;
import vn.congkhai.board.Ranking.Reason;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Shortfall;
import vn.congkhai.indicator.Standing;

/// Indicators that count a stock again each period: all staff, all procedures, all units. Adding
/// their periods would count the same thing many times.
class StockTest {
  private static final AgencyCode HOME_AFFAIRS = new AgencyCode("cb-so-noi-vu");
  private static final String INSPECTED = "agencies-inspected-rate";
  private static final String SIGNATURES = "staff-digital-signature-rate";

  private final Reports reports = new Reports();

  @Test
  void the_year_is_the_newest_period_and_not_the_sum_of_all() {
    reports.sends(HOME_AFFAIRS, INSPECTED, "2026-Q1", 5, 71);
    reports.sends(HOME_AFFAIRS, INSPECTED, "2026-Q2", 15, 71);

    AgencyFigure figure = reports.figure(HOME_AFFAIRS, INSPECTED);

    assertThat(figure.yearToDate()).isEqualTo(new Figure.Ratio(15, 71));
    assertThat(figure.standing()).isEqualTo(Standing.MET);
    assertThat(reports.rollUp(INSPECTED).yearToDate()).isEqualTo(new Figure.Ratio(15, 71));
  }

  @Test
  void the_sender_is_told_the_same() {
    reports.sends(HOME_AFFAIRS, INSPECTED, "2026-Q1", 5, 71);
    var second = reports.sends(HOME_AFFAIRS, INSPECTED, "2026-Q2", 15, 71);

    assertThat(second.observations().getFirst().standing()).isEqualTo(Standing.MET);
  }

  @Test
  void the_province_adds_the_newest_of_each_agency() {
    reports.sends(WARD, SIGNATURES, "2026-Q1", 8, 10);
    reports.sends(WARD, SIGNATURES, "2026-Q2", 10, 10);
    reports.sends(COMMUNE, SIGNATURES, "2026-Q1", 4, 6);

    assertThat(reports.rollUp(SIGNATURES).yearToDate()).isEqualTo(new Figure.Ratio(14, 16));
  }

  @Test
  void what_it_takes_is_what_the_next_count_must_be() {
    reports.sends(WARD, SIGNATURES, "2026-Q2", 8, 10);

    Shortfall shortfall = requireNonNull(reports.figure(WARD, SIGNATURES).shortfall());

    assertThat(shortfall.missingCases()).isEqualTo(2);
    assertThat(shortfall.needed()).isEqualTo(10);
    assertThat(shortfall.neededRatio()).hasValue(1);
    assertThat(shortfall.reachable()).isTrue();
  }

  @Test
  void few_are_enough_for_a_place() {
    reports.sends(WARD, SIGNATURES, "2026-Q2", 3, 4);

    Ranking ranking = reports.board().ranking(reports.indicator(SIGNATURES));

    assertThat(requireNonNull(ranking.row(WARD)).place()).isNotNull();
    assertThat(requireNonNull(ranking.row(COMMUNE)).reason()).isEqualTo(Reason.UNREPORTED);
  }
}
