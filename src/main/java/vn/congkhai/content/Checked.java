package vn.congkhai.content;

import java.util.List;
import vn.congkhai.http.Problem;

/// A value, or everything that is wrong with what should have become one.
public sealed interface Checked<T> {
  record Valid<T>(T value) implements Checked<T> {}

  record Invalid<T>(List<Problem> problems) implements Checked<T> {}
}
