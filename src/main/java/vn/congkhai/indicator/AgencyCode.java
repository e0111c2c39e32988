package vn.congkhai.indicator;

/// Names an agency, for example `cb-so-noi-vu` or `cb-xa-01273` (the five digits are the official
/// commune code of the National Statistics Office).
public record AgencyCode(String value) implements Comparable<AgencyCode> {
  public AgencyCode {
    Codes.require(value);
  }

  /// Whether the text could be such a code: lower-case words and digits joined by hyphens.
  public static boolean wellFormed(String text) {
    return Codes.wellFormed(text);
  }

  @Override
  public int compareTo(AgencyCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
