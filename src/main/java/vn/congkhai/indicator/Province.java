package vn.congkhai.indicator;

/// The province whose agencies report.
///
/// @param code also the `agency` label of roll-ups in the metrics, for example `cao-bang`
public record Province(String code, Text name) {
  public Province {
    Codes.require(code);
  }
}
