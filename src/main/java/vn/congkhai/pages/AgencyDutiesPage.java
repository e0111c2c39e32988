package vn.congkhai.pages;

import java.util.List;
import vn.congkhai.board.Duty;
import vn.congkhai.indicator.Agency;
import vn.congkhai.pages.Views.Frame;
import vn.congkhai.pages.Views.Framed;

/// `/board/agencies/CODE/duties`: what an agency owes of the year, and when it came.
record AgencyDutiesPage(Agency agency) implements Page {
  record View(
      Frame frame,
      String name,
      String code,
      String complete,
      String timely,
      List<PeriodDutiesPage.DutyRow> rows)
      implements Framed {}

  @Override
  public String path() {
    return "/board/agencies/" + agency.code() + "/duties";
  }

  @Override
  public String template() {
    return "duties-agency";
  }

  @Override
  public View view(Drawing drawing) {
    List<Duty> duties = drawing.board().duties().of(agency.code());
    Duty.Tally tally = Duty.Tally.of(duties);
    return new View(
        drawing.frame(
            drawing.text("title-duties-agency", agency.name()), path(), agency.code().value()),
        agency.name(),
        agency.code().value(),
        DutiesPage.share(drawing, tally.completeness()),
        DutiesPage.share(drawing, tally.timeliness()),
        duties.stream().map(duty -> PeriodDutiesPage.row(drawing, duty)).toList());
  }
}
