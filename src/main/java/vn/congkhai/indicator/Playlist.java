package vn.congkhai.indicator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a screen shows, page after page, over and over.
///
/// @param title what the screen is called where it hangs; null when nobody has named it
/// @param pages 1 to 12 in the order in which they are shown
/// @param seconds how long each screenful stays, 5 to 120
/// @param quietHours null when it has none of its own
public record Playlist(
    ScreenName name,
    @Nullable Text title,
    List<BoardAddress> pages,
    int seconds,
    @Nullable QuietHours quietHours) {
  public static final int MOST_PAGES = 12;
  public static final int SHORTEST_SECONDS = 5;
  public static final int USUAL_SECONDS = 15;
  public static final int LONGEST_SECONDS = 120;

  /// So many screens may be set in one place.
  public static final int MOST_SCREENS = 500;

  /// A title has so many characters at the most.
  public static final int LONGEST_TITLE = 120;

  public Playlist {
    pages = List.copyOf(pages);
    if (pages.isEmpty() || pages.size() > MOST_PAGES) {
      throw new IllegalArgumentException(name + " has " + pages.size() + " pages");
    }
    if (seconds < SHORTEST_SECONDS || seconds > LONGEST_SECONDS) {
      throw new IllegalArgumentException(name + " shows a page for " + seconds + " s");
    }
  }

  /// The same screen with other pages.
  public Playlist with(List<BoardAddress> others) {
    return new Playlist(name, title, others, seconds, quietHours);
  }
}
