package vn.congkhai.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congkhai.catalogue.Group;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.pages.Views.Line;
import vn.congkhai.pages.Views.Section;
import vn.congkhai.pages.Views.Tally;
import vn.congkhai.pages.Views.Verdict;

/// Lines by group, and how many of them stand how.
final class Sections {
  private Sections() {}

  /// The indicators of each group that have a line, in the catalogue's order.
  static List<Section> of(Drawing drawing, Function<Indicator, @Nullable Line> line) {
    List<Section> sections = new ArrayList<>();
    for (Group group : drawing.catalogue().groups()) {
      List<Line> lines =
          drawing.catalogue().indicators().stream()
              .filter(indicator -> indicator.group().equals(group.code()))
              .flatMap(indicator -> Stream.ofNullable(line.apply(indicator)))
              .toList();
      if (!lines.isEmpty()) {
        sections.add(new Section(drawing.text(group.name()), lines));
      }
    }
    return sections;
  }

  /// How many there are of each, in the order in which they first come.
  static List<Tally> tallies(Stream<Verdict> verdicts) {
    Map<Verdict, Integer> counts = new LinkedHashMap<>();
    verdicts.forEach(verdict -> counts.merge(verdict, 1, Integer::sum));
    return counts.entrySet().stream()
        .map(each -> new Tally(each.getKey(), each.getValue()))
        .toList();
  }
}
