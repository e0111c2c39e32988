package vn.congkhai;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.congkhai.catalogue.Catalogue;

/// `congkhai catalogue …`.
@Command(
    name = "catalogue",
    subcommands = CatalogueCommand.Check.class,
    description = {"Danh mục cơ quan, chỉ tiêu, kế hoạch.", "Agencies, indicators and plans."})
final class CatalogueCommand {
  /// `congkhai catalogue check FOLDER`: prints every problem with file and line.
  @Command(
      name = "check",
      description = {"Kiểm tra một thư mục danh mục.", "Checks a catalogue's folder."})
  static final class Check implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FOLDER")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws Exception {
      if (!Files.isDirectory(folder)) {
        throw new Start.Refused(
            List.of("không có thư mục / no such folder: " + folder.toAbsolutePath().normalize()));
      }
      Catalogue catalogue = Start.catalogue(folder.toAbsolutePath().toString());
      spec.commandLine()
          .getOut()
          .printf(
              "%s %s: %d cơ quan, %d chỉ tiêu, %d mục tiêu, %d kế hoạch, %d nhiệm vụ / agencies,"
                  + " indicators, targets, plans, tasks%n",
              catalogue.code(),
              catalogue.version(),
              catalogue.agencies().size(),
              catalogue.indicators().size(),
              catalogue.targets().all().size(),
              catalogue.plans().size(),
              catalogue.tasks().size());
      spec.commandLine().getOut().flush();
      return 0;
    }
  }
}
