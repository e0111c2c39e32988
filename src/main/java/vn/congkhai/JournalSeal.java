package vn.congkhai;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import vn.congkhai.journal.Chain;
import vn.congkhai.journal.Hash;
import vn.congkhai.journal.Row;
import vn.congkhai.journal.Submissions;
import vn.congkhai.postgres.Backup;

/// Walks the journal of a database from its first submission; the hash of the last one stands for
/// them all.
final class JournalSeal implements Backup.Seal {
  @Override
  public String of(Connection database) throws SQLException, Backup.Refused {
    Chain chain = new Chain();
    try (Statement statement = database.createStatement()) {
      // without it the driver would hold all of them in memory
      statement.setFetchSize(Submissions.PAGE);
      try (ResultSet rows =
          statement.executeQuery("SELECT number, content, hash FROM submission ORDER BY number")) {
        while (rows.next()) {
          Row row = new Row(rows.getLong(1), rows.getString(2), Hash.of(rows.getBytes(3)));
          if (chain.walk(List.of(row)) != null) {
            throw new Backup.Refused(Backup.Reason.BROKEN, Long.toString(row.number()));
          }
          if (chain.last() % Submissions.PAGE == 0) {
            Terminal.progress(chain.last());
          }
        }
      }
    }
    return chain.head().toString();
  }
}
