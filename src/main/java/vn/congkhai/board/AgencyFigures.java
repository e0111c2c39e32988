package vn.congkhai.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Change;
import vn.congkhai.indicator.Draft;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Observation;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Standing;
import vn.congkhai.indicator.Submission;
import vn.congkhai.indicator.Target;

/// Everything that one agency has published. Immutable.
public final class AgencyFigures {
  private final Catalogue catalogue;
  private final Series[] series;

  /// @param series one for each indicator of the catalogue, in its order; never written again
  private AgencyFigures(Catalogue catalogue, Series[] series) {
    this.catalogue = catalogue;
    this.series = series;
  }

  static AgencyFigures none(Catalogue catalogue) {
    Series[] series = new Series[catalogue.indicators().size()];
    Arrays.fill(series, Series.EMPTY);
    return new AgencyFigures(catalogue, series);
  }

  public Series of(IndicatorCode indicator) {
    return at(series, indicator);
  }

  /// What a draft would become, and the agency's figures after it.
  record Judged(Submission submission, AgencyFigures after) {}

  Judged judge(long number, Instant receivedAt, Draft draft) {
    Series[] after = series.clone();
    List<Change> changes = new ArrayList<>(draft.observations().size());
    for (Observation observation : draft.observations()) {
      changes.add(put(after, observation, number, receivedAt));
    }
    Agency agency = catalogue.agency(draft.agency().value());
    List<Submission.Recorded> recorded = new ArrayList<>(changes.size());
    for (int i = 0; i < changes.size(); i++) {
      Observation observation = draft.observations().get(i);
      recorded.add(
          new Submission.Recorded(
              observation, changes.get(i), standing(after, observation, agency)));
    }
    return new Judged(
        new Submission(number, receivedAt, draft.agency(), draft.by(), draft.note(), recorded),
        new AgencyFigures(catalogue, after));
  }

  /// The figures after a submission that was judged before.
  AgencyFigures after(Submission submission) {
    Series[] after = series.clone();
    for (Submission.Recorded recorded : submission.observations()) {
      var _ = put(after, recorded.observation(), submission.number(), submission.receivedAt());
    }
    return new AgencyFigures(catalogue, after);
  }

  /// A figure of an indicator that the catalogue no longer has is left to the journal.
  private Change put(Series[] after, Observation observation, long number, Instant receivedAt) {
    Series own = at(after, observation.indicator());
    Reported before = own.at(observation.period());
    Change change = Change.from(before == null ? null : before.figure(), observation.figure());
    int position = catalogue.position(observation.indicator());
    if (change != Change.UNCHANGED && position >= 0) {
      Figure corrected = before != null && closed(before, position) ? before.figure() : null;
      after[position] =
          own.with(
              new Reported(
                  observation.period(), observation.figure(), corrected, number, receivedAt));
    }
    return change;
  }

  /// Whether the figure was sent after its period had ended. One that was sent before is expected
  /// to grow; what replaces it corrects nothing.
  private boolean closed(Reported reported, int position) {
    LocalDate sent = LocalDate.ofInstant(reported.receivedAt(), Period.ZONE);
    return reported.period().ended(sent, catalogue.indicators().get(position).regime());
  }

  /// A ratio is judged by the year to date of its period's year, a bare value as it is.
  private Standing standing(Series[] after, Observation observation, @Nullable Agency agency) {
    int year = observation.period().year();
    Target target =
        agency == null
            ? null
            : catalogue.effectiveTarget(observation.indicator(), agency.level(), year);
    Figure judged =
        switch (observation.figure()) {
          case Figure.Ratio _ -> at(after, observation.indicator()).yearToDate(year);
          case Figure.Value value -> value;
        };
    return Standing.of(judged, target);
  }

  private Series at(Series[] all, IndicatorCode indicator) {
    int position = catalogue.position(indicator);
    return position < 0 ? Series.EMPTY : all[position];
  }
}
