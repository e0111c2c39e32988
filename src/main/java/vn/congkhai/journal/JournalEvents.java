package vn.congkhai.journal;

import java.time.Duration;

/// What an operator wants to know of the journal.
public interface JournalEvents {
  /// A transaction with so many submissions was committed. Over all calls the submissions add up to
  /// those accepted by this process.
  void committed(int submissions, Duration took);

  /// Nobody listens.
  JournalEvents NONE = (_, _) -> {};
}
