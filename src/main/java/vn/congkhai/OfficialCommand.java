package vn.congkhai;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `congkhai official …`: figures that another source published.
@Command(
    name = "official",
    subcommands = OfficialCommand.Import.class,
    description = {
      "Số liệu của nguồn khác, để đối chiếu.",
      "Figures of other sources, to compare."
    })
final class OfficialCommand {
  /// `congkhai official import FILE.csv`.
  @Command(
      name = "import",
      description = {
        "Nhập tệp CSV (agency,indicator,period,ratio,source,date); không bao giờ thay số của cơ quan.",
        "Imports a CSV; never replaces a figure of an agency."
      })
  static final class Import implements Callable<Integer> {
    @Mixin private RunningService service = new RunningService();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE.csv")
    private Path file = Path.of("");

    @Override
    public Integer call() throws Exception {
      if (!Files.isRegularFile(file)) {
        throw new Start.Refused(
            List.of("không có tệp / no such file: " + file.toAbsolutePath().normalize()));
      }
      JsonObject receipt =
          service.administer("/api/v1/official-figures", "text/csv", Files.readAllBytes(file));
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          "đã nhập %d số liệu, lần gửi số %d / figures imported, submission%n",
          receipt.getInteger("officialFigures"), receipt.getLong("submission"));
      out.flush();
      return 0;
    }
  }
}
