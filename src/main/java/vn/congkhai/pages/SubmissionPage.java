package vn.congkhai.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Statement;
import vn.congkhai.indicator.Submission;
import vn.congkhai.journal.Hash;
import vn.congkhai.journal.Row;
import vn.congkhai.pages.Views.Frame;
import vn.congkhai.pages.Views.Framed;

/// `/board/submissions/NUMBER`: a submission as it stands in the journal.
///
/// @param row the submission
/// @param before the hash of the one before
/// @param check what came of a receipt's hash; null when none was given
record SubmissionPage(Row row, Hash before, @Nullable ReceiptCheck check) implements Page {
  /// More than that is read in the open data.
  private static final int MOST_SHOWN = 200;

  private static final int LONGEST_CONTENT = 32_768;

  record View(
      Frame frame,
      ReceiptCheck.View receipt,
      String number,
      String agency,
      String agencyCode,
      String arrived,
      String note,
      List<Said> said,
      String more,
      String hash,
      String before,
      String content)
      implements Framed {}

  /// One thing the submission says.
  ///
  /// @param source who published the figure, in words of their own; empty for a figure of an agency
  record Said(
      String what, String href, String period, String figure, String source, String remark) {}

  @Override
  public String path() {
    return "/board/submissions/" + row.number();
  }

  /// The address with the receipt's hash, so that the page in the other language checks it too.
  private String asked() {
    return check == null
        ? path()
        : path() + "?hash=" + URLEncoder.encode(check.digits(), StandardCharsets.UTF_8);
  }

  @Override
  public String template() {
    return "submission";
  }

  @Override
  public View view(Drawing drawing) {
    Submission submission = row.link().submission();
    Agency agency = drawing.catalogue().agency(submission.agency().value());
    String number = Long.toString(row.number());
    int said = submission.observations().size() + submission.statements().size();
    return new View(
        drawing.frame(drawing.text("title-submission", number), asked()),
        ReceiptCheck.view(check, drawing),
        number,
        name(drawing, submission.agency()),
        agency == null ? "" : agency.code().value(),
        drawing.type().moment(submission.receivedAt()),
        submission.note(),
        said(drawing, submission, agency),
        said > MOST_SHOWN ? drawing.text("submission-more", drawing.type().count(said)) : "",
        row.hash().toString(),
        before.toString(),
        row.content().length() <= LONGEST_CONTENT ? row.content() : "");
  }

  private static String name(Drawing drawing, AgencyCode code) {
    Agency agency = drawing.catalogue().agency(code.value());
    if (agency != null) {
      return agency.name();
    }
    return code.value().equals(drawing.catalogue().province().code())
        ? drawing.text("whole-province")
        : code.value();
  }

  private static List<Said> said(Drawing drawing, Submission submission, @Nullable Agency agency) {
    List<Said> said = new ArrayList<>();
    for (Submission.Recorded recorded : first(submission.observations())) {
      said.add(observation(drawing, recorded, agency));
    }
    for (Statement statement : first(submission.statements())) {
      said.add(
          switch (statement) {
            case Statement.OfTask task ->
                new Said(
                    drawing.text("submission-task", task.task().number()),
                    "/board/plans/" + task.task().plan(),
                    "",
                    drawing.text("task-" + task.state().code()),
                    "",
                    task.evidence());
            case Statement.OfficialFigure figure ->
                new Said(
                    drawing.text(
                        "submission-official",
                        indicatorName(drawing, figure.indicator().value()),
                        name(drawing, figure.about())),
                    "/board/comparison",
                    drawing.type().period(figure.period()),
                    drawing.type().percent(figure.ratio().movePointRight(2)),
                    figure.source(),
                    drawing.type().day(figure.asOf()));
          });
    }
    return said;
  }

  private static <T> List<T> first(List<T> all) {
    return all.subList(0, Math.min(MOST_SHOWN, all.size()));
  }

  private static Said observation(
      Drawing drawing, Submission.Recorded recorded, @Nullable Agency agency) {
    var observation = recorded.observation();
    Indicator indicator = drawing.catalogue().indicator(observation.indicator().value());
    String figure =
        indicator == null
            ? observation.figure().toString()
            : observation.figure() instanceof Figure.Ratio ratio
                ? drawing.type().figure(ratio, null, indicator)
                    + " · "
                    + drawing.type().counts(ratio)
                : drawing.type().figure(observation.figure(), null, indicator);
    return new Said(
        indicatorName(drawing, observation.indicator().value()),
        indicator == null || agency == null ? "" : Figures.trace(agency, indicator),
        drawing.type().period(observation.period()),
        figure,
        "",
        drawing.text("change-" + recorded.change().code()));
  }

  private static String indicatorName(Drawing drawing, String code) {
    Indicator indicator = drawing.catalogue().indicator(code);
    return indicator == null ? code : drawing.text(indicator.name());
  }
}
