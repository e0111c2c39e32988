package vn.congkhai.board;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.catalogue.Catalogues;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Draft;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Observation;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.PlanCode;
import vn.congkhai.indicator.PlanTask;
import vn.congkhai.indicator.Statement;
import vn.congkhai.indicator.Submission;
import vn.congkhai.indicator.TaskState;

/// What a province's agencies send, day by day, and the board that follows from it. It is 22
/// November 2026 until [#on] says otherwise: the administrative November has ended, December runs.
final class Reports {
  static final AgencyCode WARD = new AgencyCode("cb-xa-01273");
  static final AgencyCode COMMUNE = new AgencyCode("cb-xa-01708");
  static final AgencyCode DEPARTMENT = new AgencyCode("cb-so-tu-phap");
  static final AgencyCode PROVINCE = new AgencyCode("cao-bang");

  /// Every agency's own plan of the year, by 14 January.
  static final PlanTask.Id OWN_PLAN = task("cao-bang-2026-administrative-reform", "1.2");

  /// Every agency's own plan of procedure control, by 30 January.
  static final PlanTask.Id CONTROL_PLAN = task("cao-bang-2026-procedure-control", "IV.1.a");

  /// Autonomy of service units, of every agency, by 31 December.
  static final PlanTask.Id AUTONOMY = task("cao-bang-2026-administrative-reform", "50");

  /// Every agency's news about the reform, all the time.
  static final PlanTask.Id NEWS = task("cao-bang-2026-administrative-reform", "6.2");

  private final Catalogue catalogue;
  private final Figures figures;
  private Instant now = Instant.parse("2026-11-22T02:00:00Z");
  private final List<Submission> journal = new ArrayList<>();

  Reports() {
    this(Catalogues.caoBang());
  }

  Reports(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.figures = new Figures(catalogue);
  }

  /// The reports of Cao Bằng with more agencies.
  ///
  /// @param lines of `agencies.csv`
  static Reports withAgencies(String lines) {
    return new Reports(Catalogues.caoBangWith("agencies.csv", text -> text + lines));
  }

  /// Goes to nine o'clock of the day in Vietnam.
  @CanIgnoreReturnValue
  Reports on(String day) {
    return at(LocalDate.parse(day).atTime(9, 0).atZone(Period.ZONE).toInstant());
  }

  @CanIgnoreReturnValue
  Reports at(Instant instant) {
    now = instant;
    return this;
  }

  @CanIgnoreReturnValue
  Submission sends(
      AgencyCode agency, String indicator, String period, long numerator, long denominator) {
    return sends(agency, indicator, period, new Figure.Ratio(numerator, denominator));
  }

  @CanIgnoreReturnValue
  Submission sends(AgencyCode agency, String indicator, String period, String value) {
    return sends(agency, indicator, period, new Figure.Value(new BigDecimal(value)));
  }

  @CanIgnoreReturnValue
  Submission sends(AgencyCode agency, String indicator, String period, Figure figure) {
    Observation observation = new Observation(new IndicatorCode(indicator), period(period), figure);
    return record(new Draft(agency, "1", "", List.of(observation)));
  }

  /// 90 of 100, from every agency that exists and owes the indicator, but for some.
  void everybodySends(String indicator, String period, AgencyCode... but) {
    for (AgencyFigure owed : board().figures(new IndicatorCode(indicator))) {
      if (!List.of(but).contains(owed.agency().code())) {
        sends(owed.agency().code(), indicator, period, 90, 100);
      }
    }
  }

  @CanIgnoreReturnValue
  Submission says(AgencyCode agency, PlanTask.Id task, TaskState state) {
    return states(agency, new Statement.OfTask(task, state, ""));
  }

  /// Somebody else's figure becomes known.
  void publishes(AgencyCode about, String indicator, String period, String ratio, String day) {
    states(
        PROVINCE,
        new Statement.OfficialFigure(
            about,
            new IndicatorCode(indicator),
            period(period),
            new BigDecimal(ratio),
            "Cổng Dịch vụ công quốc gia",
            LocalDate.parse(day)));
  }

  @CanIgnoreReturnValue
  private Submission states(AgencyCode agency, Statement statement) {
    return record(new Draft(agency, "administrator", "", List.of(), List.of(statement)));
  }

  private Submission record(Draft draft) {
    Submission submission = figures.judge(journal.size() + 1, now, List.of(draft)).getFirst();
    figures.confirm();
    journal.add(submission);
    return submission;
  }

  /// The board of a service that reads all of it from the journal.
  Board replayed() {
    Figures read = new Figures(catalogue);
    journal.forEach(read::replay);
    return new BoardBuilder(read.committed(), now).build();
  }

  Board board() {
    return new BoardBuilder(figures.committed(), now).build();
  }

  AgencyFigure figure(AgencyCode agency, String indicator) {
    return board().figures(agency).stream()
        .filter(figure -> figure.indicator().code().value().equals(indicator))
        .findFirst()
        .orElseThrow();
  }

  RollUp rollUp(String indicator) {
    return board().rollUp(indicator(indicator));
  }

  Agency agency(AgencyCode code) {
    return requireNonNull(catalogue.agency(code.value()));
  }

  Indicator indicator(String code) {
    return requireNonNull(catalogue.indicator(code));
  }

  static Period period(String text) {
    return requireNonNull(Period.parse(text), text);
  }

  static PlanTask.Id task(String plan, String number) {
    return new PlanTask.Id(new PlanCode(plan), number);
  }
}
