package vn.congkhai.sending;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import vn.congkhai.indicator.Text;

/// Verdicts in lines for people, Vietnamese and English.
public final class Wording {
  private Wording() {}

  /// A receipt: the same lines however often the parcel was sent.
  ///
  /// @param door address of the agencies' door
  public static List<String> receipt(String name, JsonObject receipt, String door) {
    long number = receipt.getLong("submission");
    return List.of(
        name + ": lần gửi số " + number + " / submission " + number,
        "  mã băm / hash: " + receipt.getString("hash"),
        "  nhận lúc / received at: " + receipt.getString("receivedAt"),
        "  cơ quan / agency: " + receipt.getString("agency"),
        "  " + changes(receipt),
        "  biên nhận / receipt: " + door + "/api/v1/submissions/" + number);
  }

  /// How many figures are new, corrected, unchanged.
  public static String changes(JsonObject receipt) {
    return "mới / new: %d · đính chính / corrected: %d · không đổi / unchanged: %d"
        .formatted(count(receipt, "new"), count(receipt, "corrected"), count(receipt, "unchanged"));
  }

  private static long count(JsonObject receipt, String change) {
    return receipt.getJsonArray("observations").stream()
        .filter(each -> each instanceof JsonObject one && change.equals(one.getString("change")))
        .count();
  }

  /// Each place with what is said about it.
  public static List<String> remarks(List<Remark> remarks) {
    List<String> lines = new ArrayList<>();
    for (Remark remark : remarks) {
      lines.add("  " + line(remark.place()));
      lines.add("    " + remark.message().vi());
      if (!remark.message().en().equals(remark.message().vi())) {
        lines.add("    " + remark.message().en());
      }
    }
    return lines;
  }

  /// Both languages in a line, once when they are the same.
  public static String line(Text text) {
    return text.vi().equals(text.en()) ? text.vi() : text.vi() + " / " + text.en();
  }
}
