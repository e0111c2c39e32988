package vn.congkhai;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.postgres.EmbeddedServer;
import vn.congkhai.settings.DatabaseAddress;
import vn.congkhai.settings.Settings;

/// The database that a command works on itself, while the service runs or not: that of the
/// settings, or the embedded one, which is started for as long when no service runs it.
final class CommandDatabase implements AutoCloseable {
  private final DatabaseAddress address;
  private final @Nullable EmbeddedServer started;
  private final @Nullable DataFolder folder;

  private CommandDatabase(
      DatabaseAddress address, @Nullable EmbeddedServer started, @Nullable DataFolder folder) {
    this.address = address;
    this.started = started;
    this.folder = folder;
  }

  /// Opens the database of the settings.
  ///
  /// @param create whether an embedded one that is not there yet is made
  /// @throws Start.Refused when it is not there
  static CommandDatabase open(Settings settings, boolean create) throws IOException, Start.Refused {
    if (settings.database() != null) {
      return new CommandDatabase(settings.database(), null, null);
    }
    Path dataDir = settings.dataDir();
    EmbeddedServer server = new EmbeddedServer(dataDir);
    if (!create && !server.exists()) {
      throw new Start.Refused(
          List.of(
              "không có cơ sở dữ liệu trong "
                  + dataDir
                  + " (đặt CONGKHAI_DATA_DIR hoặc CONGKHAI_DATABASE_URL) / no database is there (set"
                  + " CONGKHAI_DATA_DIR or CONGKHAI_DATABASE_URL)"));
    }
    DataFolder folder;
    try {
      folder = DataFolder.open(dataDir);
    } catch (DataFolder.InUse e) {
      return new CommandDatabase(server.found(), null, null);
    }
    try {
      return new CommandDatabase(server.start(), server, folder);
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  DatabaseAddress address() {
    return address;
  }

  @Override
  public void close() throws IOException {
    if (started != null) {
      started.stop();
    }
    if (folder != null) {
      folder.close();
    }
  }
}
