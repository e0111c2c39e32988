package vn.congkhai.settings;

/// A text that must never be printed.
public record Secret(String reveal) {
  @Override
  public String toString() {
    return "***";
  }
}
