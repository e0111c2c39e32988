package vn.congkhai.form;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.congkhai.content.Cell;
import vn.congkhai.content.RawSubmission;
import vn.congkhai.content.RawSubmission.Placed;
import vn.congkhai.content.RawSubmission.RawObservation;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Measure;
import vn.congkhai.indicator.Period;

/// What stands in the cells of the form. A cell is named `INDICATOR/PART`, and so are the places of
/// the problems, with a slash before.
///
/// @param cells by name, without those that are empty
/// @param given what the row of an indicator held when the form was handed out, by the indicator's
///   code, as [Worksheet] spells figures; an indicator is missing when the form does not say
record Typed(Map<String, String> cells, Map<String, String> given, String note) {
  /// Ends the name of the field that holds what a row was given.
  static final String GIVEN = "/given";

  private static final int LONGEST_CELL = 100;
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[., ]\\d{3})+");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?");

  Typed {
    cells = Map.copyOf(cells);
    given = Map.copyOf(given);
  }

  /// A part of a figure, each a cell of its own.
  enum Part {
    NUMERATOR("numerator"),
    DENOMINATOR("denominator"),
    VALUE("value");

    private final String code;

    Part(String code) {
      this.code = code;
    }

    String of(Indicator indicator) {
      return indicator.code().value() + "/" + code;
    }

    static List<Part> of(Measure measure) {
      return measure == Measure.VALUE ? List.of(VALUE) : List.of(NUMERATOR, DENOMINATOR);
    }
  }

  /// What a browser sent of those indicators.
  static Typed of(MultiMap form, List<Indicator> indicators) {
    Map<String, String> cells = new HashMap<>();
    Map<String, String> given = new HashMap<>();
    for (Indicator indicator : indicators) {
      String code = indicator.code().value();
      String before = form.get(code + GIVEN);
      if (before != null) {
        given.put(code, before);
      }
      for (Part part : Part.of(indicator.measure())) {
        String text = form.get(part.of(indicator));
        String trimmed = text == null ? "" : text.replace('\u00A0', ' ').strip();
        if (!trimmed.isEmpty()) {
          String bounded = trimmed.substring(0, Math.min(trimmed.length(), LONGEST_CELL));
          cells.put(part.of(indicator), bounded);
        }
      }
    }
    String note = form.get("note");
    return new Typed(cells, given, note == null ? "" : note.strip());
  }

  String text(Indicator indicator, Part part) {
    return cells.getOrDefault(part.of(indicator), "");
  }

  boolean empty(Indicator indicator) {
    return Part.of(indicator.measure()).stream().allMatch(part -> text(indicator, part).isEmpty());
  }

  /// The same with other cells in the row of an indicator.
  Typed with(Indicator indicator, Map<String, String> row) {
    Map<String, String> changed = new HashMap<>(cells);
    Part.of(indicator.measure()).forEach(part -> changed.remove(part.of(indicator)));
    changed.putAll(row);
    return new Typed(changed, given, note);
  }

  /// The content as the rules take it.
  ///
  /// @param indicators those that are sent
  RawSubmission content(Agency agency, Period period, List<Indicator> indicators) {
    List<RawObservation> observations = new ArrayList<>();
    for (Indicator indicator : indicators) {
      observations.add(
          new RawObservation(
              "/" + indicator.code(),
              new Cell.Words(indicator.code().value()),
              RawSubmission.ABSENT,
              cell(indicator, Part.NUMERATOR),
              cell(indicator, Part.DENOMINATOR),
              cell(indicator, Part.VALUE)));
    }
    return new RawSubmission(
        new Placed("/agency", new Cell.Words(agency.code().value())),
        new Placed("/period", new Cell.Words(period.toString())),
        new Placed("/note", note.isEmpty() ? RawSubmission.ABSENT : new Cell.Words(note)),
        observations,
        List.of(),
        RawSubmission.Places.POINTERS);
  }

  /// A number however a clerk writes it: `1043`, `1.043` and `1 043` are one count, `96,4` and
  /// `96.4 %` one value. A count has no decimals, so its separators can only be of thousands.
  Cell cell(Indicator indicator, Part part) {
    String text = text(indicator, part);
    if (text.isEmpty()) {
      return RawSubmission.ABSENT;
    }
    String number = text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
    if (part == Part.VALUE) {
      return DECIMAL.matcher(number).matches()
          ? new Cell.Digits(number.replace(',', '.'))
          : new Cell.Words(text);
    }
    if (GROUPED.matcher(text).matches()) {
      return new Cell.Digits(text.replaceAll("[., ]", ""));
    }
    return DECIMAL.matcher(text).matches()
        ? new Cell.Digits(text.replace(',', '.'))
        : new Cell.Words(text);
  }
}
