package vn.congkhai.sending;

import java.time.Duration;
import vn.congkhai.indicator.Text;

/// What is told while a parcel is under way.
public interface Progress {
  /// A step begins.
  void begins(Text step);

  /// An attempt failed, and the next one comes after the pause.
  ///
  /// @param attempt 1 for the first
  void failed(int attempt, Text why, Duration pause);
}
