package vn.congkhai.screens;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsFirst;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Playlist;
import vn.congkhai.indicator.ScreenName;

/// Which of the screens that there should be are there: those that somebody set a playlist for, and
/// those that were seen besides. Any thread.
public final class RollCall {
  // dark before live, the longest dark first, those that were never seen after them
  private static final Comparator<Entry> ORDER =
      comparing(Entry::live)
          .thenComparing(entry -> entry.sighting() == null)
          .thenComparing(Entry::darkSince, nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Entry::name);

  private final Screens screens;
  private final Sightings sightings;

  public RollCall(Screens screens, Sightings sightings) {
    this.screens = screens;
    this.sightings = sightings;
  }

  /// A screen.
  ///
  /// @param playlist that it shows; null when the name is a stranger's
  /// @param sighting null when it was not seen since this program started
  public record Entry(ScreenName name, @Nullable Playlist playlist, @Nullable Sighting sighting) {
    /// Whether it is connected.
    public boolean live() {
      return sighting != null && sighting.lines() > 0;
    }

    private @Nullable Instant darkSince() {
      return sighting == null ? null : sighting.darkSince();
    }
  }

  /// Dark ones first, the longest dark of them before the others; then those that were never seen;
  /// then the connected ones by name.
  public List<Entry> entries() {
    Map<ScreenName, Entry> entries = new TreeMap<>();
    for (Screens.Setting setting : screens.all()) {
      ScreenName name = setting.playlist().name();
      entries.put(name, new Entry(name, screens.playlist(name), null));
    }
    for (Sighting seen : sightings.sightings()) {
      entries.put(seen.name(), new Entry(seen.name(), screens.playlist(seen.name()), seen));
    }
    List<Entry> sorted = new ArrayList<>(entries.values());
    sorted.sort(ORDER);
    return sorted;
  }

  /// Open lines by name: of every connected screen, and 0 for those that somebody set a playlist
  /// for and that are dark.
  public Map<String, Integer> connected() {
    Map<String, Integer> lines = new TreeMap<>();
    screens.all().forEach(setting -> lines.put(setting.playlist().name().value(), 0));
    for (Sighting seen : sightings.sightings()) {
      if (seen.lines() > 0) {
        lines.put(seen.name().value(), seen.lines());
      }
    }
    return lines;
  }
}
