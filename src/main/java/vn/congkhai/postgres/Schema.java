package vn.congkhai.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import vn.congkhai.settings.DatabaseAddress;

/// Our tables in a database: their name, their version, and the way to it. Blocks.
final class Schema {
  static final String NAME = "congkhai";

  private Schema() {}

  /// Brings the tables up to a version, or up to the newest that this program knows when there is
  /// none. Tables that are newer stay as they are.
  ///
  /// @throws FlywayException when the database is away or holds another schema than ours
  static void migrate(DatabaseAddress address, @Nullable String version) {
    var flyway =
        Flyway.configure()
            .dataSource(address.jdbcUrl(), address.user(), address.password().reveal())
            .locations("classpath:db/migration")
            .schemas(NAME)
            .failOnMissingLocations(true);
    if (version != null) {
      flyway.target(version);
    }
    var result = flyway.load().migrate();
    assert result.success : "Flyway throws when it fails";
  }

  static Connection connect(DatabaseAddress address) throws SQLException {
    Connection connection =
        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password().reveal());
    connection.setSchema(NAME);
    return connection;
  }

  /// The version of the tables that are there, or null when there are none.
  static @Nullable String version(Connection connection) throws SQLException {
    try (Statement ask = connection.createStatement()) {
      try (ResultSet there =
          ask.executeQuery(
              "SELECT to_regclass('" + NAME + ".flyway_schema_history') IS NOT NULL")) {
        if (!there.next() || !there.getBoolean(1)) {
          return null;
        }
      }
      try (ResultSet newest =
          ask.executeQuery(
              "SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL"
                  + " ORDER BY installed_rank DESC LIMIT 1")) {
        return newest.next() ? newest.getString(1) : null;
      }
    }
  }
}
