package vn.congkhai.opendata;

import java.time.Instant;
import vn.congkhai.board.Board;

/// What an answer made of a board holds for. It names the board and does not keep it.
record Stamp(long version, Instant generatedAt) {
  static Stamp of(Board board) {
    return new Stamp(board.version(), board.generatedAt());
  }

  String etag(Format format) {
    return version + "-" + generatedAt.toEpochMilli() + "-" + format.code();
  }
}
