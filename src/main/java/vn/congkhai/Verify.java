package vn.congkhai;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.congkhai.journal.Chain;
import vn.congkhai.journal.Hash;
import vn.congkhai.journal.Row;
import vn.congkhai.journal.Submissions;
import vn.congkhai.postgres.Database;
import vn.congkhai.settings.DatabaseAddress;

/// `congkhai verify`: walks the journal from its first submission and names the first that does not
/// fit.
@Command(
    name = "verify",
    description = {
      "Kiểm tra chuỗi băm của sổ: có số nào bị sửa lén không.",
      "Walks the journal's hash chain: was any figure changed quietly?"
    })
final class Verify implements Callable<Integer> {
  @Mixin private RunningService service = new RunningService();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description = {
        "Đọc thẳng từ cơ sở dữ liệu thay vì hỏi dịch vụ.",
        "Reads the database itself instead of asking the service."
      })
  private @Nullable String databaseUrl;

  /// Reads the submissions after a number, in order; an empty list at the end.
  private interface Pages {
    List<Row> after(long number) throws Exception;
  }

  @Override
  public Integer call() throws Exception {
    String address = databaseUrl;
    if (address == null) {
      return walk(this::served);
    }
    DatabaseAddress parsed = DatabaseAddress.parse(address);
    if (parsed == null) {
      throw new Start.Refused(
          List.of("--database-url: postgresql://user:password@host:port/database"));
    }
    Vertx vertx = Vertx.vertx();
    try {
      Submissions submissions = new Submissions(Database.open(vertx, parsed).pool());
      return walk(number -> submissions.after(number, Submissions.PAGE).await());
    } finally {
      vertx.close().await();
    }
  }

  private int walk(Pages pages) throws Exception {
    Chain chain = new Chain();
    List<Row> rows = pages.after(0);
    while (!rows.isEmpty()) {
      Chain.Broken broken = chain.walk(rows);
      if (broken != null) {
        spec.commandLine().getErr().println(told(broken));
        return 1;
      }
      Terminal.progress(chain.last());
      rows = pages.after(chain.last());
    }
    spec.commandLine()
        .getOut()
        .printf("%d lần gửi khớp / submissions fit; %s%n", chain.last(), chain.head());
    spec.commandLine().getOut().flush();
    return 0;
  }

  private List<Row> served(long number) throws Exception {
    JsonObject page =
        service.read("/api/v1/submissions?after=" + number + "&limit=" + Submissions.PAGE);
    return page.getJsonArray("submissions").stream().map(Verify::row).toList();
  }

  private static Row row(Object element) {
    JsonObject json = (JsonObject) element;
    return new Row(
        json.getLong("submission"), json.getString("content"), Hash.parse(json.getString("hash")));
  }

  private static String told(Chain.Broken broken) {
    String number = Long.toString(broken.number());
    return switch (broken.fault()) {
      case GAP ->
          "lần gửi " + number + ": thiếu lần gửi trước đó / a submission is missing before it";
      case HASH ->
          "lần gửi "
              + number
              + ": không khớp mã băm, đã bị sửa / the hash does not fit, it was changed";
      case CONTENT ->
          "lần gửi " + number + ": nội dung không phải một lần gửi / the content is no submission";
    };
  }
}
