package vn.congkhai;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.journal.Journal;
import vn.congkhai.ops.Readiness;

/// Where the service is between its start and its end.
final class State implements Readiness {
  private volatile @Nullable Journal journal;
  private volatile boolean stopping;

  void ready(Journal opened) {
    journal = opened;
  }

  void stopping() {
    stopping = true;
  }

  @Override
  public List<String> reasons() {
    Journal opened = journal;
    if (stopping) {
      return List.of("stopping");
    }
    if (opened == null) {
      return List.of("starting");
    }
    return opened.available() ? List.of() : List.of("database-away");
  }
}
