package vn.congkhai.board;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Draft;
import vn.congkhai.indicator.Submission;
import vn.congkhai.journal.Ledger;

/// The figures that follow from the journal. Read and written on the journal's event loop only;
/// what it hands out is immutable.
public final class Figures implements Ledger {
  private final Catalogue catalogue;

  private final Map<AgencyCode, AgencyFigures> confirmed = new HashMap<>();
  private final Map<AgencyCode, AgencyFigures> judged = new HashMap<>();
  private long version;
  private long judgedVersion;

  /// All figures after a submission.
  ///
  /// @param version number of the newest submission in it; 0 before the first
  record Committed(long version, Map<AgencyCode, AgencyFigures> agencies) {}

  public Figures(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// Number of the newest submission in it; 0 before the first.
  long version() {
    return version;
  }

  Committed committed() {
    return new Committed(version, Map.copyOf(confirmed));
  }

  @Override
  public Submission judge(long number, Instant receivedAt, Draft draft) {
    AgencyFigures.Judged judgement =
        figures(draft.agency()).judge(number, receivedAt, draft, catalogue);
    judged.put(draft.agency(), judgement.after());
    judgedVersion = number;
    return judgement.submission();
  }

  /// What the draft would become if it were recorded now. Nothing is kept.
  public Submission preview(Instant now, Draft draft) {
    return confirmed
        .getOrDefault(draft.agency(), AgencyFigures.NONE)
        .judge(0, now, draft, catalogue)
        .submission();
  }

  @Override
  public void confirm() {
    confirmed.putAll(judged);
    judged.clear();
    version = judgedVersion;
  }

  @Override
  public void discard() {
    judged.clear();
    judgedVersion = version;
  }

  @Override
  public void replay(Submission submission) {
    confirmed.put(
        submission.agency(),
        confirmed.getOrDefault(submission.agency(), AgencyFigures.NONE).after(submission));
    version = submission.number();
    judgedVersion = version;
  }

  private AgencyFigures figures(AgencyCode agency) {
    AgencyFigures pending = judged.get(agency);
    return pending == null ? confirmed.getOrDefault(agency, AgencyFigures.NONE) : pending;
  }
}
