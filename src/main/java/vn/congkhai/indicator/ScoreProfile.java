package vn.congkhai.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How points are given: groups of parts, each with its maximum and the fraction that earns it.
///
/// @param source the decision and what was seen of it
/// @param validity when it is in force
/// @param groups their maxima are what a full score is made of
/// @param bands the lowest first; together they cover 0 to 100 without gap or overlap
/// @param unconfirmed what of all this nobody has seen in the decision itself
public record ScoreProfile(
    String code,
    Text name,
    Text source,
    Validity validity,
    List<Group> groups,
    List<Band> bands,
    List<Text> unconfirmed) {
  public ScoreProfile {
    groups = List.copyOf(groups);
    bands = List.copyOf(bands);
    unconfirmed = List.copyOf(unconfirmed);
  }

  /// A group of parts.
  ///
  /// @param max points; the sum of those of its parts
  public record Group(String code, Text name, BigDecimal max, List<Part> parts) {
    public Group {
      parts = List.copyOf(parts);
    }
  }

  /// What points are given for.
  ///
  /// @param subgroup heading inside the group; empty when the group has none
  /// @param formula numerator and denominator in words
  /// @param max points
  /// @param fullAt fraction that earns all of them; below it points are given in proportion
  /// @param zero what becomes of the points without cases
  /// @param confirmation what the points and the threshold rest on
  public record Part(
      String code,
      String subgroup,
      Text name,
      Text formula,
      BigDecimal max,
      BigDecimal fullAt,
      ZeroRule zero,
      Text confirmation) {
    public Part {
      if (max.signum() <= 0 || fullAt.signum() <= 0 || fullAt.compareTo(BigDecimal.ONE) > 0) {
        throw new IllegalArgumentException("no points can be given for " + code);
      }
    }

    /// Points for a ratio with cases: `max` from `fullAt` on, below it `max × ratio / fullAt`.
    ///
    /// @return 0 to `max`
    public double points(Figure.Ratio ratio) {
      double fraction = ratio.fraction().orElseThrow();
      return Math.min(max.doubleValue(), max.doubleValue() * fraction / fullAt.doubleValue());
    }
  }

  /// What a denominator of zero earns.
  public enum ZeroRule {
    /// Nothing is given and nothing could have been: the part does not count.
    UNSCORED("unscored"),
    ZERO("zero"),
    FULL("full");

    private final String code;

    ZeroRule(String code) {
      this.code = code;
    }

    /// The rule spelt so, or null when there is none.
    public static @Nullable ZeroRule of(String code) {
      for (ZeroRule rule : values()) {
        if (rule.code.equals(code)) {
          return rule;
        }
      }
      return null;
    }
  }

  /// What a score of 0 to 100 is called.
  ///
  /// @param from the lowest score in it; it reaches to just below the next band
  public record Band(Text name, BigDecimal from) {}

  /// The points of a full score.
  public BigDecimal max() {
    return groups.stream().map(Group::max).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public Stream<Part> parts() {
    return groups.stream().flatMap(group -> group.parts().stream());
  }

  /// The band of a score.
  ///
  /// @param score 0 to 100
  public Band band(double score) {
    Band found = bands.getFirst();
    for (Band band : bands) {
      if (score >= band.from().doubleValue()) {
        found = band;
      }
    }
    return found;
  }
}
