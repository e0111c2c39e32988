package vn.congkhai.ops;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/// Sends what is compressed to somebody who cannot unpack it: a piece at a time, no faster than it
/// is taken, so that the whole is never in memory. On the response's event loop.
final class Unpacking {
  private static final int PIECE = 32 * 1024;

  private final HttpServerResponse response;
  private final InputStream unpacked;

  private Unpacking(HttpServerResponse response, InputStream unpacked) {
    this.response = response;
    this.unpacked = unpacked;
  }

  /// @param compressed by gzip
  static void send(HttpServerResponse response, Buffer compressed) {
    try {
      var unpacked = new GZIPInputStream(new ByteArrayInputStream(compressed.getBytes()), PIECE);
      Unpacking unpacking = new Unpacking(response.setChunked(true), unpacked);
      response.drainHandler(_ -> unpacking.goOn());
      unpacking.goOn();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private void goOn() {
    try {
      while (!response.closed() && !response.ended() && !response.writeQueueFull()) {
        byte[] piece = unpacked.readNBytes(PIECE);
        if (piece.length == 0) {
          var _ = response.end();
        } else {
          var _ = response.write(Buffer.buffer(piece));
        }
      }
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private static IllegalStateException broken(IOException cause) {
    return new IllegalStateException("what was compressed in memory does not unpack", cause);
  }
}
