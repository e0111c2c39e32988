package vn.congkhai;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.congkhai.postgres.Backup;

/// `congkhai backup`: the whole database into one file, while the service runs or not.
@Command(
    name = "backup",
    description = {
      "Sao lưu toàn bộ cơ sở dữ liệu vào một tệp đã kiểm tra, cả khi dịch vụ đang chạy.",
      "Stores the whole database in one verified file, also while the service runs."
    })
final class BackupCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      description = {"Tệp sẽ được tạo.", "The file that is made."})
  private Path file = Path.of("");

  @Override
  public Integer call() throws Exception {
    var settings = Start.settings(System.getenv(), Path.of(""));
    return BackupReport.of(
        spec,
        "đã sao lưu",
        "backed up",
        () -> {
          try (CommandDatabase database = CommandDatabase.open(settings, false)) {
            return Backup.write(database.address(), file, new JournalSeal());
          }
        });
  }
}
