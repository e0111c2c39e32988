package vn.congkhai;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.journal.Chain;
import vn.congkhai.journal.Hash;
import vn.congkhai.journal.Row;

/// Reads a service's journal as anybody can.
final class Journals {
  private Journals() {}

  static List<Row> after(Service service, long number) throws IOException, InterruptedException {
    String page = service.see("/api/v1/submissions?limit=1000&after=" + number).body();
    return new JsonObject(page)
        .getJsonArray("submissions").stream()
            .map(JsonObject.class::cast)
            .map(row ->
                new Row(
                    row.getLong("submission"),
                    row.getString("content"),
                    Hash.parse(row.getString("hash"))))
            .toList();
  }

  /// The first submission that does not fit, or null when all of them do.
  static Chain.@Nullable Broken firstBroken(Service service)
      throws IOException, InterruptedException {
    Chain chain = new Chain();
    List<Row> rows = after(service, 0);
    while (!rows.isEmpty()) {
      Chain.Broken broken = chain.walk(rows);
      if (broken != null) {
        return broken;
      }
      rows = after(service, chain.last());
    }
    return null;
  }
}
