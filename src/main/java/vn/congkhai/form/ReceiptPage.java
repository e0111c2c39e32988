package vn.congkhai.form;

import java.util.List;
import vn.congkhai.form.Views.Receipt;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Submission;
import vn.congkhai.journal.Link;

/// The receipt of a submission, to be printed.
///
/// @param publicUrl address of the public board
record ReceiptPage(Link link, List<Problem> warnings, String publicUrl) {
  private static final int GROUP = 8;

  Receipt view(Drawing drawing) {
    Submission submission = link.submission();
    String number = Long.toString(submission.number());
    Agency agency = drawing.board().catalogue().agency(submission.agency().value());
    return new Receipt(
        drawing.frame(drawing.text("form-receipt-title", number)),
        number,
        agency == null ? submission.agency().value() : agency.name(),
        drawing.type().moment(submission.receivedAt()),
        submission.note(),
        submission.observations().stream()
            .map(recorded ->
                drawing.figure(
                    recorded.observation(), drawing.text("change-" + recorded.change().code())))
            .toList(),
        drawing.warnings(warnings, submission),
        grouped(link.hash().toString()),
        publicUrl + "/board/submissions/" + number + "?hash=" + link.hash(),
        submission.observations().isEmpty()
            ? ""
            : submission.observations().getFirst().observation().period().toString());
  }

  private static String grouped(String hash) {
    StringBuilder grouped = new StringBuilder(hash.length() + hash.length() / GROUP);
    for (int i = 0; i < hash.length(); i += GROUP) {
      grouped.append(i == 0 ? "" : " ").append(hash, i, i + GROUP);
    }
    return grouped.toString();
  }
}
