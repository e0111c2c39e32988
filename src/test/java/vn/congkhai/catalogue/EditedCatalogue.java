package vn.congkhai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A copy of Cao Bằng's catalogue in which a test puts something wrong.
///
/// An edit is written as its surroundings with `{old→new}` in them. Old and surroundings together
/// must stand in the file once; an edit that has neither adds a line to the end. `⏎` stands for a
/// line break.
record EditedCatalogue(Path folder) {
  private static final Path REAL = Path.of("catalogues", "cao-bang-2026");
  private static final Path COMMON = Path.of("catalogues", "common");

  static EditedCatalogue in(Path folder) throws IOException {
    try (var files = Files.list(REAL)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    return new EditedCatalogue(folder);
  }

  /// The text of the file; of one that all provinces share the catalogue gets its own copy first.
  String text(String file) throws IOException {
    Path own = folder.resolve(file);
    if (!Files.exists(own)) {
      Files.copy(COMMON.resolve(file), own);
    }
    return Files.readString(own);
  }

  void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  /// Edits the file and gives the place of the edit, for example `agencies.csv:7`.
  String change(String file, String edit) throws IOException {
    String spread = edit.replace('⏎', '\n');
    String before = spread.substring(0, spread.indexOf('{'));
    String old = spread.substring(spread.indexOf('{') + 1, spread.indexOf('→'));
    String now = spread.substring(spread.indexOf('→') + 1, spread.lastIndexOf('}'));
    String after = spread.substring(spread.lastIndexOf('}') + 1);
    String text = text(file);
    boolean added = (before + old + after).isEmpty();
    int at = added ? text.length() : place(text, before + old + after) + before.length();
    String rest = added ? "\n" : text.substring(at + old.length());
    write(file, text.substring(0, at) + now + rest);
    return file + ":" + line(text, at);
  }

  /// The place of a text that stands in the file once.
  String line(String file, String text) throws IOException {
    return file + ":" + line(text(file), place(text(file), text.replace('⏎', '\n')));
  }

  /// What the check finds wrong; nothing when the catalogue is sound.
  List<CatalogueProblem> problems() {
    return switch (CatalogueReader.read(CatalogueFolder.onDisk(folder))) {
      case CatalogueReader.Reading.Sound _ -> List.of();
      case CatalogueReader.Reading.Faulty(var problems) -> {
        assertThat(problems).as("a refusal without a reason").isNotEmpty();
        yield problems;
      }
    };
  }

  /// Asserts that nothing but that place is wrong, and that the message names it in both languages.
  void assertOneProblem(String place, String named) {
    assertThat(problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.file() + ":" + problem.line()).isEqualTo(place))
        .satisfies(problem -> assertThat(problem.message().vi()).contains(named))
        .satisfies(problem -> assertThat(problem.message().en()).contains(named));
  }

  private static int place(String text, String part) {
    assertThat(text).containsOnlyOnce(part);
    return text.indexOf(part);
  }

  private static long line(String text, int at) {
    return text.substring(0, at).chars().filter(letter -> letter == '\n').count() + 1;
  }
}
