package vn.congkhai.telemetry;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.congkhai.board.AgencyFigure;
import vn.congkhai.board.Board;
import vn.congkhai.board.Duty;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.IndicatorCode;

/// Writes the series of agencies and indicators, nine tenths of all there are, straight from the
/// board: no object is kept or made for a series, so that hundreds of thousands of them are scraped
/// without a pause. What it writes is the same in Prometheus's text format and in OpenMetrics.
final class FigureText {
  private final Board board;
  private final SeriesLabels labels;
  private final OutputStream out;
  private final List<FigureRow> rows = new ArrayList<>();
  private final List<byte[]> labelled = new ArrayList<>();

  FigureText(Board board, SeriesLabels labels, OutputStream out) {
    this.board = board;
    this.labels = labels;
    this.out = out;
  }

  void write() throws IOException {
    collect();
    for (FigureGauge gauge : FigureGauge.ALL) {
      byte[] name = gauge.series().getBytes(US_ASCII);
      ascii(
          "# HELP "
              + gauge.series()
              + " "
              + gauge.help()
              + "\n# TYPE "
              + gauge.series()
              + " gauge\n");
      for (int i = 0; i < rows.size(); i++) {
        double value = gauge.value().applyAsDouble(rows.get(i));
        if (!Double.isNaN(value)) {
          out.write(name);
          out.write(labelled.get(i));
          ascii(
              gauge.equals(FigureGauge.VALUE)
                  ? ",unit=\"" + labels.unit(rows.get(i).indicator()) + "\"} "
                  : "} ");
          ascii(Double.toString(value));
          out.write('\n');
        }
      }
    }
  }

  private void ascii(String text) throws IOException {
    out.write(text.getBytes(US_ASCII));
  }

  private void collect() {
    for (Indicator indicator : board.catalogue().indicators()) {
      labelled.add(labels.province(indicator));
      rows.add(FigureRow.of(board.rollUp(indicator)));
    }
    for (Agency agency : board.catalogue().agencies()) {
      Map<IndicatorCode, Boolean> late = overdue(agency);
      boolean inForce = board.inForce(agency);
      for (AgencyFigure figure : board.figures(agency.code())) {
        Indicator indicator = figure.indicator();
        labelled.add(labels.figure(agency, indicator));
        rows.add(FigureRow.of(figure, inForce, late.get(indicator.code())));
      }
    }
  }

  /// Whether something is overdue, for each indicator that the agency owes a report on.
  private Map<IndicatorCode, Boolean> overdue(Agency agency) {
    Map<IndicatorCode, Boolean> overdue = new HashMap<>();
    for (Duty duty : board.duties().of(agency.code())) {
      overdue.merge(duty.indicator().code(), duty.state().overdue(), Boolean::logicalOr);
    }
    return overdue;
  }
}
