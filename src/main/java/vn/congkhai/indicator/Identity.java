package vn.congkhai.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What counts of one period must be to each other, as “resolved = early + on time + late”.
///
/// @param text the identity in words, a sentence
/// @param left a sum of at least one term
/// @param right a sum of at least one term
/// @param breach what becomes of a submission that breaks it
public record Identity(
    String code, Text text, List<Term> left, Relation relation, List<Term> right, Breach breach) {
  public Identity {
    left = List.copyOf(left);
    right = List.copyOf(right);
  }

  /// One part of an indicator's figure.
  public record Term(IndicatorCode indicator, Part part) {}

  /// Which part of a figure.
  public enum Part {
    NUMERATOR,
    DENOMINATOR,
    VALUE
  }

  /// How the sums stand to each other.
  public enum Relation {
    EQUAL("="),
    AT_MOST("<=");

    private final String sign;

    Relation(String sign) {
      this.sign = sign;
    }

    /// The relation written so, or null when there is none.
    public static @Nullable Relation of(String sign) {
      return EQUAL.sign.equals(sign) ? EQUAL : AT_MOST.sign.equals(sign) ? AT_MOST : null;
    }

    private boolean holds(int comparison) {
      return this == EQUAL ? comparison == 0 : comparison <= 0;
    }

    private String broken() {
      return this == EQUAL ? "≠" : ">";
    }
  }

  /// What a breach means.
  public enum Breach {
    /// The figures cannot all be right.
    REFUSE("refuse"),
    /// The plans do not print what is counted, so it may be our reading that is wrong.
    WARN("warn");

    private final String code;

    Breach(String code) {
      this.code = code;
    }

    /// The breach spelt so, or null when there is none.
    public static @Nullable Breach of(String code) {
      return REFUSE.code.equals(code) ? REFUSE : WARN.code.equals(code) ? WARN : null;
    }
  }

  /// An identity that figures break.
  ///
  /// @param sums both sides with their terms, as `100 ≠ 40 + 50 + 5`
  /// @param difference how far the sides are from each other, above 0
  public record Broken(Identity identity, String sums, BigDecimal difference) {}

  /// How the figures of one period break the identity; null when they do not, or when one of its
  /// parts is not among them.
  public @Nullable Broken broken(Map<IndicatorCode, Figure> figures) {
    List<BigDecimal> lefts = amounts(left, figures);
    List<BigDecimal> rights = amounts(right, figures);
    if (lefts == null || rights == null) {
      return null;
    }
    BigDecimal difference = sum(lefts).subtract(sum(rights));
    return relation.holds(difference.signum())
        ? null
        : new Broken(
            this, spelt(lefts) + " " + relation.broken() + " " + spelt(rights), difference.abs());
  }

  /// The terms of both sides.
  public Stream<Term> terms() {
    return Stream.concat(left.stream(), right.stream());
  }

  private static @Nullable List<BigDecimal> amounts(
      List<Term> terms, Map<IndicatorCode, Figure> figures) {
    List<BigDecimal> amounts = new ArrayList<>();
    for (Term term : terms) {
      BigDecimal amount = amount(figures.get(term.indicator()), term.part());
      if (amount == null) {
        return null;
      }
      amounts.add(amount);
    }
    return amounts;
  }

  private static @Nullable BigDecimal amount(@Nullable Figure figure, Part part) {
    return switch (figure) {
      case Figure.Ratio(long numerator, _) when part == Part.NUMERATOR ->
          BigDecimal.valueOf(numerator);
      case Figure.Ratio(_, long denominator) when part == Part.DENOMINATOR ->
          BigDecimal.valueOf(denominator);
      case Figure.Value(BigDecimal amount) when part == Part.VALUE -> amount;
      case null, default -> null;
    };
  }

  private static BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String spelt(List<BigDecimal> amounts) {
    return amounts.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(" + "));
  }
}
