package vn.congkhai.catalogue;

import static java.util.Objects.requireNonNull;

/// Catalogues for tests of other rooms.
public final class Catalogues {
  private Catalogues() {}

  /// The real one.
  public static Catalogue caoBang() {
    return switch (CatalogueReader.read(requireNonNull(CatalogueFolder.builtIn("cao-bang-2026")))) {
      case CatalogueReader.Reading.Sound(Catalogue catalogue) -> catalogue;
      case CatalogueReader.Reading.Faulty(var problems) ->
          throw new AssertionError(problems.toString());
    };
  }
}
