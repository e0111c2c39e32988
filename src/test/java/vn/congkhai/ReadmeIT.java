package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands of the README do what it says. Only the ports are other ones, so that a service
/// that happens to run is left alone.
class ReadmeIT {
  @TempDir Path folder;

  /// The shell commands of the README, block by block.
  private static List<String> blocks() throws IOException {
    return Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(Path.of("README.md")))
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  private String shell(String commands, DataFolder.Ports ports) throws Exception {
    String here =
        commands
            .replace("./congkhai", Path.of("congkhai").toAbsolutePath().toString())
            .replace(":8080", ":" + ports.publicPort())
            .replace(":8081", ":" + ports.agenciesPort())
            .replace(":8082", ":" + ports.managementPort());
    Path out = folder.resolve("out.txt");
    ProcessBuilder bash =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", here)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    Process process = bash.start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(out)).isZero();
    return Files.readString(out);
  }

  @Test
  void it_names_the_two_commands_and_those_of_the_first_figure() throws Exception {
    assertThat(blocks())
        .hasSize(5)
        .startsWith("./congkhai demo\n", "mvn verify\n", "./congkhai serve\n");
  }

  @Test
  void the_first_figure_goes_all_the_way() throws Exception {
    String serve = blocks().get(2).strip().replace("./congkhai ", "");
    try (Launched service = Launched.serve(folder, serve)) {
      JsonObject receipt = new JsonObject(shell(blocks().get(3), service.ports()));
      assertThat(receipt.getLong("submission")).isEqualTo(1);
      Service.within(Duration.ofSeconds(5), () -> service.version() == 1);

      assertThat(shell(blocks().get(4), service.ports()))
          .contains("\"ratio\":0.7785234899328859", "congkhai_indicator_value", "submissions fit");
    }
  }

  @Test
  void the_demo_shows_a_province_and_leaves_nothing_behind() throws Exception {
    Path log = folder.resolve("demo.txt");
    ProcessBuilder demo =
        new ProcessBuilder(Path.of("congkhai").toAbsolutePath().toString(), "demo")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    demo.environment().putAll(Launched.freePorts(folder));
    Process process = demo.start();
    try {
      Service.within(
          Duration.ofMinutes(1), () -> Files.readString(log).contains("history since January"));
      String board = see(log, "/board");
      JsonObject data = new JsonObject(see(log, "/api/v1/board"));

      assertThat(board)
          .contains("DỮ LIỆU MINH HỌA", "data-standing=\"met\"", "data-standing=\"missed\"");
      assertThat(data.getBoolean("illustrative")).isTrue();
      JsonObject coverage =
          data.getJsonArray("indicators").getJsonObject(0).getJsonObject("coverage");
      assertThat(coverage.getInteger("expected")).isEqualTo(71);
      assertThat(coverage.getInteger("reported")).isBetween(40, 70);
      String indicator = see(log, "/board/indicators/online-dossier-rate");
      assertThat(indicator).contains("Chưa báo cáo", "DỮ LIỆU MINH HỌA");
    } finally {
      process.destroy();
      var _ = process.onExit().join();
    }
    Matcher data = Pattern.compile("data folder +(\\S+)").matcher(Files.readString(log));
    assertThat(data.find()).isTrue();
    assertThat(Path.of(data.group(1))).doesNotExist();
  }

  private static String see(Path log, String path) throws Exception {
    Matcher address =
        Pattern.compile("(http://localhost:\\d+)/board\\s").matcher(Files.readString(log));
    assertThat(address.find()).isTrue();
    return Pages.get(address.group(1).replace("localhost", "127.0.0.1") + path);
  }

  private static final class Pages {
    private static String get(String address) throws Exception {
      var http = java.net.http.HttpClient.newHttpClient();
      var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create(address)).build();
      return http.send(request, java.net.http.HttpResponse.BodyHandlers.ofString()).body();
    }
  }
}
