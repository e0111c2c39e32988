package vn.congkhai.journal;

/// What is stored is not what the journal writes: somebody changed it.
public final class MalformedContent extends RuntimeException {
  MalformedContent(String message) {
    super(message);
  }

  MalformedContent(String message, Throwable cause) {
    super(message, cause);
  }
}
