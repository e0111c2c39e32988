package vn.congkhai.http;

/// A server cannot listen at its door; almost always another program does.
public final class DoorBlocked extends RuntimeException {
  DoorBlocked(String host, int port, Throwable cause) {
    super(host + ":" + port + " (" + cause.getMessage() + ")", cause);
  }
}
