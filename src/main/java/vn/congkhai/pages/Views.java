package vn.congkhai.pages;

import java.util.List;
import java.util.Map;

/// What several templates draw. Everything is formatted already; an empty text means that there is
/// nothing to show.
final class Views {
  private Views() {}

  /// What surrounds every page.
  ///
  /// @param w every text of the page's language
  /// @param agency code of the agency that the page is about; empty for the province
  /// @param assets version of the style and the script, so that a new one is never taken for an old
  /// @param otherLanguage address of the same page in the other language
  record Frame(
      String lang,
      long version,
      String generatedAt,
      String title,
      Map<String, String> w,
      String province,
      String year,
      List<String> notices,
      String freshness,
      String agency,
      String otherLanguage,
      String query,
      boolean illustrative,
      boolean vietnamese,
      String assets) {}

  /// A figure with the hooks by which machines find it.
  ///
  /// @param extent `period` or `year`
  /// @param href page that tells where the figure came from
  record Shown(
      String indicator,
      String agencyCode,
      String coverage,
      String ratio,
      String value,
      String standing,
      String extent,
      String text,
      String counts,
      String href) {}

  /// No figure at all.
  static final Shown NOTHING = new Shown("", "", "", "", "", "", "", "", "", "");

  /// Shape, word and colour of a standing or a state.
  ///
  /// @param code style of it: `met`, `missed` or any other, which is quiet
  record Verdict(String code, String shape, String word) {}

  /// A target with the plan that sets it.
  ///
  /// @param effective whether it is the one that counts today
  record Goal(
      String indicator,
      String name,
      String text,
      String plan,
      String planCode,
      String planTitle,
      String location,
      String scope,
      String basis,
      String asPrinted,
      String note,
      boolean effective) {}

  /// One indicator, for the province or for an agency.
  ///
  /// @param remarks what a reader must know of the figure: interim, corrected, no roll-up
  /// @param shortfall what it takes to meet the target
  /// @param coverage who is in the year's figure, and `periodCoverage` in that of the period; empty
  ///   for an agency
  /// @param province its figure of the year; nothing on the province's own line
  record Line(
      String code,
      String name,
      String explanation,
      Shown period,
      String periodName,
      List<String> remarks,
      Shown year,
      String goal,
      String goalPlan,
      String otherGoals,
      Verdict verdict,
      List<String> shortfall,
      String coverage,
      String periodCoverage,
      Shown province,
      String arrived) {}

  /// Indicators of one group.
  record Section(String name, List<Line> lines) {}

  /// How many indicators stand how.
  record Tally(Verdict verdict, int count) {}

  /// A short fact with the page that tells more.
  record Fact(String label, String text, String href) {}

  /// A submission, by its number.
  ///
  /// @param number empty when there is none
  record Origin(String number, String arrived) {}
}
