package vn.congkhai.journal;

/// The database is away. What was being appended may or may not be on disk; it was not
/// acknowledged.
public final class Unavailable extends RuntimeException {
  public Unavailable(String message) {
    super(message, null, false, false);
  }
}
