package vn.congkhai.board;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import vn.congkhai.catalogue.Scoring;
import vn.congkhai.catalogue.Scoring.Measured;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.ScoreProfile;
import vn.congkhai.indicator.ScoreProfile.Band;
import vn.congkhai.indicator.ScoreProfile.Part;

/// A score by a profile. What could not be scored is no zero: it is left out of the points and of
/// the points that could be had.
public record Score(ScoreProfile profile, List<GroupScore> groups) {
  public Score {
    groups = List.copyOf(groups);
  }

  /// The points of a group.
  public record GroupScore(ScoreProfile.Group group, List<PartScore> parts) {
    public GroupScore {
      parts = List.copyOf(parts);
    }

    /// 0 to the group's maximum.
    public double points() {
      return sum(parts.stream().mapToDouble(part -> part.points().orElse(0)));
    }

    /// The points that could be had in the parts that were scored.
    public double scoredMax() {
      return sum(
          parts.stream()
              .filter(PartScore::scored)
              .mapToDouble(part -> part.part().max().doubleValue()));
    }
  }

  /// What an indicator gives for a part.
  sealed interface Found {
    record Counts(Figure.Ratio ratio) implements Found {}

    record Nothing(PartScore.Why why) implements Found {}
  }

  /// @param day the profile must be in force on it, or nothing is scored
  /// @param finding the sums of the year of an indicator, or why there are none
  static Score of(Scoring scoring, LocalDate day, Function<Measured, Found> finding) {
    boolean inForce = scoring.profile().validity().on(day);
    Function<Measured, Found> found =
        inForce ? finding : _ -> new Found.Nothing(PartScore.Why.NOT_IN_FORCE);
    List<GroupScore> groups = new ArrayList<>();
    for (ScoreProfile.Group group : scoring.profile().groups()) {
      List<PartScore> parts = new ArrayList<>();
      for (Part part : group.parts()) {
        parts.add(part(part, scoring.of(part), found));
      }
      groups.add(new GroupScore(group, parts));
    }
    return new Score(scoring.profile(), groups);
  }

  private static PartScore part(
      Part part, @Nullable Measured measured, Function<Measured, Found> finding) {
    if (measured == null) {
      return PartScore.unscored(part, null, null, PartScore.Why.NOT_MEASURED);
    }
    return switch (finding.apply(measured)) {
      case Found.Counts(Figure.Ratio ratio) -> PartScore.of(part, measured, ratio);
      case Found.Nothing(PartScore.Why why) -> PartScore.unscored(part, measured, null, why);
    };
  }

  public double points() {
    return sum(groups.stream().mapToDouble(GroupScore::points));
  }

  /// The points that could be had in the parts that were scored.
  public double scoredMax() {
    return sum(groups.stream().mapToDouble(GroupScore::scoredMax));
  }

  /// Adds numbers as they are printed: a full 0.1 and a full 0.2 are no more than 0.3.
  private static double sum(DoubleStream numbers) {
    return numbers
        .mapToObj(BigDecimal::valueOf)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .doubleValue();
  }

  /// The points as a share of those that could be had, 0 to 1; 0 when nothing was scored.
  public double share() {
    return fraction().doubleValue();
  }

  /// Twelve digits are what a `double` surely knows: 4.199999999999999 of 6 are 70 %.
  private BigDecimal fraction() {
    return scoredMax() == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(points())
            .divide(BigDecimal.valueOf(scoredMax()), 12, RoundingMode.HALF_EVEN);
  }

  /// The band that the scored part alone would be in; null when nothing was scored.
  public @Nullable Band band() {
    return scoredMax() == 0 ? null : profile.band(fraction().movePointRight(2).doubleValue());
  }
}
