package vn.congkhai;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What Java remembers of the rehearsal at the end of a build, and that it never stands in the way.
class RehearsalIT {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final String OURS = "vn.congkhai.Main source: ";

  @TempDir Path folder;

  private Launched.Ended version(String javaOptions) throws Exception {
    return version(Path.of("congkhai").toAbsolutePath(), javaOptions);
  }

  private Launched.Ended version(Path launcher, String javaOptions) throws Exception {
    return Launched.run(launcher, folder, Map.of("JAVA_OPTS", javaOptions), "--version");
  }

  @Test
  void a_start_remembers_what_was_rehearsed() throws Exception {
    assertThat(version("-Xlog:class+load").out()).contains(OURS + "shared objects file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-XX:-UseCompactObjectHeaders", "-Xmx40g", "--add-modules=java.desktop"})
  void memories_that_do_not_fit_are_left_alone_without_a_word(String javaOption) throws Exception {
    assertThat(version(javaOption + " -Xlog:class+load").out()).contains(OURS + "file:");
    assertThat(version(javaOption))
        .satisfies(ended -> {
          assertThat(ended.status()).isZero();
          assertThat(ended.out()).matches("congkhai \\S+\n");
          assertThat(ended.err()).isEmpty();
        });
  }

  @Test
  void a_program_that_moved_starts_without_them() throws Exception {
    Path first = copied(folder.resolve("first"));
    assertThat(Launched.run(first, folder, Map.of(), "rehearse").status()).isZero();
    assertThat(version(first, "-Xlog:class+load").out()).contains(OURS + "shared objects file");

    Path moved = Files.move(folder.resolve("first"), folder.resolve("moved")).resolve("congkhai");

    assertThat(version(moved, "-Xlog:class+load").out()).contains(OURS + "file:");
    assertThat(version(moved, "")).isEqualTo(version(""));
  }

  /// The launcher of a copy of the program, which remembers nothing yet.
  private static Path copied(Path home) throws IOException {
    var _ = Files.createDirectories(home.resolve("target").resolve("lib"));
    try (Stream<Path> jars = Files.walk(TARGET, 2)) {
      for (Path jar : jars.filter(RehearsalIT::ofTheProgram).toList()) {
        Files.copy(jar, home.resolve("target").resolve(TARGET.relativize(jar).toString()));
      }
    }
    return Files.copy(Path.of("congkhai"), home.resolve("congkhai"), COPY_ATTRIBUTES);
  }

  private static boolean ofTheProgram(Path file) {
    return file.endsWith("congkhai.jar") || file.toString().contains("/target/lib/");
  }
}
