package vn.congkhai.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Duty;
import vn.congkhai.board.Reported;
import vn.congkhai.board.Sums;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Period;
import vn.congkhai.pages.Views.Frame;
import vn.congkhai.pages.Views.Framed;
import vn.congkhai.pages.Views.Line;
import vn.congkhai.pages.Views.Origin;
import vn.congkhai.pages.Views.Shown;
import vn.congkhai.pages.Views.Verdict;

/// `/board/agencies/CODE/indicators/CODE`: every figure an agency has published of one indicator,
/// each with the submission it came from.
record FigurePage(Agency agency, Indicator indicator) implements Page {
  /// @param line the figure as the agency's page shows it; null when the agency does not owe it
  /// @param comparable sums that can be compared over a reorganisation; empty when there was none
  record View(
      Frame frame,
      String agency,
      String agencyCode,
      String indicator,
      String indicatorCode,
      @Nullable Line line,
      String counted,
      List<Row> rows,
      List<Kinship> lineage,
      String together,
      List<Together> comparable)
      implements Framed {}

  /// A period's figure.
  ///
  /// @param state of the duty; empty when there is none
  record Row(
      String period,
      Shown figure,
      List<String> remarks,
      Origin origin,
      String due,
      @Nullable Verdict state) {}

  /// A period's sum over all that mergers and splits connect.
  record Together(String period, Shown figure, List<Share> shares) {}

  /// What one unit put into such a sum.
  record Share(String agency, String counts, Origin origin) {}

  @Override
  public String path() {
    return "/board/agencies/" + agency.code() + "/indicators/" + indicator.code();
  }

  @Override
  public String template() {
    return "figure-history";
  }

  @Override
  public View view(Drawing drawing) {
    String name = drawing.text(indicator.name());
    Line line =
        drawing.board().figures(agency.code()).stream()
            .filter(figure -> figure.indicator().equals(indicator))
            .findFirst()
            .map(figure -> drawing.lines().of(figure, drawing.board().rollUp(indicator)))
            .orElse(null);
    List<Agency> kin = drawing.catalogue().lineage().comparable(agency.code());
    return new View(
        drawing.frame(name + " · " + agency.name(), path(), agency.code().value()),
        agency.name(),
        agency.code().value(),
        name,
        indicator.code().value(),
        line,
        drawing.setter().counted(indicator),
        rows(drawing),
        Kinship.of(drawing, agency),
        kin.size() < 2 ? "" : kin.stream().map(Agency::name).collect(Collectors.joining(" + ")),
        kin.size() < 2 ? List.of() : comparable(drawing, kin));
  }

  private List<Row> rows(Drawing drawing) {
    Map<Period, Duty> duties = new HashMap<>();
    drawing.board().duties().of(agency, indicator).forEach(duty -> duties.put(duty.period(), duty));
    List<Row> rows = new ArrayList<>();
    for (Reported reported : drawing.board().series(agency, indicator).figures().reversed()) {
      rows.add(row(drawing, reported, duties.get(reported.period())));
    }
    return rows;
  }

  private Row row(Drawing drawing, Reported reported, @Nullable Duty duty) {
    List<String> remarks = new ArrayList<>();
    if (!reported.period().ended(drawing.board().today(), indicator.regime())) {
      remarks.add(drawing.setter().interim(reported.period(), indicator));
    } else if (reported.settled() == null && indicator.source() == Indicator.Source.AGENCIES) {
      remarks.add(drawing.text("remark-never-final"));
    }
    Figure before = reported.before();
    if (before != null) {
      String was =
          before instanceof Figure.Ratio ratio
              ? drawing.type().figure(before, null, indicator)
                  + " ("
                  + drawing.type().counts(ratio)
                  + ")"
              : drawing.type().figure(before, null, indicator);
      remarks.add(drawing.text("remark-corrected", was));
    }
    return new Row(
        drawing.type().period(reported.period()),
        drawing.figures().of(agency, indicator, reported.figure()),
        remarks,
        drawing.setter().origin(reported.source()),
        duty == null ? "" : drawing.type().day(duty.deadline().day()),
        duty == null ? null : States.duty(drawing, duty.state()));
  }

  private List<Together> comparable(Drawing drawing, List<Agency> kin) {
    Sums sums = drawing.board().comparable(agency, indicator);
    List<Together> comparable = new ArrayList<>();
    sums.byPeriod()
        .descendingMap()
        .forEach((period, sum) -> {
          List<Share> shares = shares(drawing, kin, period);
          Shown figure = drawing.figures().of(indicator, sum, shares.size() + "/" + kin.size());
          comparable.add(new Together(drawing.type().period(period), figure, shares));
        });
    return comparable;
  }

  private List<Share> shares(Drawing drawing, List<Agency> kin, Period period) {
    List<Share> shares = new ArrayList<>();
    for (Agency unit : kin) {
      Reported reported = drawing.board().series(unit, indicator).at(period);
      if (reported != null && reported.figure() instanceof Figure.Ratio ratio) {
        shares.add(
            new Share(
                unit.name(),
                drawing.type().counts(ratio),
                drawing.setter().origin(reported.source())));
      }
    }
    return shares;
  }
}
