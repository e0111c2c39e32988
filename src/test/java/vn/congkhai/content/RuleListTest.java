package vn.congkhai.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.congkhai.content.RuleList.Row;

class RuleListTest {
  private static final Path FILE = Path.of("docs", "rules.md");
  private static final String RENEW = "mvn test -Dtest=RuleListTest -Drules.write=true";
  private static final String HEAD =
      """
      # Rules of what is posted

      Each answer that refuses names every problem it found as `{"pointer", "code", "message"}`, in
      CSV and workbooks with `"place"` (“dòng 3, cột numerator”, “ô D3”) besides. One problem refuses
      the whole submission. `…` stands for what the message names. Vietnamese, or English with
      `Accept-Language: en`.

      This file is written from the rules themselves: `%s`.
      """
          .formatted(RENEW);

  @Test
  void the_document_lists_the_rules_as_they_are() throws IOException {
    String now =
        Arrays.stream(Rule.Weight.values())
            .map(RuleListTest::section)
            .collect(Collectors.joining("", HEAD, ""));
    if (Boolean.getBoolean("rules.write")) {
      Files.writeString(FILE, now);
    }

    assertThat(Files.readString(FILE))
        .as("docs/rules.md is old; renew it with: " + RENEW)
        .isEqualTo(now);
  }

  private static String section(Rule.Weight outcome) {
    String title = outcome.meaning().en();
    return "\n## %s%s\n\n| code | Tiếng Việt | English | for example |\n|---|---|---|---|\n"
            .formatted(title.substring(0, 1).toUpperCase(Locale.ROOT), title.substring(1))
        + RuleList.rows().stream()
            .filter(row -> row.outcome() == outcome)
            .map(RuleListTest::line)
            .collect(Collectors.joining());
  }

  private static String line(Row row) {
    return List.of(
            "`" + row.code() + "`",
            row.message().vi(),
            row.message().en(),
            "`" + row.example() + "`")
        .stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  @Test
  void every_rule_says_something_in_both_languages_and_has_an_example() {
    assertThat(RuleList.rows())
        .hasSameSizeAs(Rule.values())
        .allSatisfy(row -> {
          assertThat(row.message().vi()).isNotBlank().isNotEqualTo(row.message().en());
          assertThat(row.message().en()).isNotBlank().endsWith(".");
          assertThat(row.message().vi()).doesNotContain("%s", "%d").endsWith(".");
          assertThat(row.example()).isNotBlank();
        });
    assertThat(RuleList.rows()).extracting(Row::code).doesNotHaveDuplicates();
  }
}
