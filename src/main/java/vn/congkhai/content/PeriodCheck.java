package vn.congkhai.content;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.catalogue.Closing;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Cycle;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Period;

/// The rules of a period.
final class PeriodCheck {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final List<Problem> problems;
  private final LocalDate today;
  private final Closing closing;

  /// @param problems takes what is wrong
  PeriodCheck(List<Problem> problems, LocalDate today, Closing closing) {
    this.problems = problems;
    this.today = today;
    this.closing = closing;
  }

  /// The period, or null and a problem.
  ///
  /// @param indicator null when it is unknown: then only the spelling can be checked
  @Nullable Period check(Cell cell, String pointer, @Nullable Indicator indicator) {
    Cycle cycle = indicator == null ? Cycle.MONTH : indicator.cycle();
    String text;
    switch (cell) {
      case Cell.Words(String words) -> text = words;
      // a year may come as a number
      case Cell.Digits(String digits) -> text = digits;
      case Cell.Other() -> text = "?";
      case Cell.Absent() -> {
        problems.add(Rule.MISSING_FIELD.at(pointer, "period"));
        return null;
      }
    }
    Period period = Period.parse(text);
    if (period == null) {
      problems.add(Rule.BAD_PERIOD.at(pointer, shortened(text), example(cycle)));
      return null;
    }
    Problem problem = indicator == null ? null : problem(period, pointer, indicator);
    if (problem != null) {
      problems.add(problem);
      return null;
    }
    return period;
  }

  private @Nullable Problem problem(Period period, String pointer, Indicator indicator) {
    if (period.cycle() != indicator.cycle()) {
      String example = example(indicator.cycle()).toString();
      return Rule.WRONG_CYCLE.at(
          pointer,
          new Object[] {vietnamese(indicator.cycle()), example},
          new Object[] {indicator.cycle().code(), example});
    }
    LocalDate start = period.start(indicator.regime());
    if (today.isBefore(start)) {
      return Rule.FUTURE_PERIOD.at(pointer, period, DAY.format(start));
    }
    LocalDate lastDay = closing.lastDay(period, indicator.regime());
    return lastDay != null && today.isAfter(lastDay)
        ? Rule.CLOSED_PERIOD.at(pointer, period, DAY.format(lastDay))
        : null;
  }

  private Period example(Cycle cycle) {
    return new Period(cycle, today.getYear(), 1);
  }

  private static String vietnamese(Cycle cycle) {
    return switch (cycle) {
      case MONTH -> "tháng";
      case QUARTER -> "quý";
      case HALF_YEAR -> "6 tháng";
      case YEAR -> "năm";
    };
  }

  private static String shortened(String text) {
    return text.length() <= 20 ? text : text.substring(0, 20) + "…";
  }
}
