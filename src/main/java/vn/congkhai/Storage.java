package vn.congkhai;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.congkhai.postgres.Database;
import vn.congkhai.postgres.EmbeddedServer;
import vn.congkhai.settings.DatabaseAddress;

/// The database of this process and, when it is our own server, the care that it stays up.
final class Storage implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Storage.class);
  private static final Duration RETRY = Duration.ofSeconds(2);
  private static final Duration WATCH = Duration.ofSeconds(2);

  private final Database database;
  private final @Nullable EmbeddedServer embedded;
  private final Vertx vertx;
  private volatile boolean closing;

  private Storage(Database database, @Nullable EmbeddedServer embedded, Vertx vertx) {
    this.database = database;
    this.embedded = embedded;
    this.vertx = vertx;
  }

  /// Opens the external database, or the embedded one when the address is null, with our schema in
  /// it. Blocks; waits for an external database that is away as long as it takes.
  ///
  /// @throws Start.Refused when the external database does not let us in
  static Storage open(Vertx vertx, @Nullable DatabaseAddress external, Path dataDir)
      throws IOException, InterruptedException, Start.Refused {
    if (external != null) {
      Database database = Database.open(vertx, external);
      migrateWhenThere(database);
      return new Storage(database, null, vertx);
    }
    EmbeddedServer embedded = new EmbeddedServer(dataDir);
    try {
      Database database = Database.open(vertx, embedded.start());
      database.migrate();
      Storage storage = new Storage(database, embedded, vertx);
      vertx.setTimer(WATCH.toMillis(), _ -> storage.watch());
      return storage;
    } catch (IOException | RuntimeException e) {
      embedded.stop();
      throw e;
    }
  }

  private static void migrateWhenThere(Database database)
      throws InterruptedException, Start.Refused {
    while (true) {
      try {
        database.migrate();
        return;
      } catch (FlywayException e) {
        String refusal = Database.refusal(e);
        if (refusal != null) {
          throw new Start.Refused(
              List.of(
                  "CONGKHAI_DATABASE_URL: cơ sở dữ liệu không cho vào / the database does not let us"
                      + " in: "
                      + refusal));
        }
        if (!Database.away(e)) {
          throw e;
        }
        LOG.warn("database.away retry-in={}", RETRY);
        Thread.sleep(RETRY);
      }
    }
  }

  Database database() {
    return database;
  }

  /// Starts the embedded server again when it died.
  private void watch() {
    if (closing || embedded == null) {
      return;
    }
    EmbeddedServer server = embedded;
    var _ =
        vertx
            .executeBlocking(() -> revive(server))
            .onFailure(failure -> LOG.error("database.restart-failed", failure))
            .onComplete(_ -> vertx.setTimer(WATCH.toMillis(), _ -> watch()));
  }

  private boolean revive(EmbeddedServer server) throws IOException {
    if (closing || server.running()) {
      return false;
    }
    LOG.error("database.died restarting");
    server.restart();
    return true;
  }

  @Override
  public void close() throws IOException {
    closing = true;
    database.close().await();
    if (embedded != null) {
      embedded.stop();
    }
  }
}
