package vn.congkhai.marks;

import io.nayuki.qrcodegen.QrCode;

/// The QR code of an address as its template draws it: one square of the picture's unit for each
/// module, black on white, with the quiet zone of four modules that ISO/IEC 18004 asks for. Error
/// correction is M, or better where that takes no more modules.
///
/// @param side of the whole picture
/// @param path everything that is black
record QrPicture(String address, int side, String path) {
  private static final int QUIET = 4;

  /// @param address at most some two thousand bytes
  static QrPicture of(String address) {
    QrCode code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      row(code, y, path);
    }
    return new QrPicture(address, code.size + 2 * QUIET, path.toString());
  }

  /// Neighbours that are black are one bar: a printer shows no seams.
  private static void row(QrCode code, int y, StringBuilder path) {
    for (int x = 0; x < code.size; x++) {
      int from = x;
      while (x < code.size && code.getModule(x, y)) {
        x++;
      }
      if (x > from) {
        int length = x - from;
        path.append('M').append(from + QUIET).append(' ').append(y + QUIET);
        path.append('h').append(length).append("v1h-").append(length).append('z');
      }
    }
  }
}
