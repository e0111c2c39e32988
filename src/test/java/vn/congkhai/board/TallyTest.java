package vn.congkhai.board;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.board.Reports.COMMUNE;
import static vn.congkhai.board.Reports.DEPARTMENT;
import static vn.congkhai.board.Reports.WARD;
import static vn.congkhai.board.Reports.period;

import org.junit.jupiter.api.Test;
import vn.congkhai.indicator.DutyState;

class TallyTest {
  private static final String ON_TIME = "on-time-rate";

  private final Reports reports = new Reports();

  private Duty.Tally tally(String day) {
    return Duty.Tally.of(
        reports.on(day).board().duties().of(period("2026-10")).stream()
            .filter(duty -> duty.indicator().code().value().equals(ON_TIME))
            .toList());
  }

  @Test
  void nothing_is_complete_or_in_time_before_the_period_has_ended() {
    reports.on("2026-10-10").sends(DEPARTMENT, ON_TIME, "2026-10", 97, 100);

    assertThat(tally("2026-10-14").completeness()).isEqualTo(new Coverage(0, 0));
    assertThat(tally("2026-10-14").timeliness()).isEqualTo(new Coverage(0, 0));
    assertThat(tally("2026-10-14").count(DutyState.NOT_DUE)).isEqualTo(71);
    assertThat(tally("2026-10-15").completeness()).isEqualTo(new Coverage(0, 71));
  }

  @Test
  void late_reports_are_complete_but_not_in_time() {
    reports.on("2026-10-10").sends(DEPARTMENT, ON_TIME, "2026-10", 97, 100);
    reports.on("2026-10-16").sends(WARD, ON_TIME, "2026-10", 97, 100);
    reports.on("2026-10-20").sends(COMMUNE, ON_TIME, "2026-10", 97, 100);

    Duty.Tally tally = tally("2026-10-21");

    assertThat(tally.completeness()).isEqualTo(new Coverage(2, 71));
    assertThat(tally.timeliness()).isEqualTo(new Coverage(1, 71));
    assertThat(tally.count(DutyState.OVERDUE)).isEqualTo(1);
    assertThat(tally.count(DutyState.NEVER)).isEqualTo(68);
    assertThat(tally.count(DutyState.DUE)).isZero();
  }
}
