package vn.congkhai.form;

import java.util.Optional;
import vn.congkhai.access.Caller;
import vn.congkhai.indicator.AgencyCode;

/// Somebody who signed in.
record Visitor(Caller caller) {
  /// The visitor's agency; empty for an administrator, who names one.
  Optional<AgencyCode> agency() {
    return switch (caller) {
      case Caller.Administrator _ -> Optional.empty();
      case Caller.OfAgency(_, AgencyCode own) -> Optional.of(own);
      case Caller.ReadOnly(_, AgencyCode own) -> Optional.of(own);
    };
  }

  boolean maySend() {
    return !(caller instanceof Caller.ReadOnly);
  }
}
