package vn.congkhai.journal;

import io.vertx.core.Context;
import io.vertx.core.Promise;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Draft;

/// A draft on its way to the disk.
///
/// @param bytes what it weighs while it waits
/// @param caller where the answer is waited for
record Pending(
    Draft draft,
    @Nullable Idempotency idempotency,
    int bytes,
    Context caller,
    Promise<Appended> promise) {

  /// One agency's idempotency key.
  record Key(AgencyCode agency, String key) {}

  /// Null when it came without one.
  @Nullable Key key() {
    return idempotency == null ? null : new Key(draft.agency(), idempotency.key());
  }
}
