package vn.congkhai.indicator;

/// Names a plan, for example `cao-bang-2026-online-services`.
public record PlanCode(String value) implements Comparable<PlanCode> {
  public PlanCode {
    Codes.require(value);
  }

  /// Whether the text could be such a code: lower-case words and digits joined by hyphens.
  public static boolean wellFormed(String text) {
    return Codes.wellFormed(text);
  }

  @Override
  public int compareTo(PlanCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
