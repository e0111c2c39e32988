package vn.congkhai.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Change;
import vn.congkhai.indicator.Draft;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Observation;
import vn.congkhai.indicator.Standing;
import vn.congkhai.indicator.Submission;
import vn.congkhai.indicator.Target;

/// Everything that one agency has published. Immutable; the map is never written after the
/// constructor.
public final class AgencyFigures {
  static final AgencyFigures NONE = new AgencyFigures(Map.of());

  private final Map<IndicatorCode, Series> series;

  private AgencyFigures(Map<IndicatorCode, Series> series) {
    this.series = series;
  }

  public Series of(IndicatorCode indicator) {
    return series.getOrDefault(indicator, Series.EMPTY);
  }

  /// What a draft would become, and the agency's figures after it.
  record Judged(Submission submission, AgencyFigures after) {}

  Judged judge(long number, Instant receivedAt, Draft draft, Catalogue catalogue) {
    Map<IndicatorCode, Series> after = new HashMap<>(series);
    List<Change> changes = new ArrayList<>(draft.observations().size());
    for (Observation observation : draft.observations()) {
      changes.add(put(after, observation, number, receivedAt));
    }
    Agency agency = catalogue.agency(draft.agency().value());
    List<Submission.Recorded> recorded = new ArrayList<>(draft.observations().size());
    for (int i = 0; i < changes.size(); i++) {
      Observation observation = draft.observations().get(i);
      recorded.add(
          new Submission.Recorded(
              observation, changes.get(i), standing(after, observation, agency, catalogue)));
    }
    return new Judged(
        new Submission(number, receivedAt, draft.agency(), draft.by(), draft.note(), recorded),
        new AgencyFigures(after));
  }

  /// The figures after a submission that was judged before.
  AgencyFigures after(Submission submission) {
    Map<IndicatorCode, Series> after = new HashMap<>(series);
    for (Submission.Recorded recorded : submission.observations()) {
      var _ = put(after, recorded.observation(), submission.number(), submission.receivedAt());
    }
    return new AgencyFigures(after);
  }

  private static Change put(
      Map<IndicatorCode, Series> series, Observation observation, long number, Instant receivedAt) {
    Series own = series.getOrDefault(observation.indicator(), Series.EMPTY);
    Reported before = own.at(observation.period());
    Figure published = before == null ? null : before.figure();
    Change change = Change.from(published, observation.figure());
    if (change != Change.UNCHANGED) {
      series.put(
          observation.indicator(),
          own.with(
              new Reported(
                  observation.period(), observation.figure(), published, number, receivedAt)));
    }
    return change;
  }

  /// A ratio is judged by the year to date of its period's year, a bare value as it is.
  private static Standing standing(
      Map<IndicatorCode, Series> series,
      Observation observation,
      @Nullable Agency agency,
      Catalogue catalogue) {
    int year = observation.period().year();
    Target target =
        agency == null
            ? null
            : catalogue.effectiveTarget(observation.indicator(), agency.level(), year);
    Figure judged =
        switch (observation.figure()) {
          case Figure.Ratio _ ->
              series.getOrDefault(observation.indicator(), Series.EMPTY).yearToDate(year);
          case Figure.Value value -> value;
        };
    return Standing.of(judged, target);
  }
}
