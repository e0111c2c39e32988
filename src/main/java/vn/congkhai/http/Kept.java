package vn.congkhai.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/// Documents that are made once, off the event loop, and sent until what they were made of has
/// changed.
///
/// @param <K> names a document; there must be a bounded number of them
/// @param <S> what a document holds for. It should not hold on to what the document was made of:
///   documents that nobody asks for any more stay
public final class Kept<K, S> {
  private final Map<K, Made<S>> documents = new ConcurrentHashMap<>();

  private record Made<S>(S stamp, Future<Document> document) {}

  /// The document, made anew when the stamp is another than last time or making it failed.
  public Future<Document> get(Vertx vertx, K key, S stamp, Callable<Document> making) {
    Made<S> made = documents.get(key);
    if (made == null || !made.stamp().equals(stamp) || made.document().failed()) {
      made = new Made<>(stamp, vertx.executeBlocking(making).map(Objects::requireNonNull));
      documents.put(key, made);
    }
    return made.document();
  }
}
