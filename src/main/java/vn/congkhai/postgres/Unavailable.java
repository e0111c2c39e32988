package vn.congkhai.postgres;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.util.List;

/// The database is away. What was being stored may or may not be on disk; it was not acknowledged.
public final class Unavailable extends RuntimeException {
  /// Connection failures, too few resources, a server that starts or stops, one that only reads.
  private static final List<String> STATES = List.of("08", "53", "57P", "25006");

  public Unavailable(String message) {
    super(message, null, false, false);
  }

  /// Calls a query's failure by this name when the database did not answer; for `recover`.
  public static <T> Future<T> named(Throwable failure) {
    return Future.failedFuture(
        away(failure) ? new Unavailable(String.valueOf(failure.getMessage())) : failure);
  }

  /// What the server refused it did answer; whatever else fails never reached it.
  private static boolean away(Throwable failure) {
    return !(failure instanceof PgException refused)
        || STATES.stream().anyMatch(state -> refused.getSqlState().startsWith(state));
  }
}
