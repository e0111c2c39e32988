package vn.congkhai.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.congkhai.board.Duty;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.DutyState;
import vn.congkhai.indicator.Period;
import vn.congkhai.pages.Views.Frame;
import vn.congkhai.pages.Views.Framed;
import vn.congkhai.pages.Views.Origin;
import vn.congkhai.pages.Views.Part;
import vn.congkhai.pages.Views.Verdict;

/// `/board/duties/PERIOD`: who has sent the reports of one period.
record PeriodDutiesPage(Period period) implements Page {
  record View(Frame frame, String due, String complete, String timely, Part<AgencyRow> agencies)
      implements Framed {}

  /// @param open what is not there
  record AgencyRow(
      String code, String name, String reported, String late, List<DutyRow> open, String newest) {}

  record DutyRow(
      String period, String name, String href, String due, Verdict state, Origin origin) {}

  @Override
  public String path() {
    return "/board/duties/" + period;
  }

  @Override
  public boolean parted() {
    return true;
  }

  @Override
  public String template() {
    return "duties-period";
  }

  @Override
  public View view(Drawing drawing) {
    List<Duty> duties = drawing.board().duties().of(period);
    Map<Agency, List<Duty>> byAgency = new LinkedHashMap<>();
    duties.forEach(
        duty -> byAgency.computeIfAbsent(duty.agency(), _ -> new ArrayList<>()).add(duty));
    List<AgencyRow> rows = new ArrayList<>();
    byAgency.forEach((agency, own) -> rows.add(row(drawing, agency, own)));
    rows.sort(Comparator.comparingInt((AgencyRow row) -> row.open().size()).reversed());
    Duty.Tally tally = Duty.Tally.of(duties);
    return new View(
        drawing.frame(drawing.text("title-duties-period", drawing.type().period(period)), path()),
        DutiesPage.due(drawing, duties),
        DutiesPage.share(drawing, tally.completeness()),
        DutiesPage.share(drawing, tally.timeliness()),
        drawing.part(path(), rows, row -> row));
  }

  private static AgencyRow row(Drawing drawing, Agency agency, List<Duty> duties) {
    List<Duty> open = duties.stream().filter(duty -> !duty.state().reported()).toList();
    long late = duties.stream().filter(duty -> duty.state() == DutyState.LATE).count();
    String newest =
        duties.stream()
            .map(Duty::settled)
            .filter(Objects::nonNull)
            .max(Comparator.comparing(source -> source.receivedAt()))
            .map(source -> drawing.type().moment(source.receivedAt()))
            .orElse("");
    return new AgencyRow(
        agency.code().value(),
        agency.name(),
        drawing.type().count(duties.size() - open.size())
            + "/"
            + drawing.type().count(duties.size()),
        late == 0 ? "" : drawing.text("duties-late", drawing.type().count(late)),
        open.stream().map(duty -> row(drawing, duty)).toList(),
        newest);
  }

  static DutyRow row(Drawing drawing, Duty duty) {
    return new DutyRow(
        drawing.type().period(duty.period()),
        drawing.text(duty.indicator().name()),
        Figures.trace(duty.agency(), duty.indicator()),
        DutiesPage.deadline(drawing, duty.deadline()),
        States.duty(drawing, duty.state()),
        drawing.setter().origin(duty.settled()));
  }
}
