package vn.congkhai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `docs/kiosk.md` tells to copy: it agrees with the document and with the tools of this
/// machine.
class KioskFilesTest {
  private static final Path BINARY = Path.of("/usr/lib/chromium/chromium");

  /// A flag of older guides, of which the document says so.
  private static final String GONE = "disable-session-crashed-bubble";

  private static List<String> matches(Path file, String pattern) throws IOException {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(Files.readString(file))
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  /// Those of the start script, with values that it computes left open.
  private static List<String> flags() throws IOException {
    return matches(Kiosk.FILES.resolve("congkhai-kiosk"), "(?:^  |flags\\+=\\()(--[^\\s)]+)")
        .stream()
        .map(flag -> flag.replaceFirst("=\".*", "=…"))
        .toList();
  }

  private static List<Path> files(String... endings) throws IOException {
    try (Stream<Path> all = Files.list(Kiosk.FILES)) {
      return all.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith)).toList();
    }
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return said + process.waitFor();
  }

  @Test
  void the_document_explains_each_flag_of_the_script_and_no_other() throws Exception {
    assertThat(flags()).hasSizeGreaterThan(10).contains("--kiosk", "--user-data-dir=…");
    assertThat(matches(Path.of("docs/kiosk.md"), "^\\| `(--[^`]+)` \\|")).isEqualTo(flags());
  }

  @Test
  void chromium_knows_each_flag() throws Exception {
    Kiosk.need("chromium", "chromium");
    Assumptions.assumeTrue(Files.exists(BINARY), "skipped: no " + BINARY);
    List<String> names = flags().stream().map(flag -> flag.replaceAll("^--|=.*", "")).toList();
    List<String> command = new ArrayList<>(List.of("grep", "--text", "-ohF"));
    Stream.concat(names.stream(), Stream.of(GONE))
        .forEach(name -> command.addAll(List.of("-e", name)));
    command.add(BINARY.toString());

    assertThat(run(command).lines()).containsAll(names).doesNotContain(GONE);
  }

  @Test
  void the_document_names_every_file() throws Exception {
    String document = Files.readString(Path.of("docs/kiosk.md"));
    for (Path file : files("kiosk", "watch", ".env", ".timer", "kiosk.service", ".socket")) {
      assertThat(document).contains(file.getFileName().toString());
    }
    assertThat(files(".service")).hasSize(4);
  }

  @Test
  void the_scripts_are_sound() throws Exception {
    Kiosk.need("shellcheck", "shellcheck");
    for (Path script : files("kiosk", "watch")) {
      assertThat(run(List.of("shellcheck", script.toString()))).isEqualTo("0");
    }
  }

  @Test
  void systemd_takes_the_units(@TempDir Path folder) throws Exception {
    Kiosk.need("systemd-analyze", "systemd");
    List<String> command = new ArrayList<>(List.of("systemd-analyze", "verify", "--man=no"));
    for (Path unit : files(".service", ".timer", ".socket")) {
      // neither the compositor nor the scripts are installed where this is tried
      String text =
          Files.readString(unit)
              .replace("/usr/local/bin", Kiosk.FILES.toString())
              .replace("/usr/bin/cage", "/usr/bin/env");
      Path copy = Files.writeString(folder.resolve(unit.getFileName().toString()), text);
      command.add(copy.toString());
    }

    assertThat(run(command)).isEqualTo("0");
  }
}
