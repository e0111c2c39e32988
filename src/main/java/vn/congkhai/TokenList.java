package vn.congkhai;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.congkhai.indicator.Period;

/// `congkhai token list`: all tokens that there ever were, as a table; times are Vietnam's.
@Command(
    name = "list",
    description = {"Liệt kê các mã truy cập.", "Lists the tokens."})
final class TokenList implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Period.ZONE);
  private static final String NOTHING = "–";
  private static final List<String> HEAD =
      List.of(
          "số/id",
          "cơ quan/agency",
          "phạm vi/scope",
          "đầu mã/prefix",
          "ghi chú/label",
          "cấp/created",
          "hết hạn/expires",
          "dùng cuối/last used",
          "tình trạng/state");

  @Mixin private RunningService service = new RunningService();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEAD);
    long last = 0;
    List<JsonObject> page = page(last);
    while (!page.isEmpty()) {
      page.forEach(token -> lines.add(line(token)));
      last = page.getLast().getLong("id");
      page = page(last);
    }
    print(lines, spec.commandLine().getOut());
    return 0;
  }

  private List<JsonObject> page(long after) throws Exception {
    return service.inspect("/api/v1/tokens?after=" + after).getJsonArray("tokens").stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  private static List<String> line(JsonObject token) {
    return List.of(
        token.getLong("id").toString(),
        orNothing(token.getString("agency")),
        token.getString("scope"),
        orNothing(token.getString("prefix")),
        orNothing(token.getString("label")),
        time(token.getString("createdAt")),
        time(token.getString("expiresAt")),
        time(token.getString("lastUsedAt")),
        token.getString("state"));
  }

  private static String orNothing(@Nullable String text) {
    return text == null || text.isEmpty() ? NOTHING : text;
  }

  /// To the minute.
  static String time(@Nullable String instant) {
    return instant == null ? NOTHING : TIME.format(Instant.parse(instant));
  }

  private static void print(List<List<String>> lines, PrintWriter out) {
    int[] widths = new int[HEAD.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    for (List<String> line : lines) {
      StringBuilder row = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        row.append(line.get(i)).repeat(" ", widths[i] - line.get(i).length() + 2);
      }
      out.println(row.toString().stripTrailing());
    }
    out.flush();
  }
}
