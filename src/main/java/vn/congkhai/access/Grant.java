package vn.congkhai.access;

import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.AgencyCode;

/// What a token is for.
///
/// @param agency whose it is; null for an administrator's, and only then
/// @param label the administrator's words for it; may be empty
public record Grant(Scope scope, @Nullable AgencyCode agency, String label) {
  public Grant {
    if ((agency == null) != (scope == Scope.ADMINISTRATOR)) {
      throw new IllegalArgumentException("an administrator, and nobody else, has no agency");
    }
  }

  /// Whoever holds the token of that number.
  Caller caller(long token) {
    String id = Long.toString(token);
    if (agency == null) {
      return new Caller.Administrator(id);
    }
    return scope == Scope.READ_ONLY
        ? new Caller.ReadOnly(id, agency)
        : new Caller.OfAgency(id, agency);
  }
}
