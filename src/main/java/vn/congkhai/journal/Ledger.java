package vn.congkhai.journal;

import java.time.Instant;
import java.util.List;
import vn.congkhai.indicator.Draft;
import vn.congkhai.indicator.Submission;

/// The figures that follow from the journal. The journal calls it from its own event loop only. It
/// lets batches of drafts be judged while earlier ones are still on their way to the disk; they are
/// confirmed in the order in which they were judged, or discarded together.
public interface Ledger {
  /// The submissions that the drafts become, numbered from `first` on, each judged against
  /// everything before it: what is on disk, what is on its way, and the drafts before it.
  List<Submission> judge(long first, Instant receivedAt, List<Draft> drafts);

  /// The oldest batch that was judged and not confirmed is on disk.
  void confirm();

  /// No batch that was judged and not confirmed was stored.
  void discard();

  /// A submission that was on disk already: read at the start, or stored by another replica. Never
  /// while a batch is on its way.
  void replay(Submission submission);
}
