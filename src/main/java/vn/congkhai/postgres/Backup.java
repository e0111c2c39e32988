package vn.congkhai.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import vn.congkhai.settings.DatabaseAddress;

/// What a database of ours keeps and nobody could make again, in one file and back: the journal,
/// the digests of the tokens, what screens show. All other tables follow from these and from the
/// catalogue. The file suits every kind of database, so it is also the way from one to the other.
/// Blocks.
public final class Backup {
  /// In the order in which they are copied.
  static final List<String> TABLES = List.of("submission", "token", "screen");

  private final Path file;
  private final BackupFile.Contents contents;

  private Backup(Path file, BackupFile.Contents contents) {
    this.file = file;
    this.contents = contents;
  }

  /// Looks at the very state that is stored, or that was loaded and is not committed yet.
  @FunctionalInterface
  public interface Seal {
    /// What tells this state from any other, such as the last hash of a chain.
    ///
    /// @throws Refused when the state is not whole
    String of(Connection database) throws SQLException, Refused;
  }

  /// Why there is no backup, or nothing was restored.
  public enum Reason {
    /// The database has no tables of ours.
    NO_TABLES,
    /// The file is there already.
    FILE_EXISTS,
    /// The file is something else.
    NO_BACKUP,
    /// The file is not what was written.
    DAMAGED,
    /// The tables of the database, or those that this program can make, are not those of the
    /// backup.
    OTHER_SCHEMA,
    /// The database holds something already.
    NOT_EMPTY,
    /// What is stored does not hold together.
    BROKEN,
    /// Nobody answers at the database's address, or not to us.
    AWAY
  }

  /// Nothing was done.
  public static final class Refused extends Exception {
    private final Reason reason;

    /// @param detail the file, the table or the place in question
    public Refused(Reason reason, String detail) {
      super(detail);
      this.reason = reason;
    }

    public Reason reason() {
      return reason;
    }

    /// The file, the table or the place in question.
    public String detail() {
      return String.valueOf(getMessage());
    }
  }

  /// What was stored or restored.
  ///
  /// @param seal what the state is recognised by
  public record Done(long submissions, long tokens, long screens, String seal) {
    private static Done of(BackupFile.Contents contents) {
      List<Long> rows = contents.tables().stream().map(BackupFile.Table::rows).toList();
      return new Done(rows.get(0), rows.get(1), rows.get(2), contents.seal());
    }
  }

  /// Stores one state of the database, whatever goes on meanwhile; the file appears when all of it
  /// was written, read again and found equal.
  ///
  /// @throws Refused when there is nothing to store, the state is not whole, or the file exists
  public static Done write(DatabaseAddress from, Path file, Seal seal)
      throws IOException, SQLException, Refused {
    if (Files.exists(file)) {
      throw new Refused(Reason.FILE_EXISTS, file.toString());
    }
    Path half = file.resolveSibling(file.getFileName() + ".half");
    Files.deleteIfExists(half);
    try (Connection database = connect(from)) {
      database.setAutoCommit(false);
      database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      database.setReadOnly(true);
      String schema = Schema.version(database);
      if (schema == null) {
        throw new Refused(Reason.NO_TABLES, from.database());
      }
      String sealed = seal.of(database);
      try (BackupFile.Writer writer = new BackupFile.Writer(half)) {
        for (String table : TABLES) {
          List<String> columns = columns(database, table);
          String copy = "COPY " + table + " (" + String.join(", ", columns) + ") TO STDOUT";
          writer.add(table, columns, entry -> copies(database).copyOut(copy, entry));
        }
        writer.finish(schema, sealed);
      }
      Done done = Done.of(BackupFile.check(half));
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
      return done;
    } finally {
      Files.deleteIfExists(half);
    }
  }

  /// Opens a file that [#write] made, and reads every byte of it.
  ///
  /// @throws Refused when the file is not what was written
  public static Backup read(Path file) throws IOException, Refused {
    BackupFile.Contents contents = BackupFile.check(file);
    if (!contents.tables().stream().map(BackupFile.Table::name).toList().equals(TABLES)) {
      throw new Refused(Reason.OTHER_SCHEMA, contents.schema());
    }
    return new Backup(file, contents);
  }

  /// Fills a database that holds nothing yet, all or nothing, and brings it up to date.
  ///
  /// @throws Refused when the database is not fit to take it, or the state is not the one stored
  public Done restore(DatabaseAddress to, Seal seal) throws IOException, SQLException, Refused {
    migrate(to, contents.schema());
    try (Connection database = connect(to);
        ZipFile zip = new ZipFile(file.toFile());
        Statement statement = database.createStatement()) {
      database.setAutoCommit(false);
      String schema = String.valueOf(Schema.version(database));
      if (!schema.equals(contents.schema())) {
        throw new Refused(Reason.OTHER_SCHEMA, contents.schema() + " ≠ " + schema);
      }
      statement.execute("LOCK TABLE " + String.join(", ", TABLES) + " IN EXCLUSIVE MODE");
      for (String table : TABLES) {
        requireEmpty(statement, table);
      }
      for (BackupFile.Table table : contents.tables()) {
        fill(database, zip, table);
      }
      statement.execute("SELECT setval(pg_get_serial_sequence('token', 'id'), max(id)) FROM token");
      if (!seal.of(database).equals(contents.seal())) {
        throw new Refused(Reason.DAMAGED, "seal");
      }
      database.commit();
    }
    migrate(to, null);
    return Done.of(contents);
  }

  private static void fill(Connection database, ZipFile zip, BackupFile.Table table)
      throws IOException, SQLException, Refused {
    if (!columns(database, table.name()).equals(table.columns())) {
      throw new Refused(Reason.OTHER_SCHEMA, table.name());
    }
    String columns = String.join(", ", table.columns());
    try (InputStream rows = BackupFile.open(zip, table)) {
      long copied =
          copies(database).copyIn("COPY " + table.name() + " (" + columns + ") FROM STDIN", rows);
      if (copied != table.rows()) {
        throw new Refused(Reason.DAMAGED, table.name());
      }
    }
  }

  private static void requireEmpty(Statement statement, String table) throws SQLException, Refused {
    try (ResultSet any = statement.executeQuery("SELECT EXISTS (SELECT FROM " + table + ")")) {
      if (any.next() && any.getBoolean(1)) {
        throw new Refused(Reason.NOT_EMPTY, table);
      }
    }
  }

  private static List<String> columns(Connection database, String table) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet columns = database.getMetaData().getColumns(null, Schema.NAME, table, null)) {
      while (columns.next()) {
        names.add(columns.getString("COLUMN_NAME"));
      }
    }
    return names;
  }

  private static CopyManager copies(Connection database) throws SQLException {
    return database.unwrap(PGConnection.class).getCopyAPI();
  }

  private static Connection connect(DatabaseAddress address) throws Refused {
    try {
      return Schema.connect(address);
    } catch (SQLException e) {
      throw new Refused(Reason.AWAY, String.valueOf(e.getMessage()));
    }
  }

  private static void migrate(DatabaseAddress to, @Nullable String version) throws Refused {
    try {
      Schema.migrate(to, version);
    } catch (FlywayException e) {
      String refusal = Database.refusal(e);
      if (refusal != null) {
        throw new Refused(Reason.AWAY, refusal);
      }
      String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new Refused(Database.away(e) ? Reason.AWAY : Reason.OTHER_SCHEMA, first);
    }
  }
}
