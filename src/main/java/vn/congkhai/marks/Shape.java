package vn.congkhai.marks;

import vn.congkhai.indicator.Standing;

/// The sign and the colour of a standing. The sign is a path in a square of 16; white on the colour
/// has a contrast of at least 6.
enum Shape {
  MET("M3 8.5 6.5 12 13 4", "#0f6b3f"),
  MISSED("M4 4l8 8M12 4l-8 8", "#a32616"),
  NO_CASES("M3 8h10", "#4a5560"),
  UNTARGETED("M13 8A5 5 0 1 1 3 8a5 5 0 0 1 10 0z", "#4a5560"),
  UNREPORTED("M5 5.5a3 3 0 1 1 4.5 2.6C8.4 8.8 8 9.2 8 10.4M8 13.4v.1", "#4a5560"),
  NONE("", "#4a5560");

  private final String path;
  private final String colour;

  Shape(String path, String colour) {
    this.path = path;
    this.colour = colour;
  }

  String path() {
    return path;
  }

  String colour() {
    return colour;
  }

  static Shape of(Standing standing) {
    return switch (standing) {
      case MET -> MET;
      case MISSED -> MISSED;
      case NO_CASES -> NO_CASES;
      case UNTARGETED -> UNTARGETED;
      case UNREPORTED -> UNREPORTED;
    };
  }
}
