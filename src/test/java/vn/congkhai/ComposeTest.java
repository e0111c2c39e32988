package vn.congkhai;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import vn.congkhai.settings.SettingsReader;

/// What `docker-compose.yml` promises, as far as it can be seen without an engine.
class ComposeTest {
  private static final Map<String, Object> COMPOSE = read(Path.of("docker-compose.yml"));
  private static final Pattern PINNED = Pattern.compile("[a-z/]+:v?\\d+\\.\\d+\\.?\\S*");
  private static final Pattern DEFAULT = Pattern.compile("\\$\\{[A-Z_]+:-([^}]*)}");

  private static Map<String, Object> read(Path file) {
    try {
      return map(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Map<String, Object> map(@Nullable Object yaml) {
    Map<String, Object> map = new TreeMap<>();
    ((Map<?, ?>) requireNonNull(yaml))
        .forEach((name, value) -> map.put(name.toString(), value == null ? "" : value));
    return map;
  }

  /// By name, each with what it takes over from the common part.
  private static Map<String, Map<String, Object>> services() {
    Map<String, Map<String, Object>> services = new TreeMap<>();
    map(COMPOSE.get("services"))
        .forEach((name, yaml) -> {
          Map<String, Object> own = map(yaml);
          Map<String, Object> all = map(own.getOrDefault("<<", Map.of()));
          all.putAll(own);
          services.put(name, all);
        });
    return services;
  }

  private static List<String> list(Map<String, Object> service, String key) {
    return ((List<?>) service.getOrDefault(key, List.of())).stream().map(Object::toString).toList();
  }

  private static Set<String> everywhere(String key) {
    Set<String> all = new TreeSet<>();
    services().values().forEach(service -> all.addAll(list(service, key)));
    return all;
  }

  private static Map<String, Object> environment(String service) {
    return map(requireNonNull(services().get(service)).get("environment"));
  }

  /// The services that are in a network.
  private static List<String> members(String network) {
    List<String> members = new ArrayList<>();
    services()
        .forEach((name, service) -> {
          if (list(service, "networks").contains(network)) {
            members.add(name);
          }
        });
    return members;
  }

  private static List<String> matches(Path file, String pattern) throws IOException {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(Files.readString(file))
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  @Test
  void what_is_mounted_is_in_the_repository_or_made_by_the_script() throws Exception {
    List<String> mounted =
        everywhere("volumes").stream()
            .filter(volume -> volume.startsWith("./"))
            .peek(volume -> assertThat(volume).endsWith(":ro"))
            .map(volume -> volume.substring(2).split(":", -1)[0])
            .toList();
    String script = Files.readString(Path.of("docker/prepare"));

    assertThat(mounted)
        .hasSizeGreaterThan(5)
        .contains("own/alertmanager.yml", "own/certificate")
        .allSatisfy(path -> {
          if (path.startsWith("own/")) {
            assertThat(script).contains(path);
          } else {
            assertThat(Path.of(path)).exists();
          }
        });
    assertThat(Path.of("prometheus/prometheus.yml")).exists();
    assertThat(Path.of("prometheus/alertmanager.yml")).exists();
    assertThat(Path.of("grafana/dashboards/congkhai-toan-tinh.json")).exists();
  }

  @Test
  void each_image_has_a_version() throws Exception {
    assertThat(services().values())
        .extracting(service -> service.getOrDefault("image", "none").toString())
        .allSatisfy(image -> assertThat(image).matches(PINNED));
    assertThat(matches(Path.of("Dockerfile"), "^FROM (\\S+)"))
        .hasSize(2)
        .allSatisfy(image -> assertThat(image).matches("[a-z]+:[a-z]*-?\\d{1,8}[.-]\\S+"));
  }

  @Test
  void each_service_is_kept_small() {
    services()
        .forEach((name, service) -> {
          assertThat(service)
              .as(name)
              .containsEntry("read_only", true)
              .containsEntry("cap_drop", List.of("ALL"))
              .containsEntry("security_opt", List.of("no-new-privileges:true"))
              .containsEntry("restart", "unless-stopped")
              .containsKeys("mem_limit", "pids_limit", "tmpfs", "networks");
          // that of our own image is in the Dockerfile
          assertThat(service.containsKey("healthcheck"))
              .as(name)
              .isEqualTo(!name.equals("congkhai"));
        });
    assertThat(everywhere("cap_add")).containsExactly("DAC_READ_SEARCH", "NET_BIND_SERVICE");
  }

  @Test
  void all_together_fit_the_machine_that_the_guide_recommends() throws Exception {
    double gibibytes = 0;
    for (Map<String, Object> service : services().values()) {
      String limit = service.get("mem_limit") + "";
      double number = Double.parseDouble(limit.replaceFirst("[mg]$", ""));
      gibibytes += limit.endsWith("g") ? number : number / 1024;
    }
    String guide = Files.readString(Path.of("docs/operations.md"));

    assertThat(guide)
        .contains("2 cores, 4 GB of memory and 40 GB of disk")
        .containsPattern("memory limits together are %.1f GiB".formatted(gibibytes));
    assertThat(gibibytes).isLessThan(3.6);
    // a third of the disk is left to the journal, the images and their logs
    assertThat(list(requireNonNull(services().get("prometheus")), "command"))
        .contains("--storage.tsdb.retention.size=15GB");
  }

  @Test
  void links_of_alerts_lead_where_the_board_is() throws Exception {
    Object url = environment("congkhai").get("CONGKHAI_PUBLIC_URL");

    assertThat(environment("prometheus")).isEqualTo(Map.of("CONGKHAI_PUBLIC_URL", url));
    assertThat(Path.of("prometheus/prometheus.yml"))
        .content()
        .contains("board: ${CONGKHAI_PUBLIC_URL}");
  }

  @Test
  void what_is_used_is_declared_and_what_is_declared_is_used() {
    Set<String> volumes = new TreeSet<>();
    everywhere("volumes").stream()
        .filter(volume -> !volume.startsWith("./") && !volume.startsWith("/"))
        .forEach(volume -> volumes.add(volume.replaceFirst(":.*", "")));

    assertThat(volumes).isEqualTo(map(COMPOSE.get("volumes")).keySet());
    assertThat(everywhere("networks")).isEqualTo(map(COMPOSE.get("networks")).keySet());
    assertThat(everywhere("secrets")).isEqualTo(map(COMPOSE.get("secrets")).keySet());
  }

  @Test
  void each_secret_is_made_by_the_script_and_kept_by_nobody() throws Exception {
    Set<String> secrets = map(COMPOSE.get("secrets")).keySet();

    assertThat(matches(Path.of("docker/prepare"), "^make (\\w+)"))
        .containsExactlyInAnyOrderElementsOf(secrets);
    assertThat(map(COMPOSE.get("secrets")))
        .allSatisfy(
            (name, yaml) -> assertThat(map(yaml)).containsEntry("file", "./secrets/" + name));
    assertThat(Files.readAllLines(Path.of(".gitignore"))).contains("secrets/", "own/", ".env");
    // the engine is given no more than what is named here, so no secret either
    assertThat(Files.readAllLines(Path.of(".dockerignore")))
        .contains("*")
        .filteredOn(line -> line.startsWith("!"))
        .containsExactly(
            "!pom.xml", "!congkhai", "!src", "!web", "!catalogues", "!docker/assemble");
  }

  @Test
  void only_caddy_is_reached_from_outside_and_the_database_by_two() {
    services()
        .forEach((name, service) ->
            assertThat(service.containsKey("ports")).as(name).isEqualTo(name.equals("caddy")));
    assertThat(members("data")).containsExactly("congkhai", "grafana", "postgres");
    assertThat(members("metrics"))
        .containsExactly("alertmanager", "congkhai", "grafana", "prometheus");
    assertThat(members("outside")).containsExactly("alertmanager", "caddy");
    map(COMPOSE.get("networks"))
        .forEach(
            (name, yaml) -> assertThat(yaml.equals("")).as(name).isEqualTo(name.equals("outside")));
  }

  @Test
  void the_service_takes_its_settings(@TempDir Path folder) throws Exception {
    Path url =
        Files.writeString(folder.resolve("url"), "postgresql://congkhai:x@postgres/congkhai");
    Path token = Files.writeString(folder.resolve("token"), "correct-horse-battery");
    Map<String, String> environment = new HashMap<>();
    environment("congkhai")
        .forEach((name, value) ->
            environment.put(name, DEFAULT.matcher(value.toString()).replaceAll("$1")));

    assertThat(environment)
        .containsEntry("CONGKHAI_PUBLIC_URL", "https://localhost")
        .containsEntry("CONGKHAI_MANAGEMENT_HOST", "0.0.0.0");
    environment.put("CONGKHAI_DATABASE_URL_FILE", url.toString());
    environment.put("CONGKHAI_ADMIN_TOKEN_FILE", token.toString());
    assertThat(SettingsReader.read(environment, folder))
        .isInstanceOf(SettingsReader.Reading.Sound.class);
  }
}
