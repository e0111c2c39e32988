package vn.congkhai;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.congkhai.http.DoorBlocked;

/// The command line. Every command of it answers `--help` and `--version`. Exit codes: 0 done, 1
/// the work failed or found a problem, 2 wrong usage.
@Command(
    name = "congkhai",
    scope = CommandLine.ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {
      Serve.class,
      Demo.class,
      TokenCommand.class,
      CatalogueCommand.class,
      OfficialCommand.class,
      SendCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      Verify.class,
      Health.class,
      Rehearse.class
    },
    description = {
      "Công Khai: số liệu cải cách hành chính, giữ mãi và công khai.",
      "Công Khai: administrative-reform figures, kept for good and made public."
    })
public final class Main implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  private Main() {}

  static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Main())
            .setExecutionExceptionHandler((failure, line, _) -> report(failure, line))
            .execute(arguments));
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }

  /// A refusal is told line by line; anything else is our own fault and told whole.
  private static int report(Exception failure, CommandLine line) {
    PrintWriter err = line.getErr();
    switch (failure) {
      case Start.Refused refused -> refused.lines().forEach(err::println);
      case DataFolder.InUse inUse -> err.println(inUse.getMessage());
      case DoorBlocked blocked ->
          err.println("cổng đang được dùng / a port is in use: " + blocked.getMessage());
      default -> failure.printStackTrace(err);
    }
    err.flush();
    return 1;
  }

  /// The version that the jar was built as.
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"congkhai " + (version == null ? "(unpacked)" : version)};
    }
  }
}
