package vn.congkhai.board;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.board.Reports.COMMUNE;
import static vn.congkhai.board.Reports.WARD;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congkhai.indicator.Shortfall;
import vn.congkhai.indicator.Shortfall.Basis;
import vn.congkhai.indicator.Shortfall.Rest;

/// On 20 October 2026 October is to be reported, November runs and December is to come; the target
/// is ≥ 97 %.
class OutlookTest {
  private static final String ON_TIME = "on-time-rate";

  private final Reports reports = new Reports();

  @BeforeEach
  void october_has_ended() {
    reports.on("2026-10-20");
  }

  private Shortfall shortfall() {
    return requireNonNull(reports.figure(WARD, ON_TIME).shortfall());
  }

  @Test
  void last_years_counterparts_are_the_cases_to_come() {
    reports.sends(WARD, ON_TIME, "2025-10", 1, 9999);
    reports.sends(WARD, ON_TIME, "2025-11", 90, 100);
    reports.sends(WARD, ON_TIME, "2025-12", 45, 50);
    reports.sends(WARD, ON_TIME, "2026-10", 960, 1000);

    assertThat(shortfall()).isEqualTo(new Shortfall(10, new Rest(150, Basis.LAST_YEAR), 156));
    assertThat(shortfall().reachable()).isFalse();
  }

  @Test
  void the_mean_of_the_ended_periods_stands_in_when_a_counterpart_is_missing() {
    reports.sends(WARD, ON_TIME, "2025-12", 45, 50);
    reports.sends(WARD, ON_TIME, "2026-09", 90, 100);
    reports.sends(WARD, ON_TIME, "2026-10", 100, 101);

    assertThat(shortfall()).isEqualTo(new Shortfall(5, new Rest(202, Basis.RUNNING_AVERAGE), 201));
    assertThat(shortfall().reachable()).isTrue();
  }

  @Test
  void a_counterpart_without_cases_is_known_and_promises_none() {
    reports.sends(WARD, ON_TIME, "2025-11", 0, 0);
    reports.sends(WARD, ON_TIME, "2025-12", 0, 0);
    reports.sends(WARD, ON_TIME, "2026-10", 90, 100);

    assertThat(shortfall().rest()).isEqualTo(new Rest(0, Basis.LAST_YEAR));
    assertThat(shortfall().reachable()).isFalse();
  }

  @Test
  void what_a_running_period_has_brought_is_no_longer_to_come() {
    reports.sends(WARD, ON_TIME, "2025-11", 90, 100);
    reports.sends(WARD, ON_TIME, "2025-12", 45, 50);
    reports.sends(WARD, ON_TIME, "2026-10", 0, 0);
    reports.sends(WARD, ON_TIME, "2026-11", 0, 30);
    assertThat(shortfall().rest()).isEqualTo(new Rest(120, Basis.LAST_YEAR));

    reports.sends(WARD, ON_TIME, "2026-11", 0, 130);
    assertThat(shortfall().rest()).isEqualTo(new Rest(50, Basis.LAST_YEAR));
  }

  @Test
  void a_running_period_is_not_part_of_the_mean_and_taken_off_it() {
    reports.sends(WARD, ON_TIME, "2026-09", 0, 100);
    reports.sends(WARD, ON_TIME, "2026-10", 0, 200);
    reports.sends(WARD, ON_TIME, "2026-11", 0, 10);

    assertThat(shortfall().rest()).isEqualTo(new Rest(290, Basis.RUNNING_AVERAGE));
  }

  @Test
  void nobody_knows_what_is_to_come_while_no_period_has_ended() {
    reports.sends(WARD, ON_TIME, "2026-11", 9, 10);

    assertThat(shortfall()).isEqualTo(new Shortfall(1, null, 0));
    assertThat(shortfall().reachable()).isNull();
  }

  @Test
  void an_ended_period_is_to_come_until_it_is_reported() {
    reports.sends(WARD, ON_TIME, "2026-08", 560, 1000);
    reports.sends(WARD, ON_TIME, "2026-09", 560, 1000);

    reports.on("2026-10-14");
    assertThat(shortfall().rest()).isEqualTo(new Rest(3000, Basis.RUNNING_AVERAGE));
    reports.on("2026-10-15");
    assertThat(shortfall().rest()).isEqualTo(new Rest(3000, Basis.RUNNING_AVERAGE));
    reports.sends(WARD, ON_TIME, "2026-10", 700, 1000);
    assertThat(shortfall().rest()).isEqualTo(new Rest(2000, Basis.RUNNING_AVERAGE));
  }

  @Test
  void nobody_waits_for_a_period_once_the_next_has_ended_too() {
    reports.sends(WARD, ON_TIME, "2026-09", 560, 1000);

    reports.on("2026-11-14");
    assertThat(shortfall().rest()).isEqualTo(new Rest(3000, Basis.RUNNING_AVERAGE));
    reports.on("2026-11-15");
    assertThat(shortfall().rest()).isEqualTo(new Rest(2000, Basis.RUNNING_AVERAGE));
  }

  @Test
  void of_an_ended_period_an_interim_figure_is_a_part() {
    reports.sends(WARD, ON_TIME, "2026-10", 0, 100);
    reports.sends(WARD, ON_TIME, "2026-11", 0, 30);

    reports.on("2026-11-15");
    assertThat(shortfall().rest()).isEqualTo(new Rest(170, Basis.RUNNING_AVERAGE));
    reports.sends(WARD, ON_TIME, "2026-11", 0, 30);
    assertThat(shortfall().rest()).isEqualTo(new Rest(65, Basis.RUNNING_AVERAGE));
  }

  @Test
  void nothing_is_to_come_when_the_last_period_is_reported() {
    reports.sends(WARD, ON_TIME, "2025-12", 45, 50);
    reports.sends(WARD, ON_TIME, "2026-10", 700, 1000);

    reports.on("2026-12-15");
    assertThat(shortfall().rest()).isEqualTo(new Rest(50, Basis.LAST_YEAR));
    reports.sends(WARD, ON_TIME, "2026-12", 0, 0);
    assertThat(shortfall()).isEqualTo(new Shortfall(270, Rest.NOTHING, 270));
    assertThat(shortfall().reachable()).isFalse();
  }

  @Test
  void nothing_is_to_come_when_nobody_waits_for_the_last_period() {
    reports.sends(WARD, ON_TIME, "2025-12", 45, 50);
    reports.sends(WARD, ON_TIME, "2026-10", 700, 1000);

    reports.on("2027-01-14");
    assertThat(shortfall().rest()).isEqualTo(new Rest(50, Basis.LAST_YEAR));
    reports.on("2027-01-15");
    assertThat(shortfall().rest()).isEqualTo(Rest.NOTHING);
  }

  @Test
  void the_province_expects_what_its_agencies_expect() {
    for (String lastYear : new String[] {"2025-10", "2025-11", "2025-12"}) {
      reports.sends(WARD, ON_TIME, lastYear, 10, 10);
      reports.sends(COMMUNE, ON_TIME, lastYear, 20, 20);
    }
    reports.sends(WARD, ON_TIME, "2026-10", 0, 100);

    assertThat(requireNonNull(reports.rollUp(ON_TIME).shortfall()).rest())
        .isEqualTo(new Rest(80, Basis.LAST_YEAR));
  }

  @Test
  void the_province_rests_on_last_year_only_when_all_its_agencies_do() {
    reports.sends(WARD, ON_TIME, "2025-10", 10, 10);
    reports.sends(WARD, ON_TIME, "2025-11", 10, 10);
    reports.sends(WARD, ON_TIME, "2025-12", 10, 10);
    reports.sends(COMMUNE, ON_TIME, "2026-10", 0, 100);

    assertThat(requireNonNull(reports.rollUp(ON_TIME).shortfall()).rest())
        .isEqualTo(new Rest(230, Basis.RUNNING_AVERAGE));
  }

  @Test
  void a_met_target_and_a_bare_value_have_no_shortfall() {
    reports.sends(WARD, ON_TIME, "2026-10", 97, 100);
    reports.sends(WARD, "satisfaction-procedures", "2026-10", "10");

    assertThat(reports.figure(WARD, ON_TIME).shortfall()).isNull();
    assertThat(reports.figure(WARD, "satisfaction-procedures").shortfall()).isNull();
  }
}
