package vn.congkhai;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// A line to the agencies' door that lets requests through and may break before the answer of one
/// comes back. Dry runs always pass.
final class BrokenLine implements AutoCloseable {
  private final ServerSocket listening;
  private final int door;
  private final AtomicInteger breaks;

  private BrokenLine(ServerSocket listening, int door, int breaks) {
    this.listening = listening;
    this.door = door;
    this.breaks = new AtomicInteger(breaks);
  }

  /// @param port to listen on, 0 for any
  /// @param breaks so many answers are lost
  static BrokenLine open(int port, int door, int breaks) throws IOException {
    ServerSocket listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    BrokenLine line = new BrokenLine(listening, door, breaks);
    Thread.ofVirtual().start(line::accept);
    return line;
  }

  String url() {
    return "http://127.0.0.1:" + listening.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        Thread.ofVirtual().start(() -> pass(client));
      }
    } catch (IOException e) {
      // closed: the test is over
    }
  }

  private void pass(Socket client) {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), door)) {
      while (true) {
        String request = message(client.getInputStream());
        if (request.isEmpty()) {
          return;
        }
        server.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        String answer = message(server.getInputStream());
        if (!request.contains("dryRun=true") && breaks.getAndDecrement() > 0) {
          return;
        }
        client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      // one side went away, as lines do
    }
  }

  /// One whole message, byte by byte as ISO 8859-1; empty at the end of the stream.
  private static String message(InputStream from) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      int next = from.read();
      if (next < 0) {
        return "";
      }
      text.append((char) next);
    }
    var length =
        java.util.regex.Pattern.compile("(?i)content-length: (\\d+)").matcher(text.toString());
    int rest = length.find() ? Integer.parseInt(length.group(1)) : 0;
    return text.append(new String(from.readNBytes(rest), StandardCharsets.ISO_8859_1)).toString();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
