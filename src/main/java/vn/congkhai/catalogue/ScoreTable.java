package vn.congkhai.catalogue;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congkhai.catalogue.Scoring.Measured;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Measure;
import vn.congkhai.indicator.ScoreProfile;

/// `score.csv`: which indicator each part of the score profile is computed from.
final class ScoreTable {
  static final String FILE = "score.csv";

  private ScoreTable() {}

  static List<Measured> read(
      CatalogueFiles files, @Nullable ScoreProfile profile, Register<Indicator> indicators) {
    CsvTable table = files.table(FILE, "part", "indicator", "note_vi", "note_en");
    Set<String> parts =
        profile == null ? null : profile.parts().map(ScoreProfile.Part::code).collect(toSet());
    return table.unique(row -> measured(row, parts, indicators), Measured::part);
  }

  /// @param parts null when the profile could not be read: then nobody knows which parts exist
  private static @Nullable Measured measured(
      Row row, @Nullable Set<String> parts, Register<Indicator> indicators) {
    String part = row.parsed("part", text -> parts == null || parts.contains(text) ? text : null);
    Indicator indicator = indicators.referred(row, "indicator");
    if (part == null || indicator == null) {
      return null;
    }
    if (indicator.measure() == Measure.VALUE) {
      row.report(
          "điểm chỉ tính từ chỉ tiêu có tử số và mẫu số",
          "points are computed only from a numerator and a denominator");
      return null;
    }
    return new Measured(part, indicator.code(), row.optionalText("note"));
  }
}
