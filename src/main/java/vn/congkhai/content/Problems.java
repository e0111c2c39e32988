package vn.congkhai.content;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.congkhai.http.Problem;

/// Everything that is wrong with a content, up to a thousand; what comes after is no longer kept,
/// or a body full of mistakes would fill the memory.
public final class Problems extends AbstractList<Problem> {
  public static final int MOST = 1000;

  private static final Pattern LINE = Pattern.compile("/(\\d{1,9})(?=/|$)");

  private final List<Problem> kept = new ArrayList<>();

  @Override
  public boolean add(Problem problem) {
    return kept.size() < MOST && kept.add(problem);
  }

  /// Those of a table from its first line to its last; of a line, and of JSON, as they were found.
  static List<Problem> byLine(List<Problem> problems) {
    return problems.stream().sorted(Comparator.comparingInt(Problems::line)).toList();
  }

  private static int line(Problem problem) {
    Matcher line = LINE.matcher(problem.pointer());
    return line.lookingAt() ? Integer.parseInt(line.group(1)) : 0;
  }

  @Override
  public Problem get(int index) {
    return kept.get(index);
  }

  @Override
  public int size() {
    return kept.size();
  }
}
