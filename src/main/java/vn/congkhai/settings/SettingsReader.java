package vn.congkhai.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.QuietHours;
import vn.congkhai.indicator.Text;

/// Reads the settings from the environment and from `congkhai.properties`; the environment wins. A
/// secret may lie in a file of its own.
public final class SettingsReader {
  private static final String PREFIX = Given.PREFIX;
  private static final String TOKEN_SHAPE =
      "at least 8 unaccented letters, digits and signs (ASCII), without spaces";
  private static final int SMALLEST_BODY = 1024;
  private static final int LARGEST_BODY = 64 * 1024 * 1024;
  private static final int USUAL_REQUESTS = 5000;
  private static final int MOST_REQUESTS = 1_000_000;

  private final TreeSet<String> asked = new TreeSet<>();
  private final List<Text> problems = new ArrayList<>();
  private final Given given;

  private SettingsReader(Map<String, String> environment, Path folder) {
    given = Given.of(environment, folder, problems);
  }

  /// What reading gave: settings, or at least one problem.
  public sealed interface Reading {
    record Sound(Settings settings) implements Reading {}

    record Faulty(List<Text> problems) implements Reading {}
  }

  /// Reads the settings of a process.
  ///
  /// @param environment every variable; those of other programs are passed over
  /// @param folder where `congkhai.properties` may lie
  public static Reading read(Map<String, String> environment, Path folder) {
    SettingsReader reader = new SettingsReader(environment, folder);
    Settings settings = reader.settings();
    reader.refuseUnknown();
    return reader.problems.isEmpty()
        ? new Reading.Sound(settings)
        : new Reading.Faulty(reader.problems);
  }

  private Settings settings() {
    Door publicDoor = door("PUBLIC", "0.0.0.0", 8080);
    Door agenciesDoor = door("AGENCIES", "0.0.0.0", 8081);
    Door managementDoor = door("MANAGEMENT", "127.0.0.1", 8082);
    apart("AGENCIES_PORT", agenciesDoor, publicDoor);
    apart("MANAGEMENT_PORT", managementDoor, publicDoor);
    apart("MANAGEMENT_PORT", managementDoor, agenciesDoor);
    return new Settings(
        publicDoor,
        agenciesDoor,
        managementDoor,
        value("PUBLIC_URL", "http(s)://…", SettingsReader::address),
        tls(),
        or(value("DATA_DIR", "a folder", Path::of), Path.of("data")),
        value(
            "DATABASE_URL",
            "postgresql://user:password@host:port/database",
            DatabaseAddress::parse),
        or(value("CATALOGUE", "a name or a folder", name -> name), "cao-bang-2026"),
        value("ADMIN_TOKEN", TOKEN_SHAPE, SettingsReader::token),
        new Client(
            value("URL", "http(s)://…", SettingsReader::address),
            value("TOKEN", TOKEN_SHAPE, SettingsReader::token)),
        value("CLOCK_START", "2026-01-15T08:00:00+07:00", SettingsReader::instant),
        or(value("LANGUAGE", "vi, en", SettingsReader::language), Language.VI),
        or(bounded("MAX_BODY_BYTES", SMALLEST_BODY, LARGEST_BODY), 1024 * 1024),
        or(bounded("TOKEN_REQUESTS_PER_SECOND", 1, MOST_REQUESTS), USUAL_REQUESTS),
        value("QUIET_HOURS", "22:00-05:00", QuietHours::parse));
  }

  private @Nullable Integer bounded(String name, int from, int to) {
    return value(name, from + "–" + to, text -> number(text, from, to));
  }

  /// Two doors on one port would each get some of the other's visitors.
  private void apart(String name, Door door, Door other) {
    if (door.port() != 0 && door.port() == other.port()) {
      problem(
          PREFIX + name, "cổng này đã dành cho một cửa khác", "this port is taken by another door");
    }
  }

  private Door door(String name, String host, int port) {
    return new Door(
        or(value(name + "_HOST", "a host", text -> text), host),
        or(bounded(name + "_PORT", 0, 65535), port));
  }

  private @Nullable Tls tls() {
    Path certificate = value("TLS_CERTIFICATE", "a readable file", SettingsReader::readable);
    Path key = value("TLS_KEY", "a readable file", SettingsReader::readable);
    boolean one = given.value(PREFIX + "TLS_CERTIFICATE") != null;
    boolean other = given.value(PREFIX + "TLS_KEY") != null;
    if (one != other) {
      problem(
          PREFIX + (one ? "TLS_KEY" : "TLS_CERTIFICATE"),
          "phải có cả chứng thư và khóa",
          "certificate and key go together");
    }
    return certificate == null || key == null ? null : new Tls(certificate, key);
  }

  /// The value, or null when it is not set or, with a report, when it is malformed. The malformed
  /// value itself is not repeated: it may hold a secret.
  private <T> @Nullable T value(String name, String shape, Function<String, @Nullable T> reading) {
    asked.add(PREFIX + name);
    String text = given.value(PREFIX + name);
    if (text == null) {
      return null;
    }
    T value = text.isEmpty() ? null : reading.apply(text);
    if (value == null) {
      problem(
          given.origin(PREFIX + name),
          "giá trị không đúng dạng: " + shape,
          "the value must be: " + shape);
    }
    return value;
  }

  private static <T> T or(@Nullable T value, T usual) {
    return value == null ? usual : value;
  }

  private void refuseUnknown() {
    for (String name : given.names()) {
      if (!asked.contains(name)) {
        problem(name, "không có thiết lập này", "there is no such setting");
      }
    }
  }

  private void problem(String name, String vi, String en) {
    problems.add(new Text(name + ": " + vi, name + ": " + en));
  }

  private static @Nullable Integer number(String text, int from, int to) {
    if (!text.matches("\\d{1,9}")) {
      return null;
    }
    int number = Integer.parseInt(text);
    return number < from || number > to ? null : number;
  }

  private static @Nullable String address(String text) {
    return text.matches("https?://[^\\s/]+(/[^\\s]*)?") ? text.replaceAll("/+$", "") : null;
  }

  private static @Nullable Path readable(String text) {
    Path path = Path.of(text);
    return Files.isReadable(path) ? path : null;
  }

  /// Only what fits into a header: who sends anything else would be told so with the token in it.
  private static @Nullable Secret token(String text) {
    return text.matches("[\\x21-\\x7E]{8,}") ? new Secret(text) : null;
  }

  private static @Nullable Instant instant(String text) {
    try {
      return java.time.OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Language language(String text) {
    for (Language language : Language.values()) {
      if (language.tag().equals(text)) {
        return language;
      }
    }
    return null;
  }
}
