package vn.congkhai.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Series;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Measure;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Target;
import vn.congkhai.pages.Views.Course;
import vn.congkhai.typeset.Typography;
import vn.congkhai.typeset.Words;

/// Draws how a figure went since January: a small line, 120 wide and 36 high, whose width is the
/// whole year and which breaks where nothing was reported, beside the line of the target.
final class Courses {
  private static final double WIDTH = 120;
  private static final double TOP = 4;
  private static final double BOTTOM = 32;

  /// Less than this many percent of the values is noise, and is not blown up to the full height.
  private static final double LEAST_SPAN = 0.05;

  private final Words words;
  private final Typography type;

  Courses(Words words, Typography type) {
    this.words = words;
    this.type = type;
  }

  /// The year's periods of one agency.
  Course of(Series series, int year, Indicator indicator, @Nullable Target target) {
    NavigableMap<Period, Figure> periods = new TreeMap<>();
    series.figures().stream()
        .filter(reported -> reported.period().year() == year)
        .forEach(reported -> periods.put(reported.period(), reported.figure()));
    return of(periods, indicator, target);
  }

  /// @param periods of one year, the oldest first
  Course of(
      NavigableMap<Period, ? extends Figure> periods,
      Indicator indicator,
      @Nullable Target target) {
    NavigableMap<Period, Double> heights = new TreeMap<>();
    periods.forEach((period, figure) -> height(figure).ifPresent(at -> heights.put(period, at)));
    if (heights.isEmpty()) {
      return Views.NO_COURSE;
    }
    OptionalDouble aim = aim(indicator, target);
    Scale scale = Scale.over(heights.values(), aim);
    var last = heights.lastEntry();
    return new Course(
        label(periods, heights, indicator),
        lines(heights, scale),
        aim.isPresent() ? number(scale.y(aim.getAsDouble())) : "",
        number(x(last.getKey())),
        number(scale.y(last.getValue())));
  }

  private static OptionalDouble height(Figure figure) {
    return switch (figure) {
      case Figure.Ratio ratio -> ratio.fraction();
      case Figure.Value(BigDecimal amount) -> OptionalDouble.of(amount.doubleValue());
    };
  }

  private static OptionalDouble aim(Indicator indicator, @Nullable Target target) {
    if (target == null) {
      return OptionalDouble.empty();
    }
    double value = target.value().doubleValue();
    return OptionalDouble.of(indicator.measure() == Measure.RATIO ? value / 100 : value);
  }

  private record Scale(double low, double high) {
    static Scale over(Iterable<Double> heights, OptionalDouble aim) {
      double low = aim.orElse(Double.POSITIVE_INFINITY);
      double high = aim.orElse(Double.NEGATIVE_INFINITY);
      for (double height : heights) {
        low = Math.min(low, height);
        high = Math.max(high, height);
      }
      double least = Math.max(LEAST_SPAN * Math.abs(high), 1e-9);
      double lacking = Math.max(0, least - (high - low)) / 2;
      return new Scale(low - lacking, high + lacking);
    }

    double y(double height) {
      return BOTTOM - (height - low) / (high - low) * (BOTTOM - TOP);
    }
  }

  private static double x(Period period) {
    return (period.part() - 0.5) / period.cycle().perYear() * WIDTH;
  }

  /// One line for each run of periods without a gap.
  private static List<String> lines(NavigableMap<Period, Double> heights, Scale scale) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    Period before = null;
    for (Map.Entry<Period, Double> entry : heights.entrySet()) {
      Period period = entry.getKey();
      if (before != null && period.part() != before.part() + 1) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ")
          .append(number(x(period)))
          .append(',')
          .append(number(scale.y(entry.getValue())));
      before = period;
    }
    lines.add(line.toString());
    return lines;
  }

  private String label(
      NavigableMap<Period, ? extends Figure> periods,
      NavigableMap<Period, Double> heights,
      Indicator indicator) {
    Period first = heights.firstKey();
    Period last = heights.lastKey();
    String now = type.figure(periods.get(last), null, indicator);
    return first.equals(last)
        ? words.get("course-one", type.period(last), now)
        : words.get(
            "course",
            type.period(first),
            type.figure(periods.get(first), null, indicator),
            type.period(last),
            now);
  }

  private static String number(double length) {
    String text = String.format(Locale.ROOT, "%.1f", length);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
