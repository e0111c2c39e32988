package vn.congkhai.journal;

/// More submissions are waiting than may wait. Nothing was stored.
public final class Overloaded extends RuntimeException {
  public Overloaded() {
    super("the queue is full", null, false, false);
  }
}
