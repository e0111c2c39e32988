package vn.congkhai.pages;

import java.util.List;
import java.util.Map;

/// What several templates draw. Everything is formatted already; an empty text means that there is
/// nothing to show.
final class Views {
  private Views() {}

  /// A view begins with what surrounds it.
  interface Framed {
    Frame frame();
  }

  /// A page as it is bound for reading.
  ///
  /// @param content what the page's own template made of its view: HTML
  record Bound(Frame frame, String content) {}

  /// Pages as they are bound for a screen; the arguments are those of a [Reel].
  record Unattended(
      Frame frame, String screen, String seconds, String quietHours, List<Leaf> leaves) {}

  /// One page of a screen.
  ///
  /// @param path of what a telephone shows of it
  /// @param content what the page's own template made of its view: HTML
  record Leaf(Frame frame, String path, String content) {}

  /// What surrounds every page.
  ///
  /// @param now the service's time, as RFC 3339
  /// @param theme `light`, `dark`, or empty for the system's way
  /// @param w every text of the page's language
  /// @param freshness when the newest figure of what it is about arrived, in words; `arrived` is
  ///   the moment as RFC 3339 and `age` how long ago that is, both empty when nothing has arrived
  /// @param agency code of the agency that the page is about; empty for the province
  /// @param assets folder of the style and the script; its name changes with them
  /// @param otherLanguage address of the same page in the other language
  record Frame(
      String lang,
      long version,
      String generatedAt,
      String now,
      String theme,
      String title,
      Map<String, String> w,
      String province,
      String year,
      List<String> notices,
      String freshness,
      String arrived,
      String age,
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
      String href) {
    private static final int USUAL_LETTERS = 7;

    /// Whether it needs more room than a percentage with two decimals: `96,999912%`.
    public boolean lengthy() {
      return text.length() > USUAL_LETTERS;
    }

    /// Whether words stand in for a number.
    public boolean worded() {
      return text.chars().anyMatch(Character::isLetter)
          && text.chars().noneMatch(Character::isDigit);
    }

    Shown saying(String words) {
      return new Shown(
          indicator, agencyCode, coverage, ratio, value, standing, extent, words, counts, href);
    }
  }

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
      String arrived,
      Course course) {}

  /// How a figure went since January, in a picture 120 wide and 36 high.
  ///
  /// @param label the same in words; empty when there is nothing to draw
  /// @param lines points of each line
  /// @param aim height of the target; empty when there is none
  /// @param x of the newest point
  /// @param y of the newest point
  record Course(String label, List<String> lines, String aim, String x, String y) {}

  /// Nothing was reported.
  static final Course NO_COURSE = new Course("", List.of(), "", "", "");

  /// A part of a long list.
  ///
  /// @param told which part of how many it is; empty when it is the whole
  /// @param before address of the part before, empty in the first one
  /// @param after address of the part after, empty in the last one
  record Part<T>(List<T> rows, String told, String before, String after) {}

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
