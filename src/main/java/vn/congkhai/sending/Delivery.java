package vn.congkhai.sending;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.Text;

/// Brings parcels to the door: asks what they would be answered, and then sends them.
public final class Delivery {
  private static final int CREATED = 201;
  private static final int UNAUTHENTICATED = 401;

  private final Line line;
  private final Progress progress;

  public Delivery(Line line, Progress progress) {
    this.line = line;
    this.progress = progress;
  }

  /// What the parcel would be answered now. Nothing is stored.
  public Verdict check(Parcel parcel) throws InterruptedException {
    progress.begins(
        new Text("kiểm tra " + parcel.name() + " …", "checking " + parcel.name() + " …"));
    return verdict(parcel, line.dryRun(parcel, Language.VI));
  }

  /// Sends the parcel until it is answered.
  ///
  /// @param occasion see [Parcel#key]
  public Verdict send(Parcel parcel, String occasion) throws InterruptedException {
    progress.begins(new Text("gửi " + parcel.name() + " …", "sending " + parcel.name() + " …"));
    return verdict(parcel, line.send(parcel, parcel.key(occasion)));
  }

  private Verdict verdict(Parcel parcel, Asked asked) throws InterruptedException {
    return switch (asked) {
      case Asked.Unanswered(Text why) -> new Verdict.Unanswered(why);
      case Asked.Answered(int status, JsonObject receipt) when status < 300 ->
          taken(parcel, status, receipt);
      case Asked.Answered(int status, JsonObject refusal) -> refused(parcel, status, refusal);
    };
  }

  private Verdict taken(Parcel parcel, int status, JsonObject receipt) throws InterruptedException {
    boolean dryRun = receipt.getBoolean("dryRun", false);
    boolean before = !dryRun && status != CREATED;
    boolean warned = dryRun && !receipt.getJsonArray("warnings", new JsonArray()).isEmpty();
    List<Remark> warnings = warned ? Remark.of("warnings", receipt, inEnglish(parcel)) : List.of();
    return new Verdict.Taken(receipt, before, warnings);
  }

  private Verdict refused(Parcel parcel, int status, JsonObject refusal)
      throws InterruptedException {
    if (status == UNAUTHENTICATED) {
      return new Verdict.Refused(
          new Text(
              "mã truy cập trong CONGKHAI_TOKEN không đúng hoặc không còn hiệu lực (401)",
              "the token in CONGKHAI_TOKEN is wrong or no longer valid (401)"),
          List.of());
    }
    JsonObject english = inEnglish(parcel);
    return new Verdict.Refused(
        new Text(
            detail(status, refusal),
            detail(status, english.containsKey("detail") ? english : refusal)),
        Remark.of("errors", refusal, english));
  }

  private static String detail(int status, JsonObject refusal) {
    return Remark.printable(refusal.getString("detail", "")) + " (" + status + ")";
  }

  /// What a dry run says in English; empty when it is not answered.
  private JsonObject inEnglish(Parcel parcel) throws InterruptedException {
    return switch (line.dryRun(parcel, Language.EN)) {
      case Asked.Answered(_, JsonObject body) -> body;
      case Asked.Unanswered _ -> new JsonObject();
    };
  }
}
