package vn.congkhai;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `congkhai token …`: tokens of a running service.
@Command(
    name = "token",
    subcommands = TokenCommand.Issue.class,
    description = {"Mã truy cập của các cơ quan.", "Tokens of the agencies."})
final class TokenCommand {
  /// `congkhai token issue`: prints the token, and nothing else, on standard output.
  @Command(
      name = "issue",
      description = {"Cấp mã truy cập cho một cơ quan.", "Gives an agency a token."})
  static final class Issue implements Callable<Integer> {
    @Mixin private RunningService service = new RunningService();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
        names = "--agency",
        required = true,
        paramLabel = "CODE",
        description = {"Mã cơ quan, ví dụ cb-so-noi-vu.", "The agency's code."})
    private String agency = "";

    @Option(
        names = "--label",
        paramLabel = "TEXT",
        description = {"Ghi chú để nhận ra mã này.", "Words to recognise the token by."})
    private String label = "";

    @Option(
        names = "--expires-at",
        paramLabel = "INSTANT",
        description = {"Hạn dùng, ví dụ 2027-01-01T00:00:00+07:00.", "When it expires."})
    private @Nullable String expiresAt;

    @Override
    public Integer call() throws Exception {
      JsonObject body =
          new JsonObject().put("agency", agency).put("label", label).put("expiresAt", expiresAt);
      JsonObject issued = service.administer("/api/v1/tokens", body);
      PrintWriter out = spec.commandLine().getOut();
      out.println(issued.getString("token"));
      out.flush();
      return 0;
    }
  }
}
