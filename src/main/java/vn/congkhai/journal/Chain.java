package vn.congkhai.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Walks the chain and stops at the first submission that does not fit.
public final class Chain {
  private Hash head = Hash.GENESIS;
  private long last;

  /// Why a submission does not fit.
  public enum Fault {
    /// A submission is missing before it.
    GAP,
    /// The hash is not that of its content after the submission before.
    HASH,
    /// The content is no submission of this number.
    CONTENT
  }

  /// The first submission that does not fit.
  public record Broken(long number, Fault fault) {}

  /// Goes on with the submissions that follow, in order.
  ///
  /// @return null when all of them fit
  public @Nullable Broken walk(List<Row> rows) {
    for (Row row : rows) {
      Fault fault = fault(row);
      if (fault != null) {
        return new Broken(row.number(), fault);
      }
      head = row.hash();
      last = row.number();
    }
    return null;
  }

  /// The number of the last submission that fits; 0 before the first.
  public long last() {
    return last;
  }

  /// The hash of the last submission that fits.
  public Hash head() {
    return head;
  }

  private @Nullable Fault fault(Row row) {
    if (row.number() != last + 1) {
      return Fault.GAP;
    }
    if (!row.hash().equals(head.then(row.content()))) {
      return Fault.HASH;
    }
    try {
      var _ = row.link();
      return null;
    } catch (MalformedContent e) {
      return Fault.CONTENT;
    }
  }
}
