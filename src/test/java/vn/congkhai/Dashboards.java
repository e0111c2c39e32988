package vn.congkhai;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The dashboards of the repository, as Grafana reads them.
final class Dashboards {
  static final String AGENCY = "cb-xa-01273";

  /// What is chosen above each dashboard.
  static final Map<String, String> CHOSEN =
      Map.of(
          "province", "cao-bang",
          "level", "department|commune|district",
          "agency", AGENCY,
          "indicator", "online-dossier-rate",
          "plan", ".*",
          "board", "");

  static final Path FOLDER = Path.of("grafana", "dashboards");

  private Dashboards() {}

  /// A dashboard.
  record Dashboard(String file, JsonObject json) {
    String uid() {
      return json.getString("uid");
    }

    String title() {
      return json.getString("title");
    }

    List<Panel> panels() {
      return objects(json.getJsonArray("panels"))
          .filter(panel -> !panel.getString("type").equals("row"))
          .map(panel -> new Panel(uid(), panel))
          .toList();
    }

    /// The one of that title.
    Panel panel(String title) {
      return panels().stream()
          .filter(panel -> panel.title().equals(title))
          .findAny()
          .orElseThrow(() -> new AssertionError(title() + " has no panel " + title));
    }

    List<Variable> variables() {
      return objects(json.getJsonObject("templating").getJsonArray("list"))
          .map(variable -> new Variable(uid(), variable))
          .toList();
    }
  }

  /// A panel that shows something, thus no heading.
  record Panel(String dashboard, JsonObject json) {
    String title() {
      return json.getString("title");
    }

    List<Query> queries() {
      return objects(json.getJsonArray("targets"))
          .map(target -> new Query(dashboard + " / " + title(), target))
          .toList();
    }

    Query query(String refId) {
      return queries().stream()
          .filter(query -> query.json().getString("refId").equals(refId))
          .findAny()
          .orElseThrow(() -> new AssertionError(title() + " asks nothing by " + refId));
    }
  }

  /// A question that a panel asks.
  record Query(String of, JsonObject json) {
    String source() {
      return json.getJsonObject("datasource").getString("uid");
    }

    boolean isPromQl() {
      return source().equals("congkhai-prometheus");
    }

    /// In PromQL or SQL, with its variables.
    String text() {
      return json.getString(isPromQl() ? "expr" : "rawSql");
    }
  }

  /// A choice above a dashboard.
  record Variable(String dashboard, JsonObject json) {
    String name() {
      return json.getString("name");
    }

    /// Whether its values are listed rather than asked for.
    boolean isListed() {
      return json.getString("type").equals("custom");
    }

    /// `label_values(SERIES, LABEL)` or `query_result(PROMQL)`.
    String text() {
      return json.getJsonObject("query").getString("query");
    }

    /// Those of a list `TEXT : VALUE,…`, whose texts have their commas as `\,`, as Grafana reads
    /// it.
    List<String> listed() {
      return Pattern.compile("(?:\\\\,|[^,])+")
          .matcher(json.getString("query"))
          .results()
          .map(each -> Pattern.compile("\\s*(.+)\\s:\\s(.+)").matcher(each.group()))
          .filter(Matcher::matches)
          .map(each -> each.group(2).strip() + " " + each.group(1).replace("\\,", ","))
          .toList();
    }
  }

  static List<Dashboard> all() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(Dashboards::read)
          .toList();
    }
  }

  static Dashboard titled(String title) throws IOException {
    return all().stream()
        .filter(dashboard -> dashboard.title().equals(title))
        .findAny()
        .orElseThrow(() -> new AssertionError("no dashboard " + title));
  }

  private static Dashboard read(Path file) {
    try {
      return new Dashboard(file.getFileName().toString(), new JsonObject(Files.readString(file)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static List<Query> queries() throws IOException {
    return all().stream()
        .flatMap(dashboard -> dashboard.panels().stream())
        .flatMap(panel -> panel.queries().stream())
        .toList();
  }

  /// Puts values in the place of `$name`, `${name}` and `${name:sqlstring}`, as Grafana does:
  /// several at once are `one|other` here, and in SQL a list.
  static String chosen(String text, Map<String, String> values) {
    String chosen = text.replace("$__rate_interval", "30s");
    for (var value : values.entrySet()) {
      chosen =
          chosen
              .replace("${" + value.getKey() + ":sqlstring}", quoted(value.getValue()))
              .replace("${" + value.getKey() + "}", value.getValue())
              .replaceAll("\\$" + value.getKey() + "\\b", value.getValue());
    }
    return chosen.replaceAll(
        "\\$__timeFilter\\(([^()]+)\\)", "$1 BETWEEN now() - interval '1 year' AND now()");
  }

  private static String quoted(String value) {
    return "'" + value.replace("'", "''").replace("|", "','") + "'";
  }

  private static Stream<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast);
  }
}
