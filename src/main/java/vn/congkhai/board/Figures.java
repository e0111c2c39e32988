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
  private final Deque<Layer> judged = new ArrayDeque<>();
  private volatile Book book;

  /// What a batch on its way to the disk changes.
  private record Layer(Map<AgencyCode, AgencyFigures> agencies, List<Submission> submissions) {}

  /// Everything that is on disk, as one catalogue reads it.
  private static final class Book {
    private final Catalogue catalogue;
    private final AgencyFigures none;
    private final Map<AgencyCode, AgencyFigures> agencies = new ConcurrentHashMap<>();
    private final Map<AgencyCode, Reported.Source> newestOf = new ConcurrentHashMap<>();
    private Statements statements = Statements.NONE;
    private volatile long version;

    private Book(Catalogue catalogue) {
      this.catalogue = catalogue;
      this.none = AgencyFigures.none(catalogue);
    }

    private AgencyFigures of(AgencyCode agency) {
      return agencies.getOrDefault(agency, none);
    }

    private void recorded(Submission submission) {
      statements = statements.after(submission);
      newestOf.put(
          submission.agency(), new Reported.Source(submission.number(), submission.receivedAt()));
      version = submission.number();
    }
  }

  /// Everything after a submission.
  ///
  /// @param version number of the newest submission in it; 0 before the first
  record Committed(
      Catalogue catalogue,
      long version,
      Map<AgencyCode, AgencyFigures> agencies,
      Statements statements) {

    static Committed nothing(Catalogue catalogue) {
      return new Committed(catalogue, 0, Map.of(), Statements.NONE);
    }
  }

  public Figures(Catalogue catalogue) {
    this.book = new Book(catalogue);
  }

  /// What the figures are read by. Any thread.
  public Catalogue catalogue() {
    return book.catalogue;
  }

  /// Number of the newest submission in it; 0 before the first. Any thread.
  public long version() {
    return book.version;
  }

  Committed committed() {
    return new Committed(book.catalogue, book.version, Map.copyOf(book.agencies), book.statements);
  }

  /// Takes over what others read of the same journal by another catalogue. They are not used any
  /// more. Never while a batch is on its way.
  public void become(Figures others) {
    book = others.book;
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
    Book read = book;
    return read.of(draft.agency()).judge(0, now, draft, read::of).submission();
  }

  /// The newest submission of the agency, or the administrator's for it; null when there is none.
  /// Any thread.
  public Reported.@Nullable Source lastSubmission(AgencyCode agency) {
    return book.newestOf.get(agency);
  }

  @Override
  public void confirm() {
    Layer oldest = judged.removeFirst();
    book.agencies.putAll(oldest.agencies());
    oldest.submissions().forEach(book::recorded);
  }

  @Override
  public void discard() {
    judged.clear();
  }

  @Override
  public void replay(Submission submission) {
    book.agencies.put(submission.agency(), book.of(submission.agency()).after(submission));
    book.recorded(submission);
  }

  private AgencyFigures newest(AgencyCode agency) {
    for (Layer layer : judged.reversed()) {
      AgencyFigures figures = layer.agencies().get(agency);
      if (figures != null) {
        return figures;
      }
    }
    return book.of(agency);
  }
}
