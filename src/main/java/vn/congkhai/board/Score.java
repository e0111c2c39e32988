package vn.congkhai.board;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
      return parts.stream().mapToDouble(part -> part.points().orElse(0)).sum();
    }

    /// The points that could be had in the parts that were scored.
    public double scoredMax() {
      return parts.stream()
          .filter(PartScore::scored)
          .mapToDouble(part -> part.part().max().doubleValue())
          .sum();
    }
  }

  /// What an indicator gives for a part.
  sealed interface Found {
    record Counts(Figure.Ratio ratio) implements Found {}

    record Nothing(PartScore.Why why) implements Found {}
  }

  /// @param finding the sums of the year of an indicator, or why there are none
  static Score of(Scoring scoring, Function<Measured, Found> finding) {
    List<GroupScore> groups = new ArrayList<>();
    for (ScoreProfile.Group group : scoring.profile().groups()) {
      List<PartScore> parts = new ArrayList<>();
      for (Part part : group.parts()) {
        parts.add(part(part, scoring.of(part), finding));
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
    return groups.stream().mapToDouble(GroupScore::points).sum();
  }

  /// The points that could be had in the parts that were scored.
  public double scoredMax() {
    return groups.stream().mapToDouble(GroupScore::scoredMax).sum();
  }

  /// The points as a share of those that could be had, 0 to 1; 0 when nothing was scored.
  public double share() {
    return scoredMax() == 0 ? 0 : points() / scoredMax();
  }

  /// The band that the scored part alone would be in; null when nothing was scored.
  public @Nullable Band band() {
    return scoredMax() == 0 ? null : profile.band(100 * share());
  }
}
