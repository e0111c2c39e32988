package vn.congkhai.marks;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import vn.congkhai.marks.Badge.Face;

/// How wide text becomes at the most. Nobody knows the font that a picture will be shown in, so
/// each letter counts with its advance width in Verdana Bold or DejaVu Sans Bold, whichever is
/// wider: no usual sans-serif font needs more.
final class Lettering {
  private static final int FIRST = ' ';

  /// From the space to the tilde, in thousandths of the size of the text.
  private static final int[] ASCII = {
    349, 457, 587, 867, 711, 1272, 873, 332, 543, 543, 711, 867, 380, 480, 380, 689, // to /
    711, 711, 711, 711, 711, 711, 711, 711, 711, 711, 402, 402, 867, 867, 867, 617, // to ?
    1000, 776, 763, 734, 831, 684, 684, 821, 837, 546, 555, 775, 638, 996, 847, 851, // to O
    733, 851, 782, 721, 683, 813, 774, 1128, 771, 737, 726, 543, 689, 543, 867, 711, // to _
    711, 675, 716, 593, 716, 679, 436, 716, 712, 343, 403, 671, 343, 1058, 712, 688, // to o
    716, 716, 497, 596, 479, 712, 652, 979, 669, 652, 597, 712, 543, 712, 867
  };

  /// Of a sign that is not in the tables.
  private static final int WIDEST = 1400;

  /// Of bold text that is not bold: words of the two fonts need nine tenths.
  private static final double LIGHTER = 0.93;

  private Lettering() {}

  /// The width in the unit of the face's size.
  static double width(String text, Face face) {
    long thousandths =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .codePoints()
            .mapToLong(Lettering::advance)
            .sum();
    return thousandths * face.size() / 1000.0 * (face.bold() ? 1 : LIGHTER);
  }

  private static int advance(int letter) {
    if (letter >= FIRST && letter < FIRST + ASCII.length) {
      return ASCII[letter - FIRST];
    }
    return switch (letter) {
      case '\u031b' -> 40; // the horn of ơ and ư; other marks stand above or below
      case 'đ' -> 720;
      case 'Đ' -> 840;
      case '·', '’', '‘' -> 400;
      case '≥', '≤', '−' -> 870;
      default -> Character.getType(letter) == Character.NON_SPACING_MARK ? 0 : WIDEST;
    };
  }

  /// The text in lines that are no wider than the room, broken at spaces. A single word that is
  /// wider than the room has a line of its own.
  static List<String> lines(String text, Face face, double room) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.strip().split(" +")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer, face) > room) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(line);
    return lines;
  }
}
