package vn.congkhai.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.QuietHours;
import vn.congkhai.indicator.Text;

class SettingsReaderTest {
  @TempDir Path folder;

  private Settings sound(Map<String, String> environment) {
    return switch (SettingsReader.read(environment, folder)) {
      case SettingsReader.Reading.Sound(Settings settings) -> settings;
      case SettingsReader.Reading.Faulty(var problems) ->
          throw new AssertionError(problems.toString());
    };
  }

  private List<String> faulty(Map<String, String> environment) {
    return switch (SettingsReader.read(environment, folder)) {
      case SettingsReader.Reading.Sound(Settings settings) ->
          throw new AssertionError(settings.toString());
      case SettingsReader.Reading.Faulty(var problems) -> problems.stream().map(Text::en).toList();
    };
  }

  @Test
  void nothing_set_gives_the_defaults() {
    Settings settings = sound(Map.of("PATH", "/bin"));

    assertThat(settings.publicDoor()).isEqualTo(new Door("0.0.0.0", 8080));
    assertThat(settings.managementDoor()).isEqualTo(new Door("127.0.0.1", 8082));
    assertThat(settings.language()).isEqualTo(Language.VI);
    assertThat(settings.maxBodyBytes()).isEqualTo(1_048_576);
    assertThat(settings.quietHours()).isNull();
  }

  @Test
  void the_environment_wins_over_the_file() throws IOException {
    Files.writeString(
        folder.resolve("congkhai.properties"), "CONGKHAI_PUBLIC_PORT=1111\nCONGKHAI_LANGUAGE=en\n");

    Settings settings = sound(Map.of("CONGKHAI_PUBLIC_PORT", "2222"));

    assertThat(settings.publicDoor().port()).isEqualTo(2222);
    assertThat(settings.language()).isEqualTo(Language.EN);
  }

  @Test
  void every_problem_is_told_and_no_secret_with_it() {
    List<String> problems =
        faulty(
            Map.of(
                "CONGKHAI_PUBLIC_PORT", "70000",
                "CONGKHAI_AGENCIES_PORT", "8082",
                "CONGKHAI_DATABASE_URL", "mysql://root:hunter2@host/db",
                "CONGKHAI_COLOUR", "red",
                "CONGKHAI_QUIET_HOURS", "22h-5h",
                "CONGKHAI_TLS_KEY", "/no/such/file"));

    assertThat(problems)
        .anyMatch(problem -> problem.startsWith("CONGKHAI_PUBLIC_PORT: "))
        .anyMatch(problem -> problem.startsWith("CONGKHAI_MANAGEMENT_PORT: "))
        .anyMatch(problem -> problem.startsWith("CONGKHAI_DATABASE_URL: "))
        .anyMatch(problem -> problem.startsWith("CONGKHAI_COLOUR: "))
        .anyMatch(problem -> problem.startsWith("CONGKHAI_QUIET_HOURS: "))
        .anyMatch(problem -> problem.startsWith("CONGKHAI_TLS_KEY: "))
        .anyMatch(problem -> problem.startsWith("CONGKHAI_TLS_CERTIFICATE: "))
        .noneMatch(problem -> problem.contains("hunter2"));
  }

  @Test
  void screens_may_rest_at_night_also_those_of_a_throw_away_service() {
    Settings settings = sound(Map.of("CONGKHAI_QUIET_HOURS", "22:00-05:00"));

    assertThat(settings.quietHours())
        .isEqualTo(new QuietHours(LocalTime.of(22, 0), LocalTime.of(5, 0)));
    assertThat(settings.throwAway(folder, "cao-bang-2026").quietHours())
        .isEqualTo(settings.quietHours());
  }

  @Test
  void a_secret_prints_as_stars() {
    Settings settings = sound(Map.of("CONGKHAI_ADMIN_TOKEN", "correct-horse-battery"));

    assertThat(settings.toString()).doesNotContain("correct-horse").contains("***");
  }

  @Test
  void a_secret_may_lie_in_a_file_of_its_own() throws IOException {
    Path url = Files.writeString(folder.resolve("url"), "postgresql://ck:hunter2@db/congkhai\n");
    Path token = Files.writeString(folder.resolve("token"), "correct-horse-battery\r\n");

    Settings settings =
        sound(
            Map.of(
                "CONGKHAI_DATABASE_URL_FILE", url.toString(),
                "CONGKHAI_ADMIN_TOKEN_FILE", token.toString()));

    assertThat(settings.database())
        .isEqualTo(DatabaseAddress.parse("postgresql://ck:hunter2@db/congkhai"));
    assertThat(settings.adminToken()).isEqualTo(new Secret("correct-horse-battery"));
  }

  @Test
  void a_secret_that_is_set_twice_or_cannot_be_read_is_told_by_its_name() throws IOException {
    Path blank = Files.writeString(folder.resolve("blank"), "\n");

    assertThat(
            faulty(
                Map.of(
                    "CONGKHAI_DATABASE_URL", "postgresql://ck:hunter2@db/congkhai",
                    "CONGKHAI_DATABASE_URL_FILE", blank.toString(),
                    "CONGKHAI_ADMIN_TOKEN_FILE", "correct-horse-battery")))
        .containsExactly(
            "CONGKHAI_ADMIN_TOKEN_FILE: the file cannot be read; look at the path and at who may"
                + " read it",
            "CONGKHAI_DATABASE_URL_FILE: CONGKHAI_DATABASE_URL is set as well; keep one of the two");
    assertThat(faulty(Map.of("CONGKHAI_ADMIN_TOKEN_FILE", blank.toString())))
        .singleElement()
        .asString()
        .startsWith("CONGKHAI_ADMIN_TOKEN_FILE: the value must be: ");
  }

  @Test
  void only_secrets_may_lie_in_files() {
    assertThat(faulty(Map.of("CONGKHAI_LANGUAGE_FILE", "/dev/null")))
        .containsExactly("CONGKHAI_LANGUAGE_FILE: there is no such setting");
  }

  @Test
  void an_address_names_hosts_user_password_and_database() {
    DatabaseAddress address =
        DatabaseAddress.parse("postgresql://ck:p%40ss@one:5433,two/cao%20bang");

    assertThat(address)
        .isEqualTo(
            new DatabaseAddress(
                List.of(
                    new DatabaseAddress.Host("one", 5433), new DatabaseAddress.Host("two", 5432)),
                "ck",
                new Secret("p@ss"),
                "cao bang"));
  }

  @Test
  void what_an_agency_sends_with_is_known_and_its_token_never_printed() {
    Settings settings =
        sound(Map.of("CONGKHAI_URL", "https://host:8081/", "CONGKHAI_TOKEN", "ck_secret"));

    assertThat(settings.client())
        .isEqualTo(new Client("https://host:8081", new Secret("ck_secret")));
    assertThat(settings.toString()).doesNotContain("ck_secret");
    assertThat(faulty(Map.of("CONGKHAI_TOKEN", "ck secret")))
        .singleElement()
        .satisfies(
            told -> assertThat(told).startsWith("CONGKHAI_TOKEN: ").doesNotContain("ck secret"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mật-khẩu-dài", "ck_secret\u0007", "ck_\u00a0secret", "ck_secret\u007f"})
  void a_token_that_no_header_can_carry_is_refused_unsaid(String token) {
    assertThat(faulty(Map.of("CONGKHAI_TOKEN", token, "CONGKHAI_ADMIN_TOKEN", token)))
        .hasSize(2)
        .allMatch(told -> told.matches("CONGKHAI_(ADMIN_)?TOKEN: the value must be: .*ASCII.*"))
        .noneMatch(told -> told.contains(token));
  }
}
