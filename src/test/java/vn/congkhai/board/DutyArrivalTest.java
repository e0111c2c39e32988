package vn.congkhai.board;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.catalogue.Catalogues;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Draft;
import vn.congkhai.indicator.DutyState;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Observation;
import vn.congkhai.indicator.Period;

/// A ward's report of February 2026, from its arrival to the state of the duty. The period ends
/// with 14 February; Tết moves the last day to the 23rd.
class DutyArrivalTest {
  private static final AgencyCode WARD = new AgencyCode("cb-xa-01273");
  private static final IndicatorCode ON_TIME_RATE = new IndicatorCode("on-time-rate");

  private final Catalogue catalogue = Catalogues.caoBang();
  private final Figures figures = new Figures(catalogue);

  private void reports(long number, String period, String at) {
    Observation observation =
        new Observation(
            ON_TIME_RATE, requireNonNull(Period.parse(period)), new Figure.Ratio(97, 100));
    Draft draft = new Draft(WARD, "1", "", List.of(observation));
    var _ = figures.judge(number, Instant.parse(at), List.of(draft));
    figures.confirm();
  }

  private Duty february(String now) {
    Board board = new BoardBuilder(figures.committed(), Instant.parse(now)).build();
    return board.duties().of(WARD).stream()
        .filter(duty -> duty.indicator().code().equals(ON_TIME_RATE))
        .filter(duty -> duty.period().toString().equals("2026-02"))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-14T23:59:59.999+07:00, 2026-02-23T23:59:59+07:00, DUE",
    "2026-02-14T23:59:59.999+07:00, 2026-02-24T00:00:00+07:00, OVERDUE",
    "2026-02-15T00:00:00+07:00,     2026-03-01T08:00:00+07:00, ON_TIME",
    "2026-02-23T23:59:59.999+07:00, 2026-03-01T08:00:00+07:00, ON_TIME",
    "2026-02-24T00:00:00+07:00,     2026-03-01T08:00:00+07:00, LATE",
    "2026-02-23T17:00:00Z,          2026-03-01T08:00:00+07:00, LATE",
  })
  void a_report_settles_its_duty_on_the_day_it_arrives_in_vietnam(
      String arrived, String now, DutyState state) {
    reports(1, "2026-02", arrived);

    assertThat(february(now).state()).isEqualTo(state);
    assertThat(february(now).deadline().day()).isEqualTo(LocalDate.of(2026, 2, 23));
  }

  @ParameterizedTest
  @CsvSource({
    "        , 2026-02-14T23:59:59+07:00, NOT_DUE",
    "        , 2026-02-15T00:00:00+07:00, DUE",
    "        , 2026-02-23T23:59:59+07:00, DUE",
    "        , 2026-02-24T00:00:00+07:00, NEVER",
    "2026-01 , 2026-02-24T00:00:00+07:00, OVERDUE",
  })
  void a_missing_report_is_overdue_from_the_day_after_its_last(
      @Nullable String other, String now, DutyState state) {
    if (other != null) {
      reports(1, other, "2026-01-16T08:00:00+07:00");
    }

    assertThat(february(now).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-15T00:00:00+07:00, ON_TIME",
    "2026-02-24T00:00:00+07:00, LATE",
  })
  void the_first_report_after_the_period_counts_and_no_interim_one_or_correction(
      String first, DutyState state) {
    reports(1, "2026-02", "2026-02-10T08:00:00+07:00");
    reports(2, "2026-02", first);
    reports(3, "2026-02", "2026-02-28T08:00:00+07:00");

    assertThat(february("2026-03-01T08:00:00+07:00").state()).isEqualTo(state);
    assertThat(requireNonNull(february("2026-03-01T08:00:00+07:00").settled()).submission())
        .isEqualTo(2);
  }
}
