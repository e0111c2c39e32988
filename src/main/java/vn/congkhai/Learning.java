package vn.congkhai;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.congkhai.postgres.Channel;

/// Keeps in memory what replicas change in the database: it is read at once when the database says
/// so, and now and then in case it could not. While the database is away what was known goes on.
/// One event loop owns it.
final class Learning {
  private static final Logger LOG = LoggerFactory.getLogger(Learning.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final String subject;
  private final Channel news;
  private final Supplier<Future<Void>> load;
  private boolean underWay;
  private boolean more;

  /// @param subject for the log
  /// @param news what the database says when something changed
  Learning(String subject, Channel news, Supplier<Future<Void>> load) {
    this.subject = subject;
    this.news = news;
    this.load = load;
  }

  /// Reads everything for the first time.
  Future<Void> first() {
    return load.get();
  }

  /// Goes on learning.
  void begin(Vertx vertx) {
    news.listen(this::learn);
    vertx.setPeriodic(PAUSE.toMillis(), _ -> learn());
  }

  private void learn() {
    if (underWay) {
      more = true;
      return;
    }
    underWay = true;
    more = false;
    var _ =
        load.get()
            .onFailure(failure -> LOG.debug("{}.not-read", subject, failure))
            .onComplete(_ -> {
              underWay = false;
              if (more) {
                learn();
              }
            });
  }

  Future<Void> close() {
    return news.close();
  }
}
