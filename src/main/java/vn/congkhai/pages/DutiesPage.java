package vn.congkhai.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import vn.congkhai.board.Coverage;
import vn.congkhai.board.Duties;
import vn.congkhai.board.Duty;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.DueRule;
import vn.congkhai.indicator.DutyState;
import vn.congkhai.indicator.Period;
import vn.congkhai.pages.Views.Frame;
import vn.congkhai.pages.Views.Framed;
import vn.congkhai.pages.Views.Part;

/// `/board/duties`: who has reported, who has not, and when.
record DutiesPage() implements Page {
  /// @param rules by when the plans ask for reports
  /// @param calendar what is not certain of the days off
  record View(
      Frame frame,
      String complete,
      String timely,
      List<PeriodRow> periods,
      Part<AgencyRow> agencies,
      List<String> rules,
      List<String> calendar)
      implements Framed {}

  /// @param code for the address
  record PeriodRow(
      String code, String name, String due, String complete, String timely, boolean running) {}

  record AgencyRow(
      String code,
      String name,
      String complete,
      String timely,
      String late,
      String overdue,
      String never) {}

  @Override
  public String path() {
    return "/board/duties";
  }

  @Override
  public boolean parted() {
    return true;
  }

  @Override
  public String template() {
    return "duties";
  }

  @Override
  public View view(Drawing drawing) {
    Duties duties = drawing.board().duties();
    List<Agency> agencies = new ArrayList<>();
    List<Duty> all = new ArrayList<>();
    for (Agency agency : drawing.catalogue().agencies()) {
      List<Duty> own = duties.of(agency.code());
      if (!own.isEmpty()) {
        agencies.add(agency);
        all.addAll(own);
      }
    }
    agencies.sort(Comparator.comparingInt((Agency agency) -> open(drawing, agency)).reversed());
    Duty.Tally whole = Duty.Tally.of(all);
    return new View(
        drawing.frame(drawing.text("title-duties"), path()),
        share(drawing, whole.completeness()),
        share(drawing, whole.timeliness()),
        duties.periods().stream().map(period -> row(drawing, period)).toList(),
        drawing.part(path(), agencies, agency -> row(drawing, agency)),
        drawing.catalogue().schedule().rules().stream().map(rule -> rule(drawing, rule)).toList(),
        calendar(drawing));
  }

  /// Whoever keeps the province waiting for most comes first.
  private static int open(Drawing drawing, Agency agency) {
    Duty.Tally tally = Duty.Tally.of(drawing.board().duties().of(agency.code()));
    return tally.count(DutyState.OVERDUE) + tally.count(DutyState.NEVER);
  }

  /// `95,2% (180 trên 189)`.
  static String share(Drawing drawing, Coverage coverage) {
    return coverage.expected() == 0
        ? drawing.text("no-figure")
        : drawing.text(
            "share",
            drawing.type().percent((double) coverage.reported() / coverage.expected()),
            drawing.type().count(coverage.reported()),
            drawing.type().count(coverage.expected()));
  }

  private static AgencyRow row(Drawing drawing, Agency agency) {
    Duty.Tally tally = Duty.Tally.of(drawing.board().duties().of(agency.code()));
    return new AgencyRow(
        agency.code().value(),
        agency.name(),
        share(drawing, tally.completeness()),
        share(drawing, tally.timeliness()),
        drawing.type().count(tally.count(DutyState.LATE)),
        drawing.type().count(tally.count(DutyState.OVERDUE)),
        drawing.type().count(tally.count(DutyState.NEVER)));
  }

  private static PeriodRow row(Drawing drawing, Period period) {
    List<Duty> duties = drawing.board().duties().of(period);
    Duty.Tally tally = Duty.Tally.of(duties);
    return new PeriodRow(
        period.toString(),
        drawing.type().period(period),
        due(drawing, duties),
        share(drawing, tally.completeness()),
        share(drawing, tally.timeliness()),
        tally.count(DutyState.NOT_DUE) == duties.size());
  }

  /// The last days of the duties, mostly one.
  static String due(Drawing drawing, List<Duty> duties) {
    return duties.stream()
        .map(duty -> deadline(drawing, duty.deadline()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  static String deadline(Drawing drawing, DueRule.Deadline deadline) {
    String day = drawing.type().day(deadline.day());
    return deadline.provisional() ? drawing.text("due-provisional", day) : day;
  }

  private static String rule(Drawing drawing, DueRule rule) {
    return drawing.text(
        "due-rule",
        drawing.setter().name(drawing.catalogue().plan(rule.plan())),
        drawing.text(rule.basis()));
  }

  private static List<String> calendar(Drawing drawing) {
    var days = drawing.catalogue().schedule().calendar();
    List<String> notes = new ArrayList<>();
    int year = drawing.catalogue().year();
    if (!days.knows(year)) {
      notes.add(drawing.text("calendar-unknown", Integer.toString(year)));
    }
    String open =
        LocalDate.of(year, 1, 1)
            .datesUntil(LocalDate.of(year + 1, 1, 1))
            .filter(day -> days.special(day) != null && days.provisional(day))
            .map(drawing.type()::day)
            .collect(Collectors.joining(", "));
    if (!open.isEmpty()) {
      notes.add(drawing.text("calendar-provisional", open));
    }
    return notes;
  }
}
