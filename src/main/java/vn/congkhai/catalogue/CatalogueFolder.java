package vn.congkhai.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where the files of a catalogue lie: a folder on disk, or one that is packed into the program.
public interface CatalogueFolder {
  /// The bytes of the file, or null when there is no such file.
  ///
  /// @throws IOException when it is there and cannot be read
  byte @Nullable [] read(String file) throws IOException;

  static CatalogueFolder onDisk(Path folder) {
    return file -> {
      Path path = folder.resolve(file);
      return Files.exists(path) ? Files.readAllBytes(path) : null;
    };
  }

  /// The catalogue of that name in the program, or null when there is none.
  static @Nullable CatalogueFolder builtIn(String name) {
    String folder = "/catalogues/" + name + "/";
    if (CatalogueFolder.class.getResource(folder + CatalogueReader.HEAD) == null) {
      return null;
    }
    return file -> {
      try (InputStream stream = CatalogueFolder.class.getResourceAsStream(folder + file)) {
        return stream == null ? null : stream.readAllBytes();
      }
    };
  }

  /// The built-in catalogue of that name, else the folder at that path.
  ///
  /// @return null when it is neither
  static @Nullable CatalogueFolder named(String nameOrPath) {
    boolean name = vn.congkhai.indicator.PlanCode.wellFormed(nameOrPath);
    CatalogueFolder builtIn = name ? builtIn(nameOrPath) : null;
    if (builtIn != null) {
      return builtIn;
    }
    Path path = Path.of(nameOrPath);
    return Files.isDirectory(path) ? onDisk(path) : null;
  }
}
