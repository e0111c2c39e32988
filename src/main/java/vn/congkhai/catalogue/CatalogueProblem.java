package vn.congkhai.catalogue;

import vn.congkhai.indicator.Text;

/// Something wrong in a catalogue.
///
/// @param line from 1; 0 when the whole file is meant
public record CatalogueProblem(String file, int line, Text message) {
  /// `targets.csv:12: tiếng Việt / English`.
  @Override
  public String toString() {
    String place = line == 0 ? file : file + ":" + line;
    return place + ": " + message.vi() + " / " + message.en();
  }
}
