package vn.congkhai.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;

/// What a submission says besides figures of its agency.
public sealed interface Statement {
  /// How far a task is. Sent by one of the agencies that lead it, it is about that agency's part;
  /// sent for the province, about the whole.
  ///
  /// @param evidence address of a document that shows it; empty when none was given
  record OfTask(PlanTask.Id task, TaskState state, String evidence) implements Statement {}

  /// A figure that somebody else published about an agency or about the province. It is shown
  /// beside ours and never in its place.
  ///
  /// @param about an agency of the catalogue, or the province by its code
  /// @param ratio the fraction as published, 0 to 1
  /// @param source who published it
  /// @param asOf the day it was published or read
  record OfficialFigure(
      AgencyCode about,
      IndicatorCode indicator,
      Period period,
      BigDecimal ratio,
      String source,
      LocalDate asOf)
      implements Statement {
    /// What a source says once a day.
    public record Day(
        AgencyCode about, IndicatorCode indicator, Period period, String source, LocalDate asOf) {}

    public Day day() {
      return new Day(about, indicator, period, source, asOf);
    }

    public OfficialFigure {
      if (ratio.signum() < 0 || ratio.compareTo(BigDecimal.ONE) > 0) {
        throw new IllegalArgumentException("not a fraction: " + ratio);
      }
    }
  }
}
