package vn.congkhai.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where the files of a catalogue lie: a folder on disk, or one that is packed into the program. A
/// file that is the same for every province (the days off, the score profile) need not be in it:
/// then the one packed into the program is taken.
public interface CatalogueFolder {
  /// Where the files that all provinces share are packed.
  String COMMON = "/catalogues/common/";

  /// The bytes of the file, or null when there is no such file.
  ///
  /// @throws IOException when it is there and cannot be read
  byte @Nullable [] read(String file) throws IOException;

  static CatalogueFolder onDisk(Path folder) {
    return file -> {
      Path path = folder.resolve(file);
      return Files.exists(path) ? Files.readAllBytes(path) : packed(COMMON + file);
    };
  }

  /// The catalogue of that name in the program, or null when there is none.
  static @Nullable CatalogueFolder builtIn(String name) {
    String folder = "/catalogues/" + name + "/";
    if (CatalogueFolder.class.getResource(folder + CatalogueReader.HEAD) == null) {
      return null;
    }
    return file -> {
      byte[] own = packed(folder + file);
      return own == null ? packed(COMMON + file) : own;
    };
  }

  private static byte @Nullable [] packed(String path) throws IOException {
    try (InputStream stream = CatalogueFolder.class.getResourceAsStream(path)) {
      return stream == null ? null : stream.readAllBytes();
    }
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
