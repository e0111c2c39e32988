package vn.congkhai.pages;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/// What an unattended screen shows by turns.
///
/// @param screen name of the screen; empty when nobody gave it one
/// @param pages at least one
/// @param seconds that a screenful stays
/// @param quietHours when the screen is dark, as `22:00-05:00`; empty when never
record Reel(String screen, List<Page> pages, int seconds, String quietHours) {
  Reel {
    pages = List.copyOf(pages);
  }

  /// A short word that changes with everything the reel says.
  String sign() {
    CRC32 sum = new CRC32();
    sum.update((screen + " " + seconds + " " + quietHours).getBytes(StandardCharsets.UTF_8));
    pages.forEach(page -> sum.update((" " + page.path()).getBytes(StandardCharsets.UTF_8)));
    return Long.toHexString(sum.getValue());
  }
}
