package vn.congkhai;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.congkhai.postgres.Backup;

/// `congkhai restore`: a backup into a database that holds nothing yet, of either kind.
@Command(
    name = "restore",
    description = {
      "Khôi phục tệp sao lưu vào một cơ sở dữ liệu mới, tích hợp hay riêng.",
      "Restores a backup into a new database, embedded or external."
    })
final class RestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      description = {"Tệp do “congkhai backup” tạo.", "A file that “congkhai backup” made."})
  private Path file = Path.of("");

  @Override
  public Integer call() throws Exception {
    var settings = Start.settings(System.getenv(), Path.of(""));
    return BackupReport.of(
        spec,
        "đã khôi phục",
        "restored",
        () -> {
          Backup backup = Backup.read(file);
          try (CommandDatabase database = CommandDatabase.open(settings, true)) {
            return backup.restore(database.address(), new JournalSeal());
          }
        });
  }
}
