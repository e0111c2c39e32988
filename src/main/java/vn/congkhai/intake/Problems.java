package vn.congkhai.intake;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import vn.congkhai.http.Problem;

/// Everything that is wrong with a content, up to a thousand; what comes after is no longer kept,
/// or a body full of mistakes would fill the memory.
final class Problems extends AbstractList<Problem> {
  static final int MOST = 1000;

  private final List<Problem> kept = new ArrayList<>();

  @Override
  public boolean add(Problem problem) {
    return kept.size() < MOST && kept.add(problem);
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
