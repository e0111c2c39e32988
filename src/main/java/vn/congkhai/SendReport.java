package vn.congkhai;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import vn.congkhai.indicator.Text;
import vn.congkhai.sending.Parcel;
import vn.congkhai.sending.Progress;
import vn.congkhai.sending.Remark;
import vn.congkhai.sending.Verdict;
import vn.congkhai.sending.Wording;

/// What `congkhai send` tells: receipts on standard output, everything else on standard error, and
/// as its last line how it ended.
final class SendReport implements Progress {
  private final PrintWriter out;
  private final PrintWriter err;
  private final String door;
  private final String occasion;
  private final boolean terminal = Terminal.attached();
  private volatile boolean sending;

  /// @param occasion tells this sending apart from others of the same content; empty as a rule
  SendReport(PrintWriter out, PrintWriter err, String door, String occasion) {
    this.out = out;
    this.err = err;
    this.door = door;
    this.occasion = occasion;
  }

  String occasion() {
    return occasion;
  }

  /// Does the work, and says what to do when the process is ended in the middle of it.
  int untilDone(Callable<Integer> work) throws Exception {
    Thread farewell = new Thread(this::cutOff, "send-cut-off");
    Runtime.getRuntime().addShutdownHook(farewell);
    try {
      return work.call();
    } finally {
      var _ = Runtime.getRuntime().removeShutdownHook(farewell);
    }
  }

  private void cutOff() {
    if (sending) {
      say(
          "Đã dừng. Không mất gì và không lưu hai lần: hãy chạy lại đúng lệnh này" + resuming("vi"),
          "Stopped. Nothing is lost and nothing is stored twice: run the same command again"
              + resuming("en"));
    } else {
      say("Đã dừng; chưa gửi gì.", "Stopped; nothing was sent.");
    }
  }

  /// How an interrupted `--again` goes on.
  private String resuming(String language) {
    String instead = language.equals("vi") ? " thay cho --again." : " in place of --again.";
    return occasion.isEmpty()
        ? "."
        : (language.equals("vi") ? ", với" : ", with") + " --occasion " + occasion + instead;
  }

  @Override
  public void begins(Text step) {
    if (terminal) {
      say(step.vi(), step.en());
    }
  }

  @Override
  public void failed(int attempt, Text why, Duration pause) {
    String seconds = Long.toString(Math.max(1, Math.round(pause.toMillis() / 1000.0)));
    say(
        "Lần " + attempt + ": " + why.vi() + "; thử lại sau " + seconds + " giây",
        "attempt " + attempt + ": " + why.en() + "; trying again in " + seconds + " s");
  }

  /// From now on a file may arrive.
  void sends() {
    if (!sending && !occasion.isEmpty()) {
      say(
          "Lưu thêm một lần nữa; nếu bị ngắt, chạy lại với --occasion " + occasion,
          "storing once more; should it be cut off, run it again with --occasion " + occasion);
    }
    sending = true;
  }

  void tell(Parcel parcel, Verdict verdict) {
    switch (verdict) {
      case Verdict.Taken(JsonObject receipt, _, List<Remark> warnings) -> {
        if (receipt.containsKey("submission")) {
          Wording.receipt(parcel.name(), receipt, door).forEach(out::println);
          out.flush();
        } else {
          err.println(parcel.name() + ": " + Wording.changes(receipt));
          if (!warnings.isEmpty()) {
            say("  Được nhận, nhưng xin xem lại", "taken, but please look again:");
            remarks(warnings);
          }
        }
      }
      case Verdict.Refused(Text why, List<Remark> problems) -> {
        say(parcel.name() + ": " + why.vi(), why.en());
        remarks(problems);
      }
      case Verdict.Unanswered(Text why) -> say(parcel.name() + ": " + why.vi(), why.en());
    }
  }

  private void remarks(List<Remark> remarks) {
    Wording.remarks(remarks).forEach(err::println);
    err.flush();
  }

  void nothingSent() {
    say("CHƯA GỬI GÌ CẢ.", "NOTHING WAS SENT.");
  }

  void allFit(int files) {
    say(
        "Kiểm tra xong: " + files + " tệp có thể gửi; chưa lưu gì.",
        "Checked: " + files + " fit to be sent; nothing was stored.");
  }

  void allStored(int stored, int before) {
    if (before == 0) {
      say("Xong: đã lưu " + stored + " tệp.", "Done: stored " + stored + ".");
    } else {
      say(
          "Xong: đã lưu "
              + stored
              + " tệp; "
              + before
              + " tệp đã lưu từ trước, không lưu thêm"
              + " (muốn lưu thêm: --again).",
          "Done: stored "
              + stored
              + "; "
              + before
              + " had been stored before and were not stored"
              + " again (to do so: --again).");
    }
  }

  void brokenOff(int done, int files, Verdict last) {
    String vi = "CHƯA XONG: đã lưu " + done + "/" + files + " tệp";
    String en = "NOT DONE: stored " + done + " of " + files;
    if (last instanceof Verdict.Unanswered) {
      say(
          vi + "; tệp kế tiếp chưa rõ đã đến nơi chưa. Chạy lại đúng lệnh này" + resuming("vi"),
          en
              + "; whether the next one arrived is not known. Run the same command again"
              + resuming("en"));
    } else {
      say(vi + ".", en + ".");
    }
  }

  private void say(String vi, String en) {
    err.println(vi + " / " + en);
    err.flush();
  }
}
