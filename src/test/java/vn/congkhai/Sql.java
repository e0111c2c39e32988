package vn.congkhai;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import vn.congkhai.settings.DatabaseAddress;

/// Asks a database.
final class Sql {
  private Sql() {}

  /// What the database answers, or the state of its refusal, which a driver that looks for the
  /// primary would not tell.
  static String said(DatabaseAddress address, String sql) {
    try (Connection connection =
            DriverManager.getConnection(
                address.jdbcUrl().replaceFirst("\\?.*", ""),
                address.user(),
                address.password().reveal());
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet answer = statement.getResultSet()) {
        return answer.next() ? answer.getString(1) : "nothing";
      }
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }
}
