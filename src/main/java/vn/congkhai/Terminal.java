package vn.congkhai;

import java.io.Console;

/// Whether somebody is watching.
final class Terminal {
  private Terminal() {}

  /// Progress is shown on a terminal only, never into a pipe.
  // Error Prone believes that there is always a console; without a terminal, JDK 25 gives null
  // again
  @SuppressWarnings("SystemConsoleNull")
  static boolean attached() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /// Shows how far the work is, in one line that the next call and the work's result write over.
  static void progress(long done) {
    if (attached()) {
      System.err.printf("\r%d\r", done);
    }
  }
}
