package vn.congkhai.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Change;
import vn.congkhai.indicator.Draft;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Jumps;
import vn.congkhai.indicator.Measure;
import vn.congkhai.indicator.Observation;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Standing;
import vn.congkhai.indicator.Submission;
import vn.congkhai.indicator.Target;
import vn.congkhai.indicator.Warning;

/// Everything that one agency has published. Immutable.
public final class AgencyFigures {
  /// What is usual is told by the newest so many other periods.
  private static final int USUAL_PERIODS = 12;

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

  /// @param others the figures of every other agency
  Judged judge(
      long number, Instant receivedAt, Draft draft, Function<AgencyCode, AgencyFigures> others) {
    Reported.Source source = new Reported.Source(number, receivedAt);
    Series[] after = series.clone();
    List<Change> changes = new ArrayList<>(draft.observations().size());
    for (Observation observation : draft.observations()) {
      changes.add(put(after, observation, source));
    }
    AgencyFigures judged = new AgencyFigures(catalogue, after);
    List<Submission.Recorded> recorded = new ArrayList<>(changes.size());
    for (int i = 0; i < changes.size(); i++) {
      Observation observation = draft.observations().get(i);
      recorded.add(
          new Submission.Recorded(
              observation,
              changes.get(i),
              judged.standing(observation, draft.agency(), receivedAt, others),
              warnings(observation, changes.get(i), receivedAt)));
    }
    return new Judged(
        new Submission(
            number,
            receivedAt,
            draft.agency(),
            draft.by(),
            draft.note(),
            recorded,
            draft.statements()),
        judged);
  }

  /// What must be said of an observation, seen from the figures before its submission.
  private List<Warning> warnings(Observation observation, Change change, Instant receivedAt) {
    Series own = of(observation.indicator());
    Reported before = own.at(observation.period());
    List<Warning> warnings = new ArrayList<>(0);
    if (change == Change.CORRECTED && before != null && before.settled() != null) {
      warnings.add(new Warning.CorrectsPublished());
    }
    Indicator indicator = catalogue.indicator(observation.indicator().value());
    if (indicator != null
        && change != Change.UNCHANGED
        && own.figures().size() >= Jumps.FEWEST_PERIODS) {
      LocalDate sent = LocalDate.ofInstant(receivedAt, Period.ZONE);
      Warning.Jump jump =
          Jumps.of(
              observation.figure(),
              own.besides(observation.period(), USUAL_PERIODS),
              indicator.percent(),
              !observation.period().ended(sent, indicator.regime()));
      if (jump != null) {
        warnings.add(jump);
      }
    }
    return warnings;
  }

  /// The figures after a submission that was judged before.
  AgencyFigures after(Submission submission) {
    Reported.Source source = new Reported.Source(submission.number(), submission.receivedAt());
    Series[] after = series.clone();
    for (Submission.Recorded recorded : submission.observations()) {
      var _ = put(after, recorded.observation(), source);
    }
    return new AgencyFigures(catalogue, after);
  }

  /// A figure of an indicator, a cycle or a measure that the catalogue no longer has is left to the
  /// journal.
  private Change put(Series[] after, Observation observation, Reported.Source source) {
    Series own = at(after, observation.indicator());
    Reported before = own.at(observation.period());
    Change change = Change.from(before == null ? null : before.figure(), observation.figure());
    int position = catalogue.position(observation.indicator());
    if (position >= 0 && fits(observation, position)) {
      Reported next = next(before, change, observation, source);
      if (!next.equals(before)) {
        after[position] = own.with(next);
      }
    }
    return change;
  }

  /// A figure of another cycle would be counted beside those it contains, and a value is no ratio.
  private boolean fits(Observation observation, int position) {
    Indicator indicator = catalogue.indicators().get(position);
    boolean ratio = observation.figure() instanceof Figure.Ratio;
    return indicator.cycle() == observation.period().cycle()
        && ratio == (indicator.measure() == Measure.RATIO);
  }

  /// The figure that stands after the observation: the same one, perhaps settled now, or a new one.
  private Reported next(
      @Nullable Reported before, Change change, Observation observation, Reported.Source source) {
    Reported.Source settled = before == null ? null : before.settled();
    if (settled == null && sentAfterTheEnd(observation, source)) {
      settled = source;
    }
    if (before != null && change == Change.UNCHANGED) {
      return new Reported(
          before.period(), before.figure(), before.before(), before.source(), settled);
    }
    // a figure that was only interim is expected to grow: what replaces it corrects nothing
    Figure corrected = before == null || before.settled() == null ? null : before.figure();
    return new Reported(observation.period(), observation.figure(), corrected, source, settled);
  }

  private boolean sentAfterTheEnd(Observation observation, Reported.Source source) {
    LocalDate sent = LocalDate.ofInstant(source.receivedAt(), Period.ZONE);
    int position = catalogue.position(observation.indicator());
    return observation.period().ended(sent, catalogue.indicators().get(position).regime());
  }

  /// A ratio is judged by the year to date of its period's year, what was merged into the agency
  /// included; a bare value as it is.
  private Standing standing(
      Observation observation,
      AgencyCode code,
      Instant receivedAt,
      Function<AgencyCode, AgencyFigures> others) {
    Agency agency = catalogue.agency(code.value());
    if (agency == null) {
      return Standing.of(observation.figure(), null);
    }
    int year = observation.period().year();
    LocalDate day = Catalogue.judgingDay(year, LocalDate.ofInstant(receivedAt, Period.ZONE));
    Target target = catalogue.targets().effective(observation.indicator(), agency, day);
    return Standing.of(judged(observation, code, others), target);
  }

  private Figure judged(
      Observation observation, AgencyCode code, Function<AgencyCode, AgencyFigures> others) {
    Indicator indicator = catalogue.indicator(observation.indicator().value());
    if (!(observation.figure() instanceof Figure.Ratio own) || indicator == null) {
      return observation.figure();
    }
    List<Series> absorbed =
        catalogue.lineage().absorbed(code).stream()
            .map(unit -> others.apply(unit.code()).of(indicator.code()))
            .toList();
    Figure.Ratio sum =
        Series.yearToDate(
            of(indicator.code()), absorbed, observation.period().year(), indicator.overYear());
    return sum == null ? own : sum;
  }

  private Series at(Series[] all, IndicatorCode indicator) {
    int position = catalogue.position(indicator);
    return position < 0 ? Series.EMPTY : all[position];
  }
}
