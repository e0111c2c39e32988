package vn.congkhai.marks;

import java.util.List;

/// A badge as its template draws it: a card on a ground of its own, so that it reads alike on light
/// and dark pages.
///
/// @param title all that it says
/// @param colour of the standing
/// @param pill what the verdict stands on
/// @param sign path of the standing's sign; empty when it has none
/// @param signAt where the sign begins, as `x y`
/// @param band what the notices stand on; of no height when there are none
record Badge(
    String language,
    int width,
    int height,
    String title,
    String colour,
    Ground pill,
    String sign,
    String signAt,
    Ground band,
    List<Line> lines) {

  /// What text stands on.
  record Ground(int x, int y, int width, int height) {}

  /// A line of text.
  ///
  /// @param y of what its letters stand on
  /// @param squeezed the width that it is pressed into; empty when it fits by itself
  record Line(int x, int y, Face face, String text, String squeezed) {}

  /// How text looks.
  ///
  /// @param size in the unit of the picture
  /// @param weight as in CSS
  /// @param anchor which part of a line stands at its `x`, as in SVG
  record Face(int size, int weight, String anchor, String colour) {
    static Face regular(int size, String colour) {
      return new Face(size, 400, "start", colour);
    }

    static Face bold(int size, String colour) {
      return new Face(size, 700, "start", colour);
    }

    Face centred() {
      return new Face(size, weight, "middle", colour);
    }

    boolean bold() {
      return weight >= 700;
    }

    /// From one line to the next: Vietnamese stacks its marks.
    int step() {
      return Math.round(1.45f * size);
    }

    /// From the top of a line to what its letters stand on.
    int rise() {
      return Math.round(1.1f * size);
    }
  }
}
