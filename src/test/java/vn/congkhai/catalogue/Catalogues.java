package vn.congkhai.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.function.UnaryOperator;

/// Catalogues for tests of other rooms.
public final class Catalogues {
  private static final CatalogueFolder CAO_BANG =
      requireNonNull(CatalogueFolder.builtIn("cao-bang-2026"));

  private Catalogues() {}

  /// The real one.
  public static Catalogue caoBang() {
    return read(CAO_BANG);
  }

  /// The one of that name that is packed into the program; it must be sound.
  public static Catalogue builtIn(String name) {
    return read(requireNonNull(CatalogueFolder.builtIn(name), name));
  }

  /// The real one with one of its files rewritten.
  public static Catalogue caoBangWith(String changed, UnaryOperator<String> change) {
    return read(file -> {
      byte[] real = CAO_BANG.read(file);
      return file.equals(changed) ? changed(requireNonNull(real), change) : real;
    });
  }

  private static byte[] changed(byte[] text, UnaryOperator<String> change) {
    return change.apply(new String(text, UTF_8)).getBytes(UTF_8);
  }

  private static Catalogue read(CatalogueFolder folder) {
    return switch (CatalogueReader.read(folder)) {
      case CatalogueReader.Reading.Sound(Catalogue catalogue) -> catalogue;
      case CatalogueReader.Reading.Faulty(var problems) ->
          throw new AssertionError(problems.toString());
    };
  }
}
