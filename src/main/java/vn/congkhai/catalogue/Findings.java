package vn.congkhai.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.congkhai.indicator.Text;

/// Collects what is wrong while a catalogue is read, so that its editor sees all of it at once.
final class Findings {
  private final List<CatalogueProblem> problems = new ArrayList<>();

  void add(String file, int line, String vi, String en) {
    problems.add(new CatalogueProblem(file, line, new Text(vi, en)));
  }

  boolean none() {
    return problems.isEmpty();
  }

  /// By file, then by line.
  List<CatalogueProblem> all() {
    return problems.stream()
        .sorted(
            Comparator.comparing(CatalogueProblem::file).thenComparingInt(CatalogueProblem::line))
        .toList();
  }
}
