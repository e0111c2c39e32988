package vn.congkhai.board;

/// How many of the agencies that owe a figure have reported it.
public record Coverage(int reported, int expected) {
  /// `61/70`.
  @Override
  public String toString() {
    return reported + "/" + expected;
  }
}
