package vn.congkhai.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import vn.congkhai.settings.DatabaseAddress;

/// A database with our schema in it.
public final class Database {
  private static final int CONNECTIONS = 8;
  private static final int READERS = 2;
  private static final int LISTENERS = 1;
  private static final int WAITING = 256;
  private static final int CONNECT_LIMIT_MS = 3000;
  // a network that swallows everything is taken for a broken one after this
  private static final int SILENCE_LIMIT_MS = 10_000;

  private final DatabaseAddress address;
  private final Pool pool;
  private final Pool readers;
  private final Vertx vertx;

  private Database(Vertx vertx, DatabaseAddress address, Pool pool, Pool readers) {
    this.vertx = vertx;
    this.address = address;
    this.pool = pool;
    this.readers = readers;
  }

  /// Opens the pools; no connection is made before it is needed.
  public static Database open(Vertx vertx, DatabaseAddress address) {
    return new Database(
        vertx,
        address,
        pool(vertx, address, size("journal", CONNECTIONS)),
        pool(vertx, address, size("readers", READERS)));
  }

  private static PoolOptions size(String name, int connections) {
    return new PoolOptions()
        .setName(name)
        .setMaxSize(connections)
        .setMaxWaitQueueSize(WAITING)
        .setIdleTimeoutUnit(TimeUnit.SECONDS)
        .setConnectionTimeout(3)
        .setConnectionTimeoutUnit(TimeUnit.SECONDS);
  }

  private static Pool pool(Vertx vertx, DatabaseAddress address, PoolOptions size) {
    List<SqlConnectOptions> hosts =
        address.hosts().stream().map(host -> connection(address, host)).toList();
    NetClientOptions sockets =
        new NetClientOptions()
            .setConnectTimeout(CONNECT_LIMIT_MS)
            .setTcpKeepAlive(true)
            .setTcpUserTimeout(SILENCE_LIMIT_MS);
    return PgBuilder.pool().with(size).with(sockets).connectingTo(hosts).using(vertx).build();
  }

  /// Brings the schema up to date. Blocks.
  ///
  /// @throws FlywayException when the database is away or holds another schema than ours
  public void migrate() {
    Schema.migrate(address, null);
  }

  /// Whether a migration failed because nobody answers, rather than because of what is there.
  public static boolean away(FlywayException failure) {
    // connection failures, and a server that starts or stops
    return told(failure, "08", "57P") != null;
  }

  /// Why the server did not let us into the database, in its own words, which tell no password;
  /// null when a migration failed for another reason.
  public static @Nullable String refusal(FlywayException failure) {
    // a role or a password that is not good here, and no database of that name
    return told(failure, "28", "3D000");
  }

  /// What the database said with one of these SQLSTATEs, its first line; null when it said
  /// something else.
  private static @Nullable String told(FlywayException failure, String... states) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return Stream.of(states).anyMatch(sql.getSQLState()::startsWith)
            ? String.valueOf(sql.getMessage()).lines().findFirst().orElse("")
            : null;
      }
    }
    return null;
  }

  /// For what has to be written, and for what that needs to read.
  public Pool pool() {
    return pool;
  }

  /// For whoever only wants to look: however many they are, they never take a writer's connection.
  public Pool readers() {
    return readers;
  }

  /// A channel of this database. Whoever listens closes it.
  public Channel channel(String name) {
    return new Channel(vertx, () -> pool(vertx, address, size("listeners", LISTENERS)), name);
  }

  public Future<Void> close() {
    return readers.close().eventually(pool::close);
  }

  private static SqlConnectOptions connection(DatabaseAddress address, DatabaseAddress.Host host) {
    return new PgConnectOptions()
        .setHost(host.name())
        .setPort(host.port())
        .setDatabase(address.database())
        .setUser(address.user())
        .setPassword(address.password().reveal())
        .addProperty("application_name", "congkhai")
        .addProperty("search_path", Schema.NAME)
        .setCachePreparedStatements(true);
  }
}
