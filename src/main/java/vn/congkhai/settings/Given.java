package vn.congkhai.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Text;

/// What an operator wrote down, before anybody understands it: by name, from the environment, from
/// `congkhai.properties`, and from files that hold one secret each.
final class Given {
  static final String PREFIX = "CONGKHAI_";
  private static final String FILE = "congkhai.properties";

  /// Settings that may lie in a file of their own, which `NAME_FILE` names: so engines of
  /// containers and systemd hand secrets over.
  private static final List<String> SECRETS =
      List.of(PREFIX + "ADMIN_TOKEN", PREFIX + "DATABASE_URL");

  private final Map<String, String> values = new TreeMap<>();
  private final Map<String, String> origins = new TreeMap<>();
  private final List<Text> problems;

  private Given(List<Text> problems) {
    this.problems = problems;
  }

  /// @param problems where what cannot be read is told
  static Given of(Map<String, String> environment, Path folder, List<Text> problems) {
    Given given = new Given(problems);
    given.takeFile(folder.resolve(FILE));
    environment.forEach(given::take);
    SECRETS.forEach(given::takeSecret);
    return given;
  }

  /// Null when it was not set.
  @Nullable String value(String name) {
    return values.get(name);
  }

  /// What a problem with the value is told of: the name, or that of the setting that names its
  /// file.
  String origin(String name) {
    return origins.getOrDefault(name, name);
  }

  /// Those that were set, less those that name files of secrets.
  Set<String> names() {
    return values.keySet();
  }

  private void take(String name, String value) {
    if (name.startsWith(PREFIX)) {
      values.put(name, value.strip());
    }
  }

  private void takeFile(Path file) {
    if (!Files.exists(file)) {
      return;
    }
    Properties properties = new Properties();
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(text);
    } catch (IOException | IllegalArgumentException e) {
      problem(FILE, "không đọc được tệp", "the file cannot be read");
    }
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith(PREFIX)) {
        take(name, properties.getProperty(name));
      } else {
        problem(FILE, "không có thiết lập “" + name + "”", "no setting “" + name + "”");
      }
    }
  }

  /// The path is not repeated: somebody may have put the secret itself there.
  private void takeSecret(String name) {
    String origin = name + "_FILE";
    String file = values.remove(origin);
    if (file == null) {
      return;
    }
    if (values.containsKey(name)) {
      problem(
          origin,
          "đã đặt " + name + " rồi; chỉ giữ một trong hai",
          name + " is set as well; keep one of the two");
      return;
    }
    try {
      values.put(name, Files.readString(Path.of(file)).strip());
      origins.put(name, origin);
    } catch (IOException | InvalidPathException e) {
      problem(
          origin,
          "không đọc được tệp này; hãy xem đường dẫn và quyền đọc",
          "the file cannot be read; look at the path and at who may read it");
    }
  }

  private void problem(String name, String vi, String en) {
    problems.add(new Text(name + ": " + vi, name + ": " + en));
  }
}
