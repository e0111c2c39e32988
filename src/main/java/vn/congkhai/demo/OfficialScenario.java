package vn.congkhai.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Statement.OfficialFigure;

/// What another source publishes of the province ten days after each month: the truth of all
/// agencies, those included that never report here, so it differs a little from ours.
final class OfficialScenario {
  private static final String SOURCE = "Cổng Dịch vụ công quốc gia (minh họa)";
  private static final int DAYS_AFTER = 10;

  private final Catalogue catalogue;
  private final PlausibleFigures figures;

  OfficialScenario(Catalogue catalogue, PlausibleFigures figures) {
    this.catalogue = catalogue;
    this.figures = figures;
  }

  /// @param agencies all there are
  List<Report> reports(List<Agency> agencies, LocalDate today) {
    List<Indicator> published =
        Stream.of("online-dossier-rate", "on-time-rate", "digitisation-rate")
            .map(catalogue::indicator)
            .filter(Objects::nonNull)
            .toList();
    List<Report> reports = new ArrayList<>();
    if (published.isEmpty()) {
      return reports;
    }
    Indicator any = published.getFirst();
    Period period = new Period(any.cycle(), catalogue.year(), 1);
    for (; period.year() == catalogue.year(); period = period.next()) {
      LocalDate asOf = period.end(any.regime()).plusDays(DAYS_AFTER);
      if (asOf.isBefore(today)) {
        reports.add(report(published, agencies, period, asOf));
      }
    }
    return reports;
  }

  private Report report(
      List<Indicator> published, List<Agency> agencies, Period period, LocalDate asOf) {
    AgencyCode province = new AgencyCode(catalogue.province().code());
    List<OfficialFigure> official = new ArrayList<>();
    for (Indicator indicator : published) {
      Figure.Ratio sum = Figure.Ratio.NONE;
      for (Agency agency : agencies) {
        if (indicator.owedBy(agency)
            && figures.of(agency, indicator, period) instanceof Figure.Ratio ratio) {
          sum = sum.plus(ratio);
        }
      }
      if (sum.denominator() > 0) {
        BigDecimal ratio =
            BigDecimal.valueOf(sum.numerator())
                .divide(BigDecimal.valueOf(sum.denominator()), 4, RoundingMode.HALF_UP);
        official.add(new OfficialFigure(province, indicator.code(), period, ratio, SOURCE, asOf));
      }
    }
    return new Report.Official(
        asOf.atTime(LocalTime.of(9, 0)).atZone(Period.ZONE).toInstant(), official);
  }
}
