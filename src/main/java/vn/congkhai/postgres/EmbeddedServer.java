package vn.congkhai.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.congkhai.settings.DatabaseAddress;
import vn.congkhai.settings.Secret;

/// A PostgreSQL server of our own under the data folder, on loopback and behind a password.
///
/// The library that starts it is made for tests and turns durability off; every setting that
/// matters is therefore named here. Methods block; call them off the event loop. Not thread-safe.
public final class EmbeddedServer {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
  private static final String SUPERUSER = "postgres";
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  /// Nothing that was acknowledged may be lost, so the first four; the rest keeps it small.
  private static final Map<String, String> CONFIGURATION =
      Map.ofEntries(
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("wal_level", "replica"),
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("max_connections", "40"),
          Map.entry("shared_buffers", "64MB"),
          Map.entry("max_wal_size", "1GB"),
          Map.entry("checkpoint_timeout", "15min"),
          Map.entry("io_method", "sync"),
          Map.entry("jit", "off"),
          Map.entry("log_checkpoints", "off"),
          Map.entry("logging_collector", "on"),
          Map.entry("log_filename", "postgresql-%a.log"),
          Map.entry("log_truncate_on_rotation", "on"));

  /// Only the superuser, only from this machine, only with the password.
  private static final String ACCESS =
      """
      # Written by Công Khai at every start.
      host all postgres 127.0.0.1/32 scram-sha-256
      """;

  private final Path cluster;
  private final Path binaries;
  private final Path passwordFile;
  private @Nullable EmbeddedPostgres server;
  private int port;

  /// @param dataDir holds the cluster, the unpacked server and its password
  public EmbeddedServer(Path dataDir) {
    cluster = dataDir.resolve("postgres");
    binaries = dataDir.resolve("postgres-binaries");
    passwordFile = dataDir.resolve("database-password");
  }

  /// Starts the server, after ending one that a killed parent left behind on the same cluster.
  ///
  /// @throws IOException when it does not come up
  public DatabaseAddress start() throws IOException {
    Secret password = password();
    if (port == 0) {
      port = freePort();
    }
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(cluster)
            .setOverrideWorkingDirectory(unpacked().toFile())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPort(port)
            .setPGStartupWait(START_LIMIT)
            .setConnectConfig("password", password.reveal())
            .setDataDirectoryCustomizer(_ -> endOrphan());
    CONFIGURATION.forEach(builder::setServerConfig);
    server = builder.start();
    if (!secured()) {
      secure(server, password);
    }
    LOG.info("database.started kind=embedded port={} folder={}", port, cluster);
    return address(port, password);
  }

  /// Whether a server has ever been started under the data folder.
  public boolean exists() {
    return Files.exists(cluster.resolve("PG_VERSION"));
  }

  /// The server that another process runs on the same data folder.
  ///
  /// @throws IOException when none runs there
  public DatabaseAddress found() throws IOException {
    if (!running()) {
      throw new IOException("no server runs on " + cluster);
    }
    // the fourth line of its own note is the port
    List<String> note = Files.readAllLines(cluster.resolve("postmaster.pid"));
    return address(Integer.parseInt(note.get(3).strip()), password());
  }

  private static DatabaseAddress address(int port, Secret password) {
    return new DatabaseAddress(
        List.of(new DatabaseAddress.Host("127.0.0.1", port)), SUPERUSER, password, SUPERUSER);
  }

  /// Whether the server's own process is there.
  public boolean running() {
    return postmaster() != null;
  }

  /// Starts the server again, on the same port, after it died.
  ///
  /// @throws IOException when it does not come up
  public void restart() throws IOException {
    stop();
    var _ = start();
  }

  /// Stops the server after its open transactions were rolled back. Harmless when it is not
  /// running.
  public void stop() throws IOException {
    if (server != null) {
      server.close();
      server = null;
    }
  }

  /// Where the server is unpacked to. The library lets everybody write there, so that anybody here
  /// could put another program in its place; the folder around it lets in nobody else.
  private Path unpacked() throws IOException {
    Files.createDirectories(binaries);
    Files.setPosixFilePermissions(binaries, PosixFilePermissions.fromString("rwx------"));
    return binaries.resolve("unpacked");
  }

  private void endOrphan() {
    ProcessHandle orphan = postmaster();
    if (orphan == null) {
      return;
    }
    LOG.warn("database.orphan-found pid={} folder={}", orphan.pid(), cluster);
    // SIGINT is PostgreSQL's fast shutdown. The JDK can send only SIGTERM, which waits for every
    // client, and somebody's dashboard may be one.
    try {
      Process kill =
          new ProcessBuilder("sh", "-c", "kill -INT " + orphan.pid())
              .redirectErrorStream(true)
              .start();
      var _ = kill.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
      var _ = orphan.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (IOException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException("the server left behind cannot be ended", e);
    } catch (java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException("the server left behind does not end", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    LOG.info("database.orphan-ended pid={}", orphan.pid());
  }

  /// The server process that the cluster's pid file names, or null when it is not running.
  private @Nullable ProcessHandle postmaster() {
    try (var lines = Files.lines(cluster.resolve("postmaster.pid"))) {
      long pid = Long.parseLong(lines.findFirst().orElse("0").strip());
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(handle -> handle.info().command().map(c -> c.contains("postgres")).orElse(true))
          .orElse(null);
    } catch (IOException | UncheckedIOException | NumberFormatException e) {
      return null;
    }
  }

  private boolean secured() throws IOException {
    return Files.readString(cluster.resolve("pg_hba.conf")).equals(ACCESS);
  }

  /// A new cluster trusts everybody on this machine; it holds nothing yet. From here on it asks.
  private void secure(EmbeddedPostgres server, Secret password) throws IOException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      // the password is of our own making: letters, digits, "-" and "_"
      statement.execute("ALTER ROLE postgres PASSWORD '" + password.reveal() + "'");
      Files.writeString(cluster.resolve("pg_hba.conf"), ACCESS);
      statement.execute("SELECT pg_reload_conf()");
    } catch (SQLException e) {
      throw new IOException("the new database cannot be given a password", e);
    }
  }

  private Secret password() throws IOException {
    if (!Files.exists(passwordFile)) {
      Files.createDirectories(passwordFile.getParent());
      byte[] random = new byte[32];
      new SecureRandom().nextBytes(random);
      Files.createFile(
          passwordFile,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(
          passwordFile, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }
    return new Secret(Files.readString(passwordFile).strip());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
