package vn.congkhai.content;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.content.RawSubmission.RawObservation;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;

/// The rules of a single figure.
final class FigureCheck {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final List<Problem> problems;

  /// @param problems takes what is wrong
  FigureCheck(List<Problem> problems) {
    this.problems = problems;
  }

  /// The figure, or null and at least one problem.
  @Nullable Figure check(RawObservation raw, Indicator indicator) {
    boolean counts = raw.numerator().present() || raw.denominator().present();
    if (counts && raw.value().present()) {
      problems.add(Rule.FIGURE_AND_VALUE.at(raw.pointer()));
      return null;
    }
    return switch (indicator.measure()) {
      case RATIO -> ratio(raw);
      case VALUE -> value(raw, indicator);
    };
  }

  private Figure.@Nullable Ratio ratio(RawObservation raw) {
    Long numerator = count(raw.numerator(), raw.pointer(), "numerator");
    Long denominator = count(raw.denominator(), raw.pointer(), "denominator");
    if (numerator == null || denominator == null) {
      return null;
    }
    if (numerator > denominator) {
      problems.add(
          Rule.NUMERATOR_EXCEEDS_DENOMINATOR.at(
              raw.pointer() + "/denominator", numerator, denominator));
      return null;
    }
    return new Figure.Ratio(numerator, denominator);
  }

  private @Nullable Long count(Cell cell, String pointer, String name) {
    BigDecimal count = number(cell, pointer, name, Rule.NOT_AN_INTEGER, Figure.LARGEST);
    if (count == null) {
      return null;
    }
    if (count.scale() > 0) {
      problems.add(Rule.NOT_AN_INTEGER.at(pointer + "/" + name));
      return null;
    }
    return count.longValueExact();
  }

  private Figure.@Nullable Value value(RawObservation raw, Indicator indicator) {
    long largest = indicator.percent() ? 100 : Figure.LARGEST;
    BigDecimal value = number(raw.value(), raw.pointer(), "value", Rule.NOT_A_NUMBER, largest);
    if (value == null) {
      return null;
    }
    if (indicator.percent() && value.compareTo(HUNDRED) > 0) {
      problems.add(Rule.OUT_OF_RANGE.at(raw.pointer() + "/value", 0, largest));
      return null;
    }
    return new Figure.Value(value);
  }

  private @Nullable BigDecimal number(
      Cell cell, String pointer, String name, Rule otherwise, long largest) {
    String place = pointer + "/" + name;
    Problem problem;
    switch (cell) {
      case Cell.Absent() -> problem = missing(place, name);
      case Cell.Words _, Cell.Other _ -> problem = otherwise.at(place);
      case Cell.Digits(String digits) -> {
        switch (Numbers.read(digits)) {
          case Numbers.Read.Decimal(BigDecimal number) -> {
            return number;
          }
          case Numbers.Read.Negative() -> problem = Rule.NEGATIVE.at(place);
          case Numbers.Read.OutOfRange() -> problem = Rule.OUT_OF_RANGE.at(place, 0, largest);
          case Numbers.Read.NotANumber() -> problem = otherwise.at(place);
        }
      }
    }
    problems.add(problem);
    return null;
  }

  private static Problem missing(String place, String name) {
    return name.equals("value")
        ? Rule.MISSING_FIGURE.at(
            place, new Object[] {name, "một giá trị"}, new Object[] {name, "a value"})
        : Rule.MISSING_FIGURE.at(
            place,
            new Object[] {name, "tử số và mẫu số"},
            new Object[] {name, "numerator and denominator"});
  }
}
