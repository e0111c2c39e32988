package vn.congkhai.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congkhai.access.Caller;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.content.RawSubmission.Placed;
import vn.congkhai.content.RawSubmission.RawObservation;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Draft;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Observation;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Text;

/// Holds a submission against every rule and finds everything that is wrong with it, wherever it
/// came from: the rules are the same for each format.
public final class Check {
  /// In characters.
  public static final int LONGEST_NOTE = 500;

  private final Catalogue catalogue;
  private final Caller caller;
  private final LocalDate today;
  private final List<Problem> problems = new Problems();

  private Check(Catalogue catalogue, Caller caller, LocalDate today) {
    this.catalogue = catalogue;
    this.caller = caller;
    this.today = today;
  }

  /// The draft, or all that is wrong with it.
  ///
  /// @param today the day in Vietnam
  /// @throws Failure of kind `FORBIDDEN` when the caller may not send for that agency
  public static Checked<Draft> check(
      RawSubmission raw, Catalogue catalogue, Caller caller, LocalDate today) {
    return new Check(catalogue, caller, today).draft(raw);
  }

  private Checked<Draft> draft(RawSubmission raw) {
    raw.shape().forEach(problems::add);
    if (raw.endless()) {
      return invalid(raw);
    }
    Agency agency = agency(raw.agency());
    String note = note(raw.note());
    if (raw.observations().isEmpty() && raw.shape().isEmpty()) {
      problems.add(Rule.MISSING_FIELD.at("/observations", "observations"));
    }
    List<Observation> observations = observations(raw, agency);
    if (agency == null || !problems.isEmpty()) {
      return invalid(raw);
    }
    return new Checked.Valid<>(new Draft(agency.code(), caller.id(), note, observations));
  }

  private Checked<Draft> invalid(RawSubmission raw) {
    return new Checked.Invalid<>(
        Problems.byLine(problems).stream()
            .map(each -> each.at(raw.places().of(each.pointer())))
            .toList());
  }

  private @Nullable Agency agency(Placed placed) {
    Cell cell = placed.cell();
    String code =
        switch (cell) {
          case Cell.Words(String text) -> text;
          case Cell.Absent _ when caller instanceof Caller.OfAgency own -> own.agency().value();
          default -> null;
        };
    if (code == null) {
      problems.add(
          cell.present()
              ? Rule.WRONG_TYPE.at(
                  placed.pointer(), new Object[] {"mã cơ quan"}, new Object[] {"an agency's code"})
              : Rule.MISSING_FIELD.at(placed.pointer(), "agency"));
      return null;
    }
    Agency agency = catalogue.agency(code);
    if (agency == null) {
      problems.add(Rule.UNKNOWN_AGENCY.at(placed.pointer(), Texts.shortened(code)));
    } else if (!caller.mayActFor(agency.code())) {
      throw new Failure(
          Failure.Kind.FORBIDDEN,
          "Mã truy cập này không được gửi số liệu của " + agency.code() + ".",
          "This token may not send figures of " + agency.code() + ".");
    }
    return agency;
  }

  private String note(Placed placed) {
    switch (placed.cell()) {
      case Cell.Absent() -> {
        return "";
      }
      case Cell.Words(String text) -> {
        Problem problem = Texts.problem(placed.pointer(), text, LONGEST_NOTE);
        if (problem != null) {
          problems.add(problem);
        }
        return text;
      }
      case Cell.Digits _, Cell.Other _ -> {
        problems.add(
            Rule.WRONG_TYPE.at(
                placed.pointer(), new Object[] {"văn bản"}, new Object[] {"a text"}));
        return "";
      }
    }
  }

  private List<Observation> observations(RawSubmission raw, @Nullable Agency agency) {
    PeriodCheck periods = new PeriodCheck(problems, today, catalogue.closing());
    FigureCheck figures = new FigureCheck(problems);
    Map<Place, String> seen = new HashMap<>();
    List<Observation> observations = new ArrayList<>(raw.observations().size());
    for (RawObservation one : raw.observations()) {
      Indicator indicator = indicator(one, agency);
      boolean own = one.period().present() || !raw.period().cell().present();
      Placed spelt = own ? new Placed(one.pointer() + "/period", one.period()) : raw.period();
      Period period = periods.check(spelt.cell(), spelt.pointer(), indicator);
      Figure figure = indicator == null ? null : figures.check(one, indicator);
      if (indicator == null || period == null) {
        continue;
      }
      if (agency != null && !agency.existsFor(period, indicator.regime())) {
        problems.add(notInForce(spelt.pointer(), agency, period));
        continue;
      }
      String first = seen.putIfAbsent(new Place(indicator.code(), period), one.pointer());
      if (first != null) {
        problems.add(duplicate(one.pointer(), first, raw.places().of(first)));
      } else if (figure != null) {
        observations.add(new Observation(indicator.code(), period, figure));
      }
    }
    identities(observations, seen);
    return observations;
  }

  private static Problem duplicate(String pointer, String first, @Nullable Text words) {
    return words == null
        ? Rule.DUPLICATE.at(pointer, first)
        : Rule.DUPLICATE.at(pointer, new Object[] {words.vi()}, new Object[] {words.en()});
  }

  /// The figures of each period against each other.
  private void identities(List<Observation> observations, Map<Place, String> pointers) {
    if (observations.size() < 2 || catalogue.identities().isEmpty()) {
      return;
    }
    Map<Period, Map<IndicatorCode, Figure>> periods = new LinkedHashMap<>();
    for (Observation one : observations) {
      periods
          .computeIfAbsent(one.period(), _ -> new HashMap<>())
          .put(one.indicator(), one.figure());
    }
    IdentityCheck check = new IdentityCheck(catalogue.identities(), problems);
    periods.forEach((period, figures) ->
        check.check(figures, indicator -> pointers.get(new Place(indicator, period))));
  }

  /// An agency reports only for periods that end while it exists.
  private Problem notInForce(String pointer, Agency agency, Period period) {
    List<String> others =
        agency.validity().over(today)
            ? catalogue.lineage().successors(agency.code()).stream()
                .map(other -> other.code().value())
                .toList()
            : agency.predecessors().stream().map(AgencyCode::value).toList();
    String instead = String.join(", ", others);
    return Rule.AGENCY_NOT_IN_FORCE.at(
        pointer,
        new Object[] {agency.name(), period, others.isEmpty() ? "không cơ quan nào" : instead},
        new Object[] {agency.name(), period, others.isEmpty() ? "nobody" : instead});
  }

  private record Place(IndicatorCode indicator, Period period) {}

  private @Nullable Indicator indicator(RawObservation one, @Nullable Agency agency) {
    String pointer = one.pointer() + "/indicator";
    if (!(one.indicator() instanceof Cell.Words(String code))) {
      problems.add(
          one.indicator().present()
              ? Rule.WRONG_TYPE.at(
                  pointer, new Object[] {"mã chỉ tiêu"}, new Object[] {"an indicator's code"})
              : Rule.MISSING_FIELD.at(pointer, "indicator"));
      return null;
    }
    Indicator indicator = catalogue.indicator(code);
    if (indicator == null) {
      problems.add(Rule.UNKNOWN_INDICATOR.at(pointer, Texts.shortened(code)));
    } else if (indicator.source() != Indicator.Source.AGENCIES) {
      problems.add(Rule.COMPUTED.at(pointer));
    } else if (agency != null && !indicator.owedBy(agency)) {
      problems.add(Rule.NOT_OWED.at(pointer, agency.name()));
    }
    return indicator;
  }
}
