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

  /// Open lines by name: 0 for the dark ones of those that somebody set a playlist for and of those
  /// that were seen and have one without anybody setting it. Names that have none are anybody's
  /// words: they count together under [ScreenName#OTHER], while one of them is connected.
  public Map<String, Integer> connected() {
    Map<String, Integer> lines = new TreeMap<>();
    screens.all().forEach(setting -> lines.put(setting.playlist().name().value(), 0));
    for (Sighting seen : sightings.sightings()) {
      if (hasPlaylist(seen.name())) {
        lines.put(seen.name().value(), seen.lines());
      } else if (seen.lines() > 0) {
        lines.merge(ScreenName.OTHER.value(), seen.lines(), Integer::sum);
      }
    }
    return lines;
  }

  private boolean hasPlaylist(ScreenName name) {
    return !name.equals(ScreenName.OTHER) && screens.playlist(name) != null;
  }
}
