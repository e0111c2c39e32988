package vn.congkhai.content;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Identity;
import vn.congkhai.indicator.IndicatorCode;

/// Holds the figures of one submission and period against each other.
final class IdentityCheck {
  private final List<Identity> identities;
  private final List<Problem> problems;

  /// @param problems takes what is wrong
  IdentityCheck(List<Identity> identities, List<Problem> problems) {
    this.identities = identities;
    this.problems = problems;
  }

  /// @param figures of one period
  /// @param pointers where each of them stands
  void check(
      Map<IndicatorCode, Figure> figures, Function<IndicatorCode, @Nullable String> pointers) {
    for (Identity identity : identities) {
      Identity.Broken broken =
          identity.breach() == Identity.Breach.REFUSE ? identity.broken(figures) : null;
      if (broken != null) {
        problems.add(
            told(
                Rule.IDENTITY,
                String.valueOf(pointers.apply(first(identity).indicator())),
                broken));
      }
    }
  }

  /// @param observation where the first term's observation stands
  static Problem told(Rule rule, String observation, Identity.Broken broken) {
    String pointer =
        observation + "/" + first(broken.identity()).part().name().toLowerCase(Locale.ROOT);
    String difference = broken.difference().toPlainString();
    return rule.at(
        pointer,
        new Object[] {broken.identity().text().vi(), broken.sums(), difference},
        new Object[] {broken.identity().text().en(), broken.sums(), difference});
  }

  private static Identity.Term first(Identity identity) {
    return identity.left().getFirst();
  }
}
