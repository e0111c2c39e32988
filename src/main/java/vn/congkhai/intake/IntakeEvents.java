package vn.congkhai.intake;

/// What an operator wants to know of the submissions. Dry runs do not count. At rest `received =
/// accepted + refused + failed`.
public interface IntakeEvents {
  void received();

  /// Stored, or answered with the receipt it got before.
  void accepted();

  /// The sender's mistake: any 4xx.
  void refused();

  /// Ours: any 5xx. Alert when it grows.
  void failed();
}
