package vn.congkhai.indicator;

/// Names an indicator, for example `online-dossier-rate`.
public record IndicatorCode(String value) implements Comparable<IndicatorCode> {
  public IndicatorCode {
    Codes.require(value);
  }

  /// Whether the text could be such a code: lower-case words and digits joined by hyphens.
  public static boolean wellFormed(String text) {
    return Codes.wellFormed(text);
  }

  @Override
  public int compareTo(IndicatorCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
