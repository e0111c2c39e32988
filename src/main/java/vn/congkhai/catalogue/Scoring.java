package vn.congkhai.catalogue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.ScoreProfile;
import vn.congkhai.indicator.Text;

/// A score profile and which indicators of the catalogue it is computed from.
///
/// @param measuredBy by the code of the part; a part that is not in it stays unscored
public record Scoring(ScoreProfile profile, Map<String, Measured> measuredBy) {
  public Scoring {
    measuredBy = Map.copyOf(measuredBy);
  }

  /// The indicator that a part is computed from.
  ///
  /// @param note where the indicator and the part of the profile differ; null when they do not
  public record Measured(String part, IndicatorCode indicator, @Nullable Text note) {}

  /// What the part is computed from, or null when the catalogue maps nothing to it.
  public @Nullable Measured of(ScoreProfile.Part part) {
    return measuredBy.get(part.code());
  }

  static Scoring of(ScoreProfile profile, List<Measured> measured) {
    return new Scoring(
        profile,
        measured.stream().collect(java.util.stream.Collectors.toMap(Measured::part, each -> each)));
  }
}
