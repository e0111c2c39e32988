package vn.congkhai;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A data folder that is gone with whatever lived in it.
record ThrowAwayFolder(Path path) implements AutoCloseable {
  /// @param of whose it is, told by its name
  static ThrowAwayFolder make(String of) throws IOException {
    return new ThrowAwayFolder(Files.createTempDirectory("congkhai-" + of + "-"));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
