package vn.congkhai.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.function.LongSupplier;

/// Who has tried tokens that are none, by address. Only such attempts are slowed down: a whole
/// office shares one address. Not thread-safe.
public final class FailedAttempts {
  private static final int A_MINUTE = 30;
  private static final int MOST_ADDRESSES = 10_000;

  private final Pace pace;
  private final LinkedHashMap<String, Allowance> byAddress = new LinkedHashMap<>(64, 0.75f, true);

  public FailedAttempts(LongSupplier nanoTime) {
    this.pace = new Pace(A_MINUTE / 60.0, A_MINUTE, nanoTime);
  }

  /// Counts one more. Zero while there are few, else how long the address had better wait. Of
  /// addresses, the 10,000 that failed last are remembered.
  public Duration count(String address) {
    Duration wait = byAddress.computeIfAbsent(address, _ -> new Allowance(pace)).take();
    if (byAddress.size() > MOST_ADDRESSES) {
      var _ = byAddress.pollFirstEntry();
    }
    return wait;
  }
}
