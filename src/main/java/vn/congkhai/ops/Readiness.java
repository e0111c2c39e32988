package vn.congkhai.ops;

import java.util.List;

/// Tells whether submissions can be stored.
@FunctionalInterface
public interface Readiness {
  /// Why they cannot, as codes such as `database-away`; empty when they can. Any thread.
  List<String> reasons();
}
