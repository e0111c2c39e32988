package vn.congkhai.journal;

import java.time.Instant;
import vn.congkhai.indicator.Draft;
import vn.congkhai.indicator.Submission;

/// The figures that follow from the journal. The journal calls it from its own event loop only: it
/// judges the drafts of a commit one after the other, then confirms or discards all of them.
public interface Ledger {
  /// The submission that the draft becomes under this number, judged against everything recorded
  /// before it, drafts judged since the last confirmation included.
  Submission judge(long number, Instant receivedAt, Draft draft);

  /// The submissions judged since the last confirmation are on disk.
  void confirm();

  /// The submissions judged since the last confirmation were not stored.
  void discard();

  /// A submission that was on disk already: read at the start, or stored by another replica.
  void replay(Submission submission);
}
