package vn.congkhai;

import java.util.List;
import vn.congkhai.sending.Delivery;
import vn.congkhai.sending.Parcel;
import vn.congkhai.sending.Verdict;

/// The order of work of `congkhai send`: all files are checked before the first one is sent.
final class SendRun {
  private SendRun() {}

  /// Checks all files.
  ///
  /// @return the exit code
  static int check(List<Parcel> parcels, Delivery delivery, SendReport report)
      throws InterruptedException {
    if (!fit(parcels, delivery, report)) {
      return 1;
    }
    report.allFit(parcels.size());
    return 0;
  }

  /// Checks all files and, when the door would take every one, sends them.
  ///
  /// @return the exit code
  static int send(List<Parcel> parcels, Delivery delivery, SendReport report)
      throws InterruptedException {
    if (!fit(parcels, delivery, report)) {
      return 1;
    }
    int stored = 0;
    int before = 0;
    for (Parcel parcel : parcels) {
      report.sends();
      Verdict verdict = delivery.send(parcel, report.occasion());
      report.tell(parcel, verdict);
      if (!(verdict instanceof Verdict.Taken taken)) {
        report.brokenOff(stored + before, parcels.size(), verdict);
        return 1;
      }
      stored += taken.before() ? 0 : 1;
      before += taken.before() ? 1 : 0;
    }
    report.allStored(stored, before);
    return 0;
  }

  private static boolean fit(List<Parcel> parcels, Delivery delivery, SendReport report)
      throws InterruptedException {
    boolean fit = true;
    for (Parcel parcel : parcels) {
      Verdict verdict = delivery.check(parcel);
      report.tell(parcel, verdict);
      fit &= verdict instanceof Verdict.Taken;
      if (verdict instanceof Verdict.Unanswered) {
        break;
      }
    }
    if (!fit) {
      report.nothingSent();
    }
    return fit;
  }
}
