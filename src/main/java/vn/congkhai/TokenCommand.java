package vn.congkhai;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import vn.congkhai.access.Scope;

/// `congkhai token …`: tokens of a running service.
@Command(
    name = "token",
    subcommands = {
      TokenCommand.Issue.class,
      TokenList.class,
      TokenCommand.Rotate.class,
      TokenCommand.Revoke.class
    },
    description = {"Mã truy cập của các cơ quan.", "Tokens of the agencies."})
final class TokenCommand {
  private static final String TOKENS = "/api/v1/tokens";

  private TokenCommand() {}

  private static void print(PrintWriter writer, String line) {
    writer.println(line);
    writer.flush();
  }

  /// `congkhai token issue`: prints the token, and nothing else, on standard output.
  @Command(
      name = "issue",
      description = {"Cấp mã truy cập.", "Gives out a token."})
  static final class Issue implements Callable<Integer> {
    @Mixin private RunningService service = new RunningService();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
        names = "--agency",
        paramLabel = "CODE",
        description = {"Mã cơ quan, ví dụ cb-so-noi-vu.", "The agency's code."})
    private @Nullable String agency;

    @Option(
        names = "--read-only",
        description = {"Chỉ xem, không gửi được.", "May read, and send nothing."})
    private boolean readOnly;

    @Option(
        names = "--administrator",
        description = {
          "Mã của quản trị viên, thay cho --agency.",
          "An administrator's token, instead of --agency."
        })
    private boolean administrator;

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
          new JsonObject()
              .put("agency", agency)
              .put("scope", scope().code())
              .put("label", label)
              .put("expiresAt", expiresAt);
      JsonObject issued = service.administer(TOKENS, body);
      print(spec.commandLine().getOut(), issued.getString("token"));
      return 0;
    }

    private Scope scope() {
      if (administrator == (agency != null) || (administrator && readOnly)) {
        throw new ParameterException(
            spec.commandLine(),
            "cần hoặc --agency CODE [--read-only], hoặc --administrator"
                + " / either --agency CODE [--read-only] or --administrator");
      }
      if (administrator) {
        return Scope.ADMINISTRATOR;
      }
      return readOnly ? Scope.READ_ONLY : Scope.AGENCY;
    }
  }

  /// `congkhai token rotate`: prints the new token alone on standard output, the rest beside it.
  @Command(
      name = "rotate",
      description = {
        "Cấp mã mới thay mã cũ; mã cũ còn dùng được một thời gian.",
        "Gives out a new token for an old one, which goes on for a while."
      })
  static final class Rotate implements Callable<Integer> {
    @Mixin private RunningService service = new RunningService();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ID", description = "Số trong “token list”. / Its number there.")
    private long id;

    @Option(
        names = "--overlap",
        paramLabel = "7d|24h",
        defaultValue = "7d",
        converter = Overlap.class,
        description = {
          "Mã cũ còn dùng được bao lâu; mặc định 7d.",
          "How long the old one goes on; 7d unless said."
        })
    private Duration overlap = Duration.ofDays(7);

    @Override
    public Integer call() throws Exception {
      JsonObject body = new JsonObject().put("overlapHours", overlap.toHours());
      JsonObject rotated = service.administer(TOKENS + "/" + id + "/rotate", body);
      print(spec.commandLine().getOut(), rotated.getString("token"));
      print(
          spec.commandLine().getErr(),
          "mã mới số %d thay mã số %d, mã cũ dùng được đến %s / replaces the old one, valid until then"
              .formatted(
                  rotated.getLong("id"), id, TokenList.time(rotated.getString("oldExpiresAt"))));
      return 0;
    }
  }

  /// `congkhai token revoke`.
  @Command(
      name = "revoke",
      description = {"Thu hồi mã ngay tức khắc.", "Revokes a token at once."})
  static final class Revoke implements Callable<Integer> {
    @Mixin private RunningService service = new RunningService();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ID", description = "Số trong “token list”. / Its number there.")
    private long id;

    @Override
    public Integer call() throws Exception {
      service.remove(TOKENS + "/" + id);
      print(spec.commandLine().getOut(), "đã thu hồi mã số " + id + " / token revoked");
      return 0;
    }
  }

  /// Whole days or hours.
  static final class Overlap implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,4})([dh])");

    @Override
    public Duration convert(String text) {
      Matcher form = FORM.matcher(text);
      if (!form.matches()) {
        throw new TypeConversionException("“" + text + "”: 7d, 24h");
      }
      long count = Long.parseLong(form.group(1));
      return form.group(2).equals("d") ? Duration.ofDays(count) : Duration.ofHours(count);
    }
  }
}
