package vn.congkhai.opendata;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Board;
import vn.congkhai.board.Duty;
import vn.congkhai.board.Ranking;
import vn.congkhai.board.RollUp;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.Target;

/// The answers that are tables, as CSV. The columns are the fields of the JSON, those of an object
/// inside it with its name before theirs.
final class TablesCsv {
  private TablesCsv() {}

  /// `GET /api/v1/observations`.
  static Csv.Table observations(List<Observations.Published> rows) {
    return new Csv.Table(
        List.of(
            "agency",
            "indicator",
            "period",
            "numerator",
            "denominator",
            "ratio",
            "value",
            "interim",
            "corrected",
            "beforeNumerator",
            "beforeDenominator",
            "beforeRatio",
            "beforeValue",
            "submission",
            "receivedAt"),
        rows.stream().map(TablesCsv::observation));
  }

  private static List<String> observation(Observations.Published row) {
    var reported = row.reported();
    List<String> cells = new ArrayList<>();
    cells.add(row.agency().code().value());
    cells.add(row.indicator().code().value());
    cells.add(reported.period().toString());
    cells.addAll(Csv.counts(reported.figure()));
    cells.add(Csv.value(reported.figure()));
    cells.add(Boolean.toString(row.interim()));
    cells.add(Boolean.toString(reported.corrected()));
    cells.addAll(Csv.counts(reported.before()));
    cells.add(Csv.value(reported.before()));
    cells.add(Long.toString(reported.submission()));
    cells.add(reported.receivedAt().toString());
    return cells;
  }

  /// `GET /api/v1/board`: of the targets only the effective one.
  static Csv.Table board(Board board) {
    return new Csv.Table(
        List.of(
            "code",
            "name",
            "unit",
            "period",
            "numerator",
            "denominator",
            "ratio",
            "interim",
            "coverageReported",
            "coverageExpected",
            "yearToDateNumerator",
            "yearToDateDenominator",
            "yearToDateRatio",
            "yearToDateCoverageReported",
            "yearToDateCoverageExpected",
            "standing",
            "targetComparator",
            "targetValue",
            "targetPlan",
            "agenciesMet"),
        board.catalogue().indicators().stream().map(board::rollUp).map(TablesCsv::rollUp));
  }

  private static List<String> rollUp(RollUp rollUp) {
    Indicator indicator = rollUp.indicator();
    List<String> cells = new ArrayList<>();
    cells.add(indicator.code().value());
    cells.add(indicator.name().in(Language.VI));
    cells.add(indicator.unit().vi());
    cells.add(Csv.text(rollUp.period()));
    cells.addAll(Csv.counts(rollUp.sum()));
    cells.add(Boolean.toString(rollUp.interim()));
    cells.add(Integer.toString(rollUp.coverage().reported()));
    cells.add(Integer.toString(rollUp.coverage().expected()));
    cells.addAll(Csv.counts(rollUp.yearToDate()));
    cells.add(Integer.toString(rollUp.yearCoverage().reported()));
    cells.add(Integer.toString(rollUp.yearCoverage().expected()));
    cells.add(rollUp.standing().code());
    cells.addAll(target(rollUp.target(), indicator));
    cells.add(Integer.toString(rollUp.agenciesMet()));
    return cells;
  }

  private static List<String> target(@Nullable Target target, Indicator indicator) {
    return target == null
        ? List.of("", "", "")
        : List.of(
            target.bound().code(),
            FigureJson.amount(target, indicator).toPlainString(),
            target.plan().value());
  }

  /// `GET /api/v1/ranking`.
  static Csv.Table ranking(Ranking ranking) {
    return new Csv.Table(
        List.of(
            "agency",
            "level",
            "place",
            "of",
            "placeInLevel",
            "ofLevel",
            "reason",
            "ratio",
            "standing",
            "movement"),
        ranking.rows().stream().map(TablesCsv::place));
  }

  private static List<String> place(Ranking.Row row) {
    Ranking.Place place = row.place();
    var reason = row.reason();
    var standing = row.merit().standing();
    return List.of(
        row.agency().code().value(),
        row.agency().level().code(),
        place == null ? "" : Integer.toString(place.all()),
        Integer.toString(row.of()),
        place == null ? "" : Integer.toString(place.level()),
        place == null ? "" : Integer.toString(place.levelOf()),
        reason == null ? "" : reason.code(),
        Csv.number(row.merit().ratio()),
        standing == null ? "" : standing.code(),
        Csv.text(row.movement()));
  }

  /// `GET /api/v1/duties`.
  static Csv.Table duties(List<Duty> duties) {
    return new Csv.Table(
        List.of("agency", "indicator", "period", "due", "provisional", "state", "reportedAt"),
        duties.stream().map(TablesCsv::duty));
  }

  private static List<String> duty(Duty duty) {
    var settled = duty.settled();
    return List.of(
        duty.agency().code().value(),
        duty.indicator().code().value(),
        duty.period().toString(),
        duty.deadline().day().toString(),
        Boolean.toString(duty.deadline().provisional()),
        duty.state().code(),
        settled == null ? "" : settled.receivedAt().toString());
  }
}
