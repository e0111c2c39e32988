package vn.congkhai.board;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Draft;
import vn.congkhai.indicator.Submission;
import vn.congkhai.journal.Ledger;

/// The figures and statements that follow from the journal. Read and written on the journal's event
/// loop only; what it hands out is immutable.
public final class Figures implements Ledger {
  private final AgencyFigures none;
  private final Map<AgencyCode, AgencyFigures> confirmed = new ConcurrentHashMap<>();
  private final Map<AgencyCode, Reported.Source> newestOf = new ConcurrentHashMap<>();
  private final Deque<Layer> judged = new ArrayDeque<>();
  private Statements statements = Statements.NONE;
  private volatile long version;

  /// What a batch on its way to the disk changes.
  private record Layer(Map<AgencyCode, AgencyFigures> agencies, List<Submission> submissions) {}

  /// Everything after a submission.
  ///
  /// @param version number of the newest submission in it; 0 before the first
  record Committed(long version, Map<AgencyCode, AgencyFigures> agencies, Statements statements) {
    static final Committed NOTHING = new Committed(0, Map.of(), Statements.NONE);
  }

  public Figures(Catalogue catalogue) {
    this.none = AgencyFigures.none(catalogue);
  }

  /// Number of the newest submission in it; 0 before the first.
  long version() {
    return version;
  }

  Committed committed() {
    return new Committed(version, Map.copyOf(confirmed), statements);
  }

  @Override
  public List<Submission> judge(long first, Instant receivedAt, List<Draft> drafts) {
    Layer layer = new Layer(new HashMap<>(), new ArrayList<>(drafts.size()));
    judged.addLast(layer);
    long number = first;
    for (Draft draft : drafts) {
      AgencyFigures.Judged judgement =
          newest(draft.agency()).judge(number++, receivedAt, draft, this::newest);
      layer.agencies().put(draft.agency(), judgement.after());
      layer.submissions().add(judgement.submission());
    }
    return List.copyOf(layer.submissions());
  }

  /// What the draft would become if it were recorded now. Nothing is kept. Any thread.
  public Submission preview(Instant now, Draft draft) {
    return confirmed(draft.agency()).judge(0, now, draft, this::confirmed).submission();
  }

  /// The newest submission of the agency, or the administrator's for it; null when there is none.
  /// Any thread.
  public Reported.@Nullable Source lastSubmission(AgencyCode agency) {
    return newestOf.get(agency);
  }

  @Override
  public void confirm() {
    Layer oldest = judged.removeFirst();
    confirmed.putAll(oldest.agencies());
    oldest.submissions().forEach(this::recorded);
    version = oldest.submissions().getLast().number();
  }

  @Override
  public void discard() {
    judged.clear();
  }

  @Override
  public void replay(Submission submission) {
    confirmed.put(submission.agency(), confirmed(submission.agency()).after(submission));
    recorded(submission);
    version = submission.number();
  }

  private void recorded(Submission submission) {
    statements = statements.after(submission);
    newestOf.put(
        submission.agency(), new Reported.Source(submission.number(), submission.receivedAt()));
  }

  private AgencyFigures newest(AgencyCode agency) {
    for (Layer layer : judged.reversed()) {
      AgencyFigures figures = layer.agencies().get(agency);
      if (figures != null) {
        return figures;
      }
    }
    return confirmed(agency);
  }

  private AgencyFigures confirmed(AgencyCode agency) {
    return confirmed.getOrDefault(agency, none);
  }
}
