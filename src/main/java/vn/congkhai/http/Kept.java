package vn.congkhai.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/// Documents that are made once, off the event loop, and sent until what they were made of has
/// changed. Those that were asked for last are kept, up to a number of bytes. Only so many are made
/// at a time, so that nobody who asks for all there is keeps the others waiting.
///
/// @param <K> names a document
/// @param <S> what a document holds for. It should not hold on to what the document was made of
public final class Kept<K, S> {
  /// Whoever asks for what nobody asked for before is the first to be turned away: what screens
  /// show was made before, and all of it is wanted anew at the same moment.
  static final int MOST_NEW = 64;

  static final int MOST_AT_ONCE = 256;

  private final long mostBytes;
  private final Map<K, Made<S>> documents = new LinkedHashMap<>(64, 0.75f, true);
  private final Map<K, Long> weights = new HashMap<>();
  private long bytes;
  private int underWay;

  private record Made<S>(S stamp, Future<Document> document) {}

  public Kept(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /// The document, made anew when the stamp is another than last time or making it failed. However
  /// many ask for it, it is made once. When too many others are being made it is the one of last
  /// time; fails with [Failure#busy] when there is none. Any thread.
  public synchronized Future<Document> get(Vertx vertx, K key, S stamp, Callable<Document> making) {
    Made<S> made = documents.get(key);
    if (made == null || made.document().failed()) {
      if (underWay >= MOST_NEW) {
        return Future.failedFuture(Failure.busy());
      }
    } else if (made.stamp().equals(stamp) || underWay >= MOST_AT_ONCE) {
      return made.document();
    }
    underWay++;
    Future<Document> document =
        vertx.executeBlocking(making).map(Objects::requireNonNull).onComplete(_ -> leaveRoom());
    Made<S> next = new Made<>(stamp, document);
    documents.put(key, next);
    forget(key);
    return document.onSuccess(done -> weigh(key, next, done.bytes()));
  }

  private synchronized void leaveRoom() {
    underWay--;
  }

  private void forget(K key) {
    Long weight = weights.remove(key);
    bytes -= weight == null ? 0 : weight;
  }

  private synchronized void weigh(K key, Made<S> made, long weight) {
    if (!made.equals(documents.get(key))) {
      return;
    }
    forget(key);
    weights.put(key, weight);
    bytes += weight;
    for (Iterator<K> oldest = documents.keySet().iterator(); bytes > mostBytes; ) {
      K one = oldest.next();
      if (one.equals(key)) {
        return;
      }
      if (weights.containsKey(one)) {
        forget(one);
        oldest.remove();
      }
    }
  }
}
