package vn.congkhai.marks;

import java.util.ArrayList;
import java.util.List;
import vn.congkhai.marks.Badge.Face;
import vn.congkhai.marks.Badge.Ground;
import vn.congkhai.marks.Badge.Line;

/// Finds the place of everything on one badge, from the top down. A badge is as high as its text
/// needs, and none of it is cut: what does not fit a line goes on in the next, and a single word
/// that no line could hold is pressed together.
final class Layout {
  private static final int WIDTH = 340;
  private static final int LEFT = 22;
  private static final int ROOM = WIDTH - LEFT - 16;
  private static final int GAP = 14;
  private static final int PILL = 28;
  private static final int PILL_PADDING = 12;
  private static final int SIGN = 16;
  private static final String INK = "#1b2630";
  private static final Face SUBJECT = Face.regular(12, "#4a5560");
  private static final Face INDICATOR = Face.bold(15, INK);
  private static final Face FIGURE = Face.bold(28, INK);
  private static final Face VERDICT = Face.bold(14, "#ffffff").centred();
  private static final Face FACT = Face.regular(12, INK);
  private static final Face NOTICE = Face.bold(11, "#201a05");

  private final Inscription inscription;
  private final List<Line> lines = new ArrayList<>();
  private int y = 12;

  private Layout(Inscription inscription) {
    this.inscription = inscription;
  }

  static Badge of(Inscription inscription) {
    return new Layout(inscription).badge();
  }

  private Badge badge() {
    paragraph(inscription.subject(), SUBJECT);
    paragraph(inscription.indicator(), INDICATOR);
    y += 8;
    Ground pill = figureAndVerdict();
    y += 12;
    inscription.facts().forEach(fact -> paragraph(fact, FACT));
    y += 10;
    Ground band = notices();
    Shape shape = inscription.verdict().shape();
    return new Badge(
        inscription.language().tag(),
        WIDTH,
        y,
        inscription.sentence(),
        shape.colour(),
        pill,
        shape.path(),
        (pill.x() + PILL_PADDING) + " " + (pill.y() + (PILL - SIGN) / 2),
        band,
        lines);
  }

  /// The verdict stands at the right of the figure where both have room, else below it.
  private Ground figureAndVerdict() {
    String figure = inscription.figure();
    String word = inscription.verdict().word();
    int inset = PILL_PADDING + (inscription.verdict().shape().path().isEmpty() ? 0 : SIGN + 6);
    int wordRoom = room(word, VERDICT, ROOM - inset - PILL_PADDING);
    int width = inset + wordRoom + PILL_PADDING;
    int x = LEFT;
    if (!figure.isEmpty()) {
      int figureRoom = room(figure, FIGURE, ROOM);
      line(figure, FIGURE, LEFT, y, figureRoom);
      boolean beside = figureRoom + GAP + width <= ROOM;
      x += beside ? ROOM - width : 0;
      y += beside ? 6 : FIGURE.step();
    }
    Ground pill = new Ground(x, y, width, PILL);
    line(word, VERDICT, x + inset + wordRoom / 2, y + 4, wordRoom);
    y += PILL;
    return pill;
  }

  private Ground notices() {
    int top = y;
    for (String notice : inscription.notices()) {
      y += 5;
      paragraph(notice, NOTICE);
    }
    y += inscription.notices().isEmpty() ? 0 : 5;
    return new Ground(0, top, WIDTH, y - top);
  }

  private void paragraph(String text, Face face) {
    for (String each : Lettering.lines(text, face, ROOM)) {
      line(each, face, LEFT, y, ROOM);
      y += face.step();
    }
  }

  private void line(String text, Face face, int x, int top, int room) {
    boolean fits = Lettering.width(text, face) <= room;
    lines.add(new Line(x, top + face.rise(), face, text, fits ? "" : Integer.toString(room)));
  }

  /// What the text needs, and no more than there is.
  private static int room(String text, Face face, int most) {
    return Math.min(most, (int) Math.ceil(Lettering.width(text, face)));
  }
}
