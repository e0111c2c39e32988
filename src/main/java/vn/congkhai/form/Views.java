package vn.congkhai.form;

import java.util.List;
import java.util.Map;

/// What the templates draw. Everything is formatted already; an empty text means that there is
/// nothing to show.
final class Views {
  private Views() {}

  /// What surrounds every page of the form.
  ///
  /// @param w every text of the page's language
  /// @param query `?lang=en`, or what stands for the usual language
  /// @param otherLanguage address of the same page in the other language
  /// @param signedIn whose token it is; empty before anybody signed in
  record Frame(
      String lang,
      String title,
      Map<String, String> w,
      String province,
      List<String> notices,
      String query,
      String otherLanguage,
      boolean vietnamese,
      String assets,
      String signedIn) {}

  /// A sentence above everything else.
  ///
  /// @param kind `met` when all is well, `missed` when something must be done, [#LOOK] when it
  ///   should be looked at again
  record Said(String kind, String text) {
    static final String LOOK = "look";
    static final Said NOTHING = new Said("", "");
  }

  /// A line of the list of what is wrong, with the cell that it leads to.
  record Wrong(String cell, String where, String text) {}

  /// @param todo how much of it is still to be sent; empty when nothing is
  record PeriodLink(String code, String name, String todo, boolean chosen) {}

  /// @param name of the field, `INDICATOR/PART`; also its id
  record Cell(String name, String label, String text, boolean wrong, List<String> problems) {}

  /// Shape, word and colour of how it stands.
  record State(String kind, String shape, String word) {}

  /// One indicator.
  ///
  /// @param given what the row holds as it is handed out
  /// @param problems of the row as a whole
  record Row(
      String code,
      String name,
      String explanation,
      String goal,
      String due,
      State state,
      String previousPeriod,
      String previous,
      String previousCounts,
      String published,
      String given,
      List<Cell> cells,
      String result,
      String resultCounts,
      List<String> problems,
      List<String> warnings) {}

  record Section(String name, List<Row> rows) {}

  /// The form itself.
  ///
  /// @param agencyField code of the agency that an administrator chose; empty otherwise
  /// @param interim what is said while the period runs
  /// @param empty what is said when there are no rows
  /// @param periods the newest ones
  /// @param key by which the server knows the form when it comes a second time
  /// @param seen the warnings that are on the page, in one word
  record Sheet(
      Frame frame,
      String agency,
      String agencyField,
      String period,
      String periodName,
      String days,
      String interim,
      String empty,
      List<PeriodLink> periods,
      List<PeriodLink> otherPeriods,
      Said said,
      List<Wrong> wrong,
      List<Section> sections,
      String note,
      List<String> noteProblems,
      String key,
      String seen,
      boolean maySend) {}

  /// @param kept fields of a form that must not be lost
  record SignIn(Frame frame, Said said, List<Field> kept) {}

  record Field(String name, String value) {}

  /// An administrator says for which agency.
  record Choice(Frame frame, List<Option> agencies) {}

  record Option(String code, String name) {}

  /// A file that was read.
  ///
  /// @param empty what is said of rows that nobody filled in
  /// @param wrong what must be mended in it, by place; then there is nothing to send
  /// @param content what would be sent; empty when it cannot be
  record File(
      Frame frame,
      String name,
      String agency,
      String period,
      String agencyField,
      Said said,
      String empty,
      List<Wrong> wrong,
      List<Figure> figures,
      List<String> warnings,
      String content,
      String key) {}

  /// A figure of a receipt or of a file.
  record Figure(String indicator, String period, String figure, String counts, String change) {}

  /// @param hash in groups of eight, to be read aloud
  /// @param check address of the page that checks it; empty when nobody knows the public address
  record Receipt(
      Frame frame,
      String number,
      String agency,
      String arrived,
      String note,
      List<Figure> figures,
      List<String> warnings,
      String hash,
      String check,
      String period) {}

  /// Why something could not be done.
  ///
  /// @param kept fields of a form that must not be lost
  record Trouble(Frame frame, String text, List<Field> kept) {}
}
