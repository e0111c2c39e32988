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
  private final byte[] chunk = new byte[64 * 1024];
  private int used;

  FigureText(Board board, SeriesLabels labels, OutputStream out) {
    this.board = board;
    this.labels = labels;
    this.out = out;
  }

  void write() throws IOException {
    collect();
    for (FigureGauge gauge : FigureGauge.ALL) {
      String name = gauge.series();
      put(ascii("# HELP " + name + " " + gauge.help() + "\n# TYPE " + name + " gauge\n"));
      write(gauge, ascii(name));
    }
    out.write(chunk, 0, used);
  }

  private void write(FigureGauge gauge, byte[] name) throws IOException {
    // neighbours are often alike: a period's end, yes or no
    double before = Double.NaN;
    byte[] text = new byte[0];
    for (int i = 0; i < rows.size(); i++) {
      double value = gauge.value().applyAsDouble(rows.get(i));
      if (Double.isNaN(value)) {
        continue;
      }
      if (value != before) {
        before = value;
        text = ascii("} " + value + "\n");
      }
      put(name);
      put(labelled.get(i));
      if (gauge.equals(FigureGauge.VALUE)) {
        put(ascii(",unit=\"" + labels.unit(rows.get(i).indicator()) + "\""));
      }
      put(text);
    }
  }

  private void put(byte[] text) throws IOException {
    if (text.length > chunk.length - used) {
      out.write(chunk, 0, used);
      used = 0;
    }
    System.arraycopy(text, 0, chunk, used, text.length);
    used += text.length;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
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
