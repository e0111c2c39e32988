package vn.congkhai.postgres;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// A backup's file: a ZIP with an entry a table, as PostgreSQL's `COPY` writes it as text, and at
/// the end `backup.json`, which says what the others are and how to recognise them.
final class BackupFile {
  private static final String FORMAT = "congkhai-backup/1";
  private static final String MANIFEST = "backup.json";

  private BackupFile() {}

  /// A table as it stands in the file.
  ///
  /// @param sha256 of its entry, 64 hexadecimal digits
  record Table(String name, List<String> columns, long rows, String sha256) {
    Table {
      columns = List.copyOf(columns);
    }
  }

  /// What a file holds.
  ///
  /// @param schema the version of the tables
  /// @param seal what the state was recognised by when it was stored
  record Contents(String schema, String seal, List<Table> tables) {
    Contents {
      tables = List.copyOf(tables);
    }
  }

  /// Writes the rows of a table, and says how many they are.
  @FunctionalInterface
  interface Rows {
    long copyTo(OutputStream entry) throws SQLException, IOException;
  }

  /// A file in the making; complete once [#finish] was called.
  static final class Writer implements AutoCloseable {
    private final ZipOutputStream zip;
    private final List<Table> tables = new ArrayList<>();

    /// @param file is made, for its owner alone
    Writer(Path file) throws IOException {
      var owner = PosixFilePermissions.fromString("rw-------");
      Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
      zip =
          new ZipOutputStream(
              Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.SYNC));
    }

    void add(String name, List<String> columns, Rows rows) throws SQLException, IOException {
      MessageDigest sha = sha256();
      zip.putNextEntry(new ZipEntry(name));
      long copied = rows.copyTo(new DigestOutputStream(new Unclosed(zip), sha));
      zip.closeEntry();
      tables.add(new Table(name, columns, copied, HexFormat.of().formatHex(sha.digest())));
    }

    void finish(String schema, String seal) throws IOException {
      JsonArray told = new JsonArray();
      for (Table table : tables) {
        told.add(
            new JsonObject()
                .put("name", table.name())
                .put("columns", new JsonArray(table.columns()))
                .put("rows", table.rows())
                .put("sha256", table.sha256()));
      }
      JsonObject manifest =
          new JsonObject()
              .put("format", FORMAT)
              .put("schema", schema)
              .put("seal", seal)
              .put("tables", told);
      zip.putNextEntry(new ZipEntry(MANIFEST));
      zip.write(manifest.encodePrettily().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
      zip.close();
    }
  }

  /// What a file holds, after every byte of it was read and compared.
  ///
  /// @throws Backup.Refused when it is no backup or a damaged one
  static Contents check(Path file) throws IOException, Backup.Refused {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Contents contents = contents(zip);
      for (Table table : contents.tables()) {
        MessageDigest sha = sha256();
        try (InputStream entry = new DigestInputStream(open(zip, table), sha)) {
          entry.transferTo(OutputStream.nullOutputStream());
        }
        if (!HexFormat.of().formatHex(sha.digest()).equals(table.sha256())) {
          throw new Backup.Refused(Backup.Reason.DAMAGED, table.name());
        }
      }
      return contents;
    } catch (ZipException | EOFException e) {
      throw new Backup.Refused(Backup.Reason.DAMAGED, String.valueOf(e.getMessage()));
    }
  }

  /// The rows of a table, as they were written.
  static InputStream open(ZipFile zip, Table table) throws IOException {
    ZipEntry entry = zip.getEntry(table.name());
    if (entry == null) {
      throw new ZipException(table.name() + " is missing");
    }
    return zip.getInputStream(entry);
  }

  private static Contents contents(ZipFile zip) throws IOException, Backup.Refused {
    ZipEntry entry = zip.getEntry(MANIFEST);
    if (entry == null) {
      throw new Backup.Refused(Backup.Reason.NO_BACKUP, MANIFEST + "?");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readAllBytes();
      CRC32 crc = new CRC32();
      crc.update(bytes);
      if (crc.getValue() != entry.getCrc()) {
        throw new Backup.Refused(Backup.Reason.DAMAGED, MANIFEST);
      }
      JsonObject manifest = new JsonObject(new String(bytes, StandardCharsets.UTF_8));
      if (!FORMAT.equals(manifest.getString("format"))) {
        throw new Backup.Refused(Backup.Reason.NO_BACKUP, manifest.getString("format", "?"));
      }
      List<Table> tables = new ArrayList<>();
      for (Object each : manifest.getJsonArray("tables")) {
        JsonObject table = (JsonObject) each;
        tables.add(
            new Table(
                table.getString("name"),
                table.getJsonArray("columns").stream().map(String.class::cast).toList(),
                table.getLong("rows"),
                table.getString("sha256")));
      }
      return new Contents(manifest.getString("schema"), manifest.getString("seal"), tables);
    } catch (DecodeException | ClassCastException | NullPointerException e) {
      throw new Backup.Refused(Backup.Reason.DAMAGED, MANIFEST);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// An entry ends where the ZIP says, not where somebody closes his stream.
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() {}
  }
}
