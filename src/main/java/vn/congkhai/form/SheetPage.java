package vn.congkhai.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Duty;
import vn.congkhai.board.Reported;
import vn.congkhai.catalogue.Group;
import vn.congkhai.content.Cell;
import vn.congkhai.form.Typed.Part;
import vn.congkhai.form.Views.Said;
import vn.congkhai.form.Views.Section;
import vn.congkhai.form.Views.Sheet;
import vn.congkhai.form.Views.State;
import vn.congkhai.form.Views.Wrong;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Regime;
import vn.congkhai.indicator.Target;

/// The form for an agency and a period, with what stands in its cells and what is said of it.
///
/// @param agencyField code of the agency that an administrator chose; empty otherwise
record SheetPage(
    Worksheet sheet,
    Typed typed,
    Judged judged,
    Said said,
    String key,
    String agencyField,
    boolean maySend) {

  private static final int LONGEST_NUMBER = 20;

  Sheet view(Drawing drawing) {
    String periodName = drawing.type().period(sheet.period());
    Periods periods = Periods.of(drawing, sheet);
    return new Sheet(
        drawing.frame(drawing.text("form-title", periodName)),
        sheet.agency().name(),
        agencyField,
        sheet.period().toString(),
        periodName,
        days(drawing),
        running(drawing) ? drawing.text("form-interim") : "",
        drawing.text(sheet.begun() ? "form-empty" : "form-future"),
        periods.newest(),
        periods.others(),
        said,
        said.kind().equals(Said.LOOK) ? doubtful(drawing) : wrong(drawing),
        sections(drawing),
        typed.note(),
        drawing.texts(judged.at("note")),
        key,
        judged.toBeSeen(),
        maySend);
  }

  /// From when to when the period runs, where all rows agree.
  private String days(Drawing drawing) {
    List<Regime> regimes = sheet.indicators().stream().map(Indicator::regime).distinct().toList();
    return regimes.size() == 1
        ? drawing.text(
            "form-days",
            drawing.type().day(sheet.period().start(regimes.getFirst())),
            drawing.type().day(sheet.period().end(regimes.getFirst()).minusDays(1)))
        : "";
  }

  private boolean running(Drawing drawing) {
    return sheet.indicators().stream()
        .anyMatch(indicator -> !sheet.period().ended(drawing.board().today(), indicator.regime()));
  }

  /// Everything that is wrong, in the order of the rows.
  private List<Wrong> wrong(Drawing drawing) {
    Labels labels = new Labels(drawing, typed);
    List<Wrong> wrong = new ArrayList<>();
    for (String place : List.of("", "agency", "period")) {
      judged
          .at(place)
          .forEach(problem ->
              wrong.add(
                  new Wrong("", drawing.text("form-period"), drawing.text(problem.message()))));
    }
    for (Worksheet.Row row : sheet.rows()) {
      Indicator indicator = row.indicator();
      String name = drawing.text(indicator.name());
      List<Part> parts = Part.of(indicator.measure());
      rowProblems(indicator)
          .forEach(problem ->
              wrong.add(
                  new Wrong(
                      parts.getFirst().of(indicator), name, drawing.text(problem.message()))));
      for (Part part : parts) {
        judged
            .at(part.of(indicator))
            .forEach(problem ->
                wrong.add(new Wrong(part.of(indicator), name, labels.told(indicator, problem))));
      }
    }
    judged
        .at("note")
        .forEach(problem ->
            wrong.add(
                new Wrong("note", drawing.text("form-note"), drawing.text(problem.message()))));
    return wrong;
  }

  /// Everything that should be looked at again, in the order of the rows.
  private List<Wrong> doubtful(Drawing drawing) {
    List<Wrong> doubtful = new ArrayList<>();
    for (Indicator indicator : sheet.indicators()) {
      String cell = Part.of(indicator.measure()).getFirst().of(indicator);
      for (Problem warning : judged.warnings().getOrDefault(indicator.code().value(), List.of())) {
        doubtful.add(
            new Wrong(cell, drawing.text(indicator.name()), drawing.text(warning.message())));
      }
    }
    return doubtful;
  }

  private List<Problem> rowProblems(Indicator indicator) {
    String code = indicator.code().value();
    return Stream.of(code, code + "/indicator", code + "/period")
        .flatMap(place -> judged.at(place).stream())
        .toList();
  }

  private List<Section> sections(Drawing drawing) {
    List<Section> sections = new ArrayList<>();
    for (Group group : drawing.board().catalogue().groups()) {
      List<Views.Row> rows =
          sheet.rows().stream()
              .filter(row -> row.indicator().group().equals(group.code()))
              .map(row -> row(drawing, row))
              .toList();
      if (!rows.isEmpty()) {
        sections.add(new Section(drawing.text(group.name()), rows));
      }
    }
    return sections;
  }

  private Views.Row row(Drawing drawing, Worksheet.Row row) {
    Indicator indicator = row.indicator();
    Target target = drawing.target(indicator, sheet.agency());
    Reported previous = row.previous();
    Reported current = row.current();
    List<Problem> problems = rowProblems(indicator);
    return new Views.Row(
        indicator.code().value(),
        drawing.text(indicator.name()),
        drawing.text(indicator.explanation()),
        target == null ? "" : drawing.type().target(target, indicator.unit()),
        due(drawing, row.duty()),
        state(drawing, row.duty()),
        previous == null ? "" : drawing.type().period(previous.period()),
        previous == null ? "" : drawing.figure(previous.figure(), target, indicator),
        previous == null ? "" : drawing.counts(previous.figure()),
        current == null ? "" : published(drawing, current, target, indicator),
        row.spelled(),
        cells(drawing, indicator, !problems.isEmpty()),
        drawing.figure(typedFigure(indicator), target, indicator),
        drawing.counts(typedFigure(indicator)),
        drawing.texts(problems),
        drawing.texts(judged.warnings().getOrDefault(indicator.code().value(), List.of())));
  }

  private static String published(
      Drawing drawing, Reported current, @Nullable Target target, Indicator indicator) {
    return drawing.text(
        "form-published",
        drawing.figure(current.figure(), target, indicator),
        Long.toString(current.submission()));
  }

  private static String due(Drawing drawing, @Nullable Duty duty) {
    return duty == null || duty.state().reported()
        ? ""
        : drawing.text("form-due", drawing.type().day(duty.deadline().day()));
  }

  private static State state(Drawing drawing, @Nullable Duty duty) {
    if (duty == null) {
      return new State("", "", "");
    }
    String word = drawing.text("duty-" + duty.state().code());
    return switch (duty.state()) {
      case NOT_DUE -> new State("none", "–", word);
      case DUE -> new State("none", "○", word);
      case ON_TIME -> new State("met", "✓", word);
      case LATE -> new State("none", "◷", word);
      case OVERDUE, NEVER -> new State("missed", "✕", word);
    };
  }

  private List<Views.Cell> cells(Drawing drawing, Indicator indicator, boolean wrongRow) {
    Labels labels = new Labels(drawing, typed);
    List<Views.Cell> cells = new ArrayList<>();
    for (Part part : Part.of(indicator.measure())) {
      List<Problem> problems = judged.at(part.of(indicator));
      cells.add(
          new Views.Cell(
              part.of(indicator),
              labels.of(indicator, part),
              typed.text(indicator, part),
              wrongRow || !problems.isEmpty(),
              problems.stream().map(problem -> labels.told(indicator, problem)).toList()));
    }
    return cells;
  }

  /// What the cells come to; null while they do not make a figure.
  private @Nullable Figure typedFigure(Indicator indicator) {
    if (typed.cell(indicator, Part.VALUE) instanceof Cell.Digits(String value)
        && value.length() < LONGEST_NUMBER) {
      return new Figure.Value(new BigDecimal(value));
    }
    return typed.cell(indicator, Part.NUMERATOR) instanceof Cell.Digits(String numerator)
            && typed.cell(indicator, Part.DENOMINATOR) instanceof Cell.Digits(String denominator)
            && numerator.matches("\\d{1,12}")
            && denominator.matches("\\d{1,12}")
            && Long.parseLong(numerator) <= Long.parseLong(denominator)
        ? new Figure.Ratio(Long.parseLong(numerator), Long.parseLong(denominator))
        : null;
  }
}
