package vn.congkhai.pages;

import java.util.List;
import java.util.Map;

/// What the templates draw. Everything is formatted already; an empty text means that there is
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
  record Shown(
      String indicator,
      String agencyCode,
      String coverage,
      String ratio,
      String value,
      String standing,
      String extent,
      String text,
      String counts) {}

  /// Shape, word and colour of a standing.
  record Verdict(String code, String shape, String word) {}

  /// A target with the plan that sets it.
  record Goal(
      String text,
      String plan,
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
      String coverage,
      String province,
      String arrived) {}

  /// Indicators of one group.
  record Section(String name, List<Line> lines) {}

  /// How many indicators stand how.
  record Tally(Verdict verdict, int count) {}

  /// `/board`.
  record Province(Frame frame, List<Tally> tallies, List<Section> sections) {}

  /// `/board/agencies/CODE`.
  record OneAgency(Frame frame, String name, List<Tally> tallies, List<Section> sections) {}

  /// A row of an indicator's page.
  record AgencyLine(
      String code,
      String name,
      Shown period,
      String periodName,
      List<String> remarks,
      Shown year,
      Verdict verdict,
      String arrived) {}

  /// `/board/indicators/CODE`.
  record OneIndicator(
      Frame frame, Line whole, String counted, List<Goal> goals, List<AgencyLine> agencies) {}

  /// A page that is not there.
  record Missing(Frame frame) {}
}
