package vn.congkhai.catalogue;

import static java.util.Objects.requireNonNull;

/// Catalogues for tests of other rooms.
public final class Catalogues {
  private Catalogues() {}

  /// The real one.
  public static Catalogue caoBang() {
    return builtIn("cao-bang-2026");
  }

  /// The one of that name that is packed into the program; it must be sound.
  public static Catalogue builtIn(String name) {
    return switch (CatalogueReader.read(requireNonNull(CatalogueFolder.builtIn(name), name))) {
      case CatalogueReader.Reading.Sound(Catalogue catalogue) -> catalogue;
      case CatalogueReader.Reading.Faulty(var problems) ->
          throw new AssertionError(problems.toString());
    };
  }
}
