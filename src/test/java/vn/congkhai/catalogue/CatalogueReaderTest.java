package vn.congkhai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueReaderTest {
  private static final Path REAL = Path.of("catalogues", "cao-bang-2026");

  @TempDir Path folder;

  @BeforeEach
  void copy_the_real_one() throws IOException {
    try (var files = Files.list(REAL)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  private void edit(String file, String from, String to) throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(from);
    Files.writeString(path, text.replace(from, to));
  }

  private List<String> problems() {
    return switch (CatalogueReader.read(CatalogueFolder.onDisk(folder))) {
      case CatalogueReader.Reading.Sound _ -> List.of();
      case CatalogueReader.Reading.Faulty(var problems) ->
          problems.stream().map(problem -> problem.file() + ":" + problem.line()).toList();
    };
  }

  @Test
  void the_real_one_is_sound() {
    assertThat(problems()).isEmpty();
  }

  @Test
  void every_problem_is_told_with_file_and_line() throws IOException {
    edit("agencies.csv", "cb-so-noi-vu,department,Sở Nội vụ", "CB Nội vụ,sở,Sở Nội vụ");
    edit("targets.csv", "on-time-rate,cao-bang-2026-procedure-control", "on-time,no-such-plan");
    edit("catalogue.yaml", "regime: administrative\n", "regime: lunar\nmoon: full\n");
    edit("plans.yaml", "year: 2026", "year: soon");

    assertThat(problems())
        .contains("agencies.csv:3", "catalogue.yaml:27", "catalogue.yaml:28", "plans.yaml:8")
        .filteredOn(place -> place.startsWith("targets.csv"))
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void a_spreadsheets_semicolons_and_byte_order_mark_are_fine() throws IOException {
    String text = "code;name_vi;name_en\n";
    for (String line : Files.readAllLines(folder.resolve("groups.csv")).subList(1, 13)) {
      text +=
          line.replace("\"", "").replaceFirst(",", ";").replaceFirst(",(?=[A-Z][^,]*$)", ";")
              + "\n";
    }
    Files.write(folder.resolve("groups.csv"), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));

    assertThat(problems()).isEmpty();
  }

  @Test
  void a_line_that_repeats_another_is_told() throws IOException {
    Files.writeString(
        folder.resolve("groups.csv"),
        Files.readString(folder.resolve("groups.csv")) + "payment,Thanh toán,Payment\n");

    assertThat(problems()).containsExactly("groups.csv:14");
  }

  @Test
  void a_file_that_is_missing_or_not_utf_8_is_told() throws IOException {
    Files.delete(folder.resolve("groups.csv"));
    Files.write(folder.resolve("left-out.csv"), new byte[] {(byte) 0xC3, (byte) 0x28});

    assertThat(problems()).contains("groups.csv:0", "left-out.csv:0");
  }
}
