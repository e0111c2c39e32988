package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.WARD;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is published, recorded and alerted on is in `docs/metrics.md`. What Prometheus makes of the
/// rules is tested beside them, in `prometheus/tests`.
class MetricsDocTest {
  private static final Pattern RECORDED = Pattern.compile("[a-z_]+:congkhai_[a-z_]+:[a-z0-9]+");
  private static final Pattern METRIC = Pattern.compile("(?<![:a-z_])congkhai_[a-z_]+");
  private static final Pattern ALERT = Pattern.compile("(?<=- alert: )\\w+");
  private static final Pattern ALERT_ROW = Pattern.compile("(?<=\n\\| `)[A-Z]\\w+(?=` \\|)");
  private static final Pattern FAMILY = Pattern.compile("(?<=# TYPE )congkhai_[a-z_]+");

  private final String doc = read(Path.of("docs/metrics.md"));
  private final String figures = read(Path.of("prometheus/rules/figures.yml"));
  private final String alerts =
      Stream.of("board", "figures", "service", "watch")
          .map(of -> read(Path.of("prometheus/rules/alerts-%s.yml".formatted(of))))
          .collect(Collectors.joining());

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void every_recorded_rule_is_documented_and_every_documented_one_recorded() {
    Set<String> recorded = found(Pattern.compile("(?<=- record: )\\S+"), figures);

    assertThat(recorded).hasSizeGreaterThan(20).isEqualTo(found(RECORDED, doc));
    assertThat(recorded).containsAll(found(RECORDED, figures + alerts));
  }

  @Test
  void every_alert_is_documented_and_every_documented_one_exists() {
    assertThat(found(ALERT, alerts)).hasSize(15).isEqualTo(found(ALERT_ROW, doc));
  }

  @Test
  void each_alert_leads_to_what_to_do_about_it() {
    String guide = read(Path.of("docs/alerts.md"));
    Set<String> anchors = found(Pattern.compile("(?<=docs/alerts\\.md#)\\S+"), alerts);
    Set<String> sections =
        found(Pattern.compile("(?<=^## )\\w+$", Pattern.MULTILINE), guide.toLowerCase(Locale.ROOT));

    assertThat(anchors).hasSizeGreaterThan(5);
    assertThat(sections).containsAll(anchors);
    assertThat(found(Pattern.compile("(?<=^## )\\w+$", Pattern.MULTILINE), guide))
        .isEqualTo(found(ALERT, alerts));
  }

  @Test
  void rules_read_documented_metrics_only() {
    Set<String> read = found(METRIC, (figures + alerts).replaceAll("_(bucket|count)\\b", ""));

    assertThat(read).contains("congkhai_indicator_met", "congkhai_commit_duration_seconds");
    assertThat(found(METRIC, doc)).containsAll(read);
  }

  @Test
  void every_family_that_the_service_publishes_is_documented(@TempDir Path folder)
      throws Exception {
    try (Service service = Service.start(folder)) {
      var answer = service.post(WARD, "online-dossier-rate", "2026-10", 1, 3);
      service.shows(new JsonObject(answer.body()).getLong("submission"));

      Set<String> published = found(FAMILY, service.manage("/metrics").body());

      assertThat(published).contains("congkhai_indicator_missing_cases");
      assertThat(found(METRIC, doc)).containsAll(published);
    }
  }
}
