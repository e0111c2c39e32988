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
}
