package vn.congkhai.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Level;
import vn.congkhai.indicator.Measure;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Target;

/// Plausible figures: the same ones for the same seed, whatever is asked first. Agencies differ in
/// size by a factor of thirty and in skill by some points; both show in every figure of theirs.
final class PlausibleFigures {
  private static final RandomGeneratorFactory<RandomGenerator> RANDOM =
      RandomGeneratorFactory.of("L64X128MixRandom");

  private final Catalogue catalogue;
  private final long seed;

  PlausibleFigures(Catalogue catalogue, long seed) {
    this.catalogue = catalogue;
    this.seed = seed;
  }

  /// The figure of a whole period.
  Figure of(Agency agency, Indicator indicator, Period period) {
    return of(agency, indicator, period, 1);
  }

  /// The figure when only a part of the period has passed.
  ///
  /// @param part 0 to 1
  Figure of(Agency agency, Indicator indicator, Period period, double part) {
    double goal = goal(agency, indicator);
    double level = level(agency, indicator, period, goal);
    if (indicator.measure() == Measure.VALUE) {
      boolean percent = indicator.percent();
      double value = percent ? 100 * level : level >= goal - 0.03 ? 1 : 0;
      return new Figure.Value(BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP));
    }
    RandomGenerator random = random(agency.code(), indicator.code(), period);
    double cases = size(agency) * share(indicator) * indicator.cycle().months();
    long denominator = Math.round(cases * part * (0.8 + 0.4 * random.nextDouble()));
    long numerator = Math.round(denominator * level + random.nextGaussian(0, 0.4));
    return new Figure.Ratio(Math.clamp(numerator, 0, denominator), denominator);
  }

  /// Around the target, a little better each month; one agency in five stays well below.
  private double level(Agency agency, Indicator indicator, Period period, double goal) {
    double skill = random(agency.code()).nextGaussian(0, 0.02);
    double bent = random(agency.code(), indicator.code()).nextGaussian(0.008, 0.03);
    boolean weak = random(indicator.code(), agency.code()).nextInt(5) == 0;
    double trend = 0.004 * (period.part() * period.cycle().months() - 6);
    double noise = random(period, agency.code(), indicator.code()).nextGaussian(0, 0.01);
    double room = goal >= 0.99 ? -0.012 : 0.02;
    double level = goal + room + skill + bent + trend + noise - (weak ? 0.08 : 0);
    return Math.clamp(goal >= 0.99 && level > 0.985 ? 1 : level, 0, 1);
  }

  private double goal(Agency agency, Indicator indicator) {
    @Nullable Target target =
        catalogue
            .targets()
            .effective(indicator.code(), agency, LocalDate.of(catalogue.year(), 12, 31));
    return target == null || !indicator.percent() ? 0.9 : target.fraction().doubleValue();
  }

  /// Dossiers a month.
  private double size(Agency agency) {
    double spread = Math.exp(random("size", agency.code()).nextGaussian(0, 0.8));
    return (agency.level() == Level.DEPARTMENT ? 600 : 220) * spread;
  }

  /// What share of the dossiers the indicator is about.
  private static double share(Indicator indicator) {
    return switch (indicator.group()) {
      case "online-services", "digitisation", "timeliness", "publicity" -> 1;
      case "payment" -> 0.35;
      case "feedback" -> 0.008;
      case "digital-government" -> 0.5;
      default -> 0.1;
    };
  }

  private RandomGenerator random(Object... parts) {
    return RANDOM.create(seed * 31 + Objects.hash(texts(parts)));
  }

  private static Object[] texts(Object[] parts) {
    Object[] texts = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      texts[i] = parts[i].toString();
    }
    return texts;
  }
}
