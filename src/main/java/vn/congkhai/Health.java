package vn.congkhai;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `congkhai health`: whether the service takes submissions, for machines that have no other way to
/// ask.
@Command(
    name = "health",
    description = {
      "Hỏi cửa quản lý xem dịch vụ có sẵn sàng không; mã thoát 1 nếu không.",
      "Asks the management door whether the service is ready; exit code 1 if not."
    })
final class Health implements Callable<Integer> {
  @Mixin private RunningService service = new RunningService();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException, Start.Refused {
    HttpResponse<String> answer = asked();
    if (answer.statusCode() != 200) {
      throw new Start.Refused(List.of("chưa sẵn sàng / not ready: " + reasons(answer)));
    }
    spec.commandLine().getOut().println("sẵn sàng / ready");
    return 0;
  }

  private HttpResponse<String> asked() throws InterruptedException, Start.Refused {
    try {
      return service.manage("/readyz");
    } catch (IOException | IllegalArgumentException e) {
      throw new Start.Refused(
          List.of("cửa quản lý không trả lời / the management door does not answer: " + e));
    }
  }

  /// Those that the service names; of another program, its status.
  private static String reasons(HttpResponse<String> answer) {
    try {
      return new JsonObject(answer.body()).getJsonArray("reasons", new JsonArray()).encode();
    } catch (DecodeException | ClassCastException e) {
      return answer.statusCode() + " từ / from " + answer.uri();
    }
  }
}
