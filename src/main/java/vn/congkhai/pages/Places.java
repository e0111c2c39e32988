package vn.congkhai.pages;

import vn.congkhai.board.Ranking;

/// Places in words.
final class Places {
  private Places() {}

  /// `thứ 8/71 (5/56 cùng cấp)`, or why there is none.
  static String words(Drawing drawing, Ranking.Row row) {
    Ranking.Place place = row.place();
    var reason = row.reason();
    if (place == null) {
      return reason == null ? "" : drawing.text("unranked-" + reason.code());
    }
    return drawing.text(
        "place",
        drawing.type().count(place.all()),
        drawing.type().count(row.of()),
        drawing.type().count(place.level()),
        drawing.type().count(place.levelOf()));
  }

  /// `▲ 3`, `▼ 2`, `=`, or nothing when it cannot be compared.
  static String movement(Drawing drawing, Ranking.Row row) {
    Integer movement = row.movement();
    if (movement == null) {
      return "";
    }
    if (movement == 0) {
      return drawing.text("movement-none");
    }
    return drawing.text(
        movement > 0 ? "movement-up" : "movement-down", drawing.type().count(Math.abs(movement)));
  }
}
