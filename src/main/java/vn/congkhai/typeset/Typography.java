package vn.congkhai.typeset;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.PlanDate;
import vn.congkhai.indicator.Target;
import vn.congkhai.indicator.Text;

/// How numbers, dates, ages and periods are written: `97,5%`, `1.234.567`, `09/04/2026`, `quý
/// I/2026`, `3 phút trước`.
public final class Typography {
  private static final int USUAL_DECIMALS = 2;
  private static final int MOST_DECIMALS = 6;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private final Words words;
  private final DecimalFormatSymbols symbols;
  private final DateTimeFormatter day;
  private final DateTimeFormatter month;
  private final DateTimeFormatter moment;

  public Typography(Words words) {
    this.words = words;
    this.symbols = DecimalFormatSymbols.getInstance(words.locale());
    this.day = pattern("pattern-day");
    this.month = pattern("pattern-month");
    this.moment = pattern("pattern-moment");
  }

  private DateTimeFormatter pattern(String key) {
    return DateTimeFormatter.ofPattern(words.get(key), words.locale()).withZone(Period.ZONE);
  }

  /// A count with its thousands grouped.
  public String count(long count) {
    return new DecimalFormat("#,##0", symbols).format(count);
  }

  /// A percentage with two decimals at the most, and with more where two would put it on the wrong
  /// side of the target: 94,996% is never shown as 95%.
  public String percent(Figure.Ratio ratio, @Nullable Target target) {
    BigDecimal exact =
        HUNDRED
            .multiply(BigDecimal.valueOf(ratio.numerator()))
            .divide(BigDecimal.valueOf(ratio.denominator()), MathContext.DECIMAL64);
    for (int decimals = USUAL_DECIMALS; decimals < MOST_DECIMALS; decimals++) {
      BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
      if (target == null || sameSide(rounded, ratio, target)) {
        return percent(rounded);
      }
    }
    boolean met = target != null && target.metBy(ratio);
    return percent(exact.setScale(MOST_DECIMALS, met ? RoundingMode.UP : RoundingMode.DOWN));
  }

  /// A percentage as it was reported or printed, none of its decimals lost.
  public String percent(BigDecimal percent) {
    return decimal(percent) + "%";
  }

  /// A fraction as a percentage with two decimals at the most.
  public String percent(double fraction) {
    return percent(
        BigDecimal.valueOf(100 * fraction).setScale(USUAL_DECIMALS, RoundingMode.HALF_UP));
  }

  /// A figure without its counts: `97,5%`, a value in its unit, or that there were no cases.
  public String figure(@Nullable Figure figure, @Nullable Target target, Indicator indicator) {
    return switch (figure) {
      case null -> words.get("no-figure");
      case Figure.Ratio ratio ->
          ratio.denominator() == 0 ? words.get("standing-no-cases") : percent(ratio, target);
      case Figure.Value(BigDecimal amount) -> value(amount, indicator.unit());
    };
  }

  /// `812 trên 1.043`.
  public String counts(Figure.Ratio counts) {
    return words.get("counts", count(counts.numerator()), count(counts.denominator()));
  }

  /// A difference of fractions in percentage points with its sign: `+0,41`.
  public String difference(double fraction) {
    BigDecimal points =
        BigDecimal.valueOf(100 * fraction).setScale(USUAL_DECIMALS, RoundingMode.HALF_UP);
    String sign = points.signum() > 0 ? "+" : points.signum() < 0 ? "−" : "";
    return sign + decimal(points.abs());
  }

  /// Points with two decimals at the most: `46,76`.
  public String points(double points) {
    return decimal(BigDecimal.valueOf(points).setScale(USUAL_DECIMALS, RoundingMode.HALF_UP));
  }

  /// A value in its unit.
  public String value(BigDecimal value, Text unit) {
    String name = unit.in(words.language());
    return name.equals(Indicator.PERCENT) ? percent(value) : decimal(value) + " " + name;
  }

  /// `≥ 97%`.
  public String target(Target target, Text unit) {
    return target.bound().sign() + " " + value(target.value(), unit);
  }

  /// `22/11/2026`, in English `22 Nov 2026`.
  public String day(LocalDate date) {
    return day.format(date);
  }

  /// `09/4/2026` or `tháng 01/2026` as printed; `9 Apr 2026` or `January 2026` in English.
  public String date(PlanDate date) {
    if (words.language() == Language.VI) {
      return date.printed();
    }
    return date.day() == null ? month.format(date.month()) : day(date.day());
  }

  /// `10:15 ngày 22/11/2026`, in English `10:15 on 22 Nov 2026`, in Vietnam's time.
  public String moment(Instant instant) {
    return moment.format(instant);
  }

  /// How long ago, in the largest whole unit.
  public String age(Instant moment, Instant now) {
    Duration age = Duration.between(moment, now);
    if (age.toMinutes() < 1) {
      return words.get("age-now");
    }
    if (age.toHours() < 1) {
      return words.get("age-minutes", age.toMinutes());
    }
    return age.toDays() < 1
        ? words.get("age-hours", age.toHours())
        : words.get("age-days", age.toDays());
  }

  /// `tháng 10/2026`, `quý IV/2026`, `6 tháng đầu năm 2026`, `năm 2026`; in English `October 2026`,
  /// `Q4 2026`, `first half of 2026`, `2026`.
  public String period(Period period) {
    String year = Integer.toString(period.year());
    return switch (period.cycle()) {
      case MONTH -> words.get("period-month", period.part(), year);
      case QUARTER -> words.get("period-quarter", period.part(), year);
      case HALF_YEAR ->
          words.get(period.part() == 1 ? "period-first-half" : "period-second-half", year);
      case YEAR -> words.get("period-year", year);
    };
  }

  private String decimal(BigDecimal number) {
    return new DecimalFormat("#,##0.##########", symbols).format(number);
  }

  private static boolean sameSide(BigDecimal rounded, Figure.Ratio exact, Target target) {
    return target.metBy(new Figure.Value(rounded)) == target.metBy(exact);
  }
}
