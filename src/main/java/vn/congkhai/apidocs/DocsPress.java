package vn.congkhai.apidocs;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import vn.congkhai.apidocs.Views.Frame;
import vn.congkhai.apidocs.Views.RuleRow;
import vn.congkhai.content.Rule;
import vn.congkhai.indicator.Language;
import vn.congkhai.typeset.Assets;
import vn.congkhai.typeset.Templates;
import vn.congkhai.typeset.Words;

/// Draws the pages about the doors.
final class DocsPress {
  static final String RULES = "/docs";
  static final String OPERATIONS = "/docs/api";

  private final Templates templates = new Templates("docs-rules", "docs-api");
  private final String assets = Assets.path();

  /// The list of rules, made of the rules themselves.
  Buffer rules(Language language) {
    Words words = Words.of(language);
    return templates.draw(
        "docs-rules",
        new Views.Rules(
            frame(RULES, "docs-rules", words),
            Arrays.stream(Rule.values()).map(rule -> row(rule, language)).toList()));
  }

  /// What can be asked of the doors. Takes some hundred milliseconds.
  Buffer operations(Language language) {
    Words words = Words.of(language);
    OperationsPage page = new OperationsPage(Contract.root(), words);
    return templates.draw("docs-api", page.view(frame(OPERATIONS, "docs-api", words)));
  }

  private static RuleRow row(Rule rule, Language language) {
    return new RuleRow(
        rule.code(),
        rule.weight().meaning().in(language),
        rule.message().vi(),
        rule.message().en(),
        rule.example());
  }

  private Frame frame(String path, String title, Words words) {
    boolean vietnamese = words.language() == Language.VI;
    return new Frame(
        words.language().tag(),
        words.get(title),
        words.all(),
        "?lang=" + words.language().tag(),
        path + "?lang=" + (vietnamese ? "en" : "vi"),
        vietnamese,
        assets);
  }
}
