package vn.congkhai;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import vn.congkhai.postgres.Backup;

/// What `backup` and `restore` tell their user.
final class BackupReport {
  private BackupReport() {}

  /// The work of either command.
  @FunctionalInterface
  interface Work {
    Backup.Done done()
        throws IOException, SQLException, InterruptedException, Backup.Refused, Start.Refused;
  }

  /// Does it and tells what was done.
  ///
  /// @throws Start.Refused with the reason in words when nothing was done
  static int of(CommandSpec spec, String vi, String en, Work work)
      throws InterruptedException, Start.Refused {
    Backup.Done done;
    try {
      done = work.done();
    } catch (Backup.Refused e) {
      throw new Start.Refused(List.of(told(e)));
    } catch (SQLException e) {
      throw new Start.Refused(List.of(away(String.valueOf(e.getMessage()))));
    } catch (DataFolder.InUse e) {
      throw new Start.Refused(List.of(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw new Start.Refused(List.of("không đọc hay ghi được / cannot be read or written: " + e));
    }
    spec.commandLine()
        .getOut()
        .printf(
            "%1$s %3$d lần gửi, %4$d mã, %5$d màn hình; %6$s%n"
                + "%2$s %3$d submissions, %4$d tokens, %5$d screens; %6$s%n",
            vi, en, done.submissions(), done.tokens(), done.screens(), done.seal());
    spec.commandLine().getOut().flush();
    return 0;
  }

  private static String told(Backup.Refused refused) {
    String detail = refused.detail();
    return switch (refused.reason()) {
      case NO_TABLES ->
          "cơ sở dữ liệu chưa có dữ liệu Công Khai / the database holds nothing of ours yet: "
              + detail;
      case FILE_EXISTS -> "tệp đã có, chọn tên khác / the file exists, choose another: " + detail;
      case NO_BACKUP -> "không phải tệp sao lưu / this is no backup: " + detail;
      case DAMAGED ->
          "tệp sao lưu bị hỏng, không khôi phục gì / the backup is damaged, nothing was restored: "
              + detail;
      case OTHER_SCHEMA ->
          "phiên bản cơ sở dữ liệu khác, dùng cơ sở dữ liệu mới và chương trình không cũ hơn /"
              + " the tables are of another version, take a new database and a program that is not"
              + " older: "
              + detail;
      case NOT_EMPTY ->
          "cơ sở dữ liệu đã có dữ liệu, chỉ khôi phục vào cơ sở dữ liệu mới / the database holds"
              + " something already, restore into a new one: "
              + detail;
      case BROKEN ->
          "sổ không khớp từ lần gửi này, xem “congkhai verify” / the journal does not fit from this"
              + " submission on, see “congkhai verify”: "
              + detail;
      case AWAY -> away(detail);
    };
  }

  private static String away(String detail) {
    return "cơ sở dữ liệu không trả lời / the database does not answer: " + detail;
  }
}
