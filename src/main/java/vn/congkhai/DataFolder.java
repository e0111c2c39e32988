package vn.congkhai;

import static java.util.Objects.requireNonNullElse;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import vn.congkhai.settings.Secret;

/// The folder that one service owns: its lock, the administrator's token, the ports it listens on.
/// A killed service lets go of the lock; the operating system sees to that.
final class DataFolder implements AutoCloseable {
  private static final String PORTS = "ports.json";
  private static final String TOKEN = "admin-token";

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;

  private DataFolder(Path folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /// The ports of a running service.
  record Ports(int publicPort, int agenciesPort, int managementPort) {}

  /// Makes the folder when it is missing, for nobody but its owner, and locks it. One that is there
  /// keeps its mode.
  ///
  /// @throws InUse when another service owns it
  static DataFolder open(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath().normalize();
    make(absolute);
    FileChannel channel =
        FileChannel.open(
            absolute.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = tryLock(channel);
    if (lock == null) {
      channel.close();
      throw new InUse(absolute);
    }
    return new DataFolder(absolute, channel, lock);
  }

  private static void make(Path absolute) throws IOException {
    if (!Files.isDirectory(absolute)) {
      Files.createDirectories(requireNonNullElse(absolute.getParent(), absolute));
      // another service may make it at the same moment, which is no failure here
      Files.createDirectories(
          absolute,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  /// Another service owns the folder.
  static final class InUse extends IOException {
    InUse(Path folder) {
      super("thư mục dữ liệu đang được dùng / the data folder is in use: " + folder);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  Path path() {
    return folder;
  }

  /// The administrator's token of the settings, else the one in the folder, made at the first
  /// start.
  Secret adminToken(@Nullable Secret set) throws IOException {
    if (set != null) {
      return set;
    }
    Path file = folder.resolve(TOKEN);
    if (!Files.exists(file)) {
      byte[] random = new byte[32];
      new SecureRandom().nextBytes(random);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(
          file, "cka_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
    }
    return readToken(folder);
  }

  /// Says where the service listens. Readers see the old file or the new one, never half of it.
  void write(Ports ports) throws IOException {
    String json =
        new JsonObject()
            .put("public", ports.publicPort())
            .put("agencies", ports.agenciesPort())
            .put("management", ports.managementPort())
            .encode();
    Path half = folder.resolve(PORTS + ".new");
    Files.writeString(half, json + "\n");
    Files.move(
        half,
        folder.resolve(PORTS),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }

  /// The ports of the service that owns the folder.
  ///
  /// @throws IOException when no service has run on it
  static Ports readPorts(Path folder) throws IOException {
    JsonObject json = new JsonObject(Files.readString(folder.resolve(PORTS)));
    return new Ports(
        json.getInteger("public"), json.getInteger("agencies"), json.getInteger("management"));
  }

  /// The administrator's token that was made in the folder.
  static Secret readToken(Path folder) throws IOException {
    return new Secret(Files.readString(folder.resolve(TOKEN)).strip());
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(folder.resolve(PORTS));
    lock.release();
    channel.close();
  }
}
