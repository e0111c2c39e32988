package vn.congkhai.journal;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import vn.congkhai.journal.Waiting.Answer;

/// A batch under way to the disk.
///
/// @param links what the drafts of the batch became, in their order; at least one
/// @param began in nanoseconds of the process's own clock
record Flight(List<Pending> batch, List<Link> links, long began) {
  /// What is to be stored.
  List<Submissions.Addition> additions() {
    List<Submissions.Addition> additions = new ArrayList<>(links.size());
    for (int i = 0; i < links.size(); i++) {
      additions.add(new Submissions.Addition(links.get(i), batch.get(i).idempotency()));
    }
    return additions;
  }

  /// What everybody is told once it is stored.
  List<Answer> answers() {
    List<Answer> answers = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      Appended appended = new Appended.Stored(links.get(i));
      answers.add(new Answer(batch.get(i), Future.succeededFuture(appended)));
    }
    return answers;
  }

  /// How far the journal goes with it.
  Tip end() {
    Link newest = links.getLast();
    return new Tip(newest.submission().number(), newest.hash());
  }
}
