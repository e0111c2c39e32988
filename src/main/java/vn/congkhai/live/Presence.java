package vn.congkhai.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.ScreenName;
import vn.congkhai.screens.Sighting;
import vn.congkhai.screens.Sightings;

/// Which named screens are connected to this replica, and which were since it started. In memory
/// only; any thread.
///
/// Names that somebody gave a playlist are always kept. Anybody can connect under any other name,
/// so of those there are [#MOST_STRANGERS] at the most: the one that is dark the longest is
/// forgotten first, and when all of them are connected further ones count together under
/// [ScreenName#OTHER].
public final class Presence implements Sightings {
  /// So many names are kept that nobody gave a playlist.
  static final int MOST_STRANGERS = 200;

  /// After so long in the dark such a name is forgotten.
  static final Duration FORGOTTEN = Duration.ofDays(7);

  private final Clock clock;
  private final Predicate<ScreenName> known;
  private final Map<ScreenName, Seen> byName = new HashMap<>();

  /// @param known whether there is a playlist of that name; asked often
  public Presence(Clock clock, Predicate<ScreenName> known) {
    this.clock = clock;
    this.known = known;
  }

  /// A name and its lines.
  private static final class Seen {
    private int lines;
    private Instant connectedAt = Instant.EPOCH;
    private Instant lastSeen = Instant.EPOCH;
    private @Nullable Instant darkSince;
    private String address = "";
    private @Nullable Long drawn;
    private @Nullable String program;
    private @Nullable String page;

    private Sighting sighting(ScreenName name) {
      return new Sighting(
          name, lines, connectedAt, lastSeen, darkSince, address, drawn, program, page);
    }

    private void said(Instant now, Announcement announcement) {
      lastSeen = now;
      drawn = announcement.drawn() == null ? drawn : announcement.drawn();
      program = announcement.program() == null ? program : announcement.program();
      page = announcement.page() == null ? page : announcement.page();
    }
  }

  /// A line was opened.
  ///
  /// @return the name that it counts under, for [#seen] and [#disconnected]
  synchronized ScreenName connected(ScreenName name, Announcement announcement, String address) {
    Instant now = clock.instant();
    forgetDark(now);
    ScreenName counted = byName.containsKey(name) || roomFor(name) ? name : ScreenName.OTHER;
    Seen seen = byName.computeIfAbsent(counted, _ -> new Seen());
    if (seen.lines == 0) {
      seen.connectedAt = now;
      seen.darkSince = null;
      // what it drew before it went dark is not what it shows now
      seen.drawn = null;
      seen.program = null;
      seen.page = null;
    }
    seen.lines++;
    seen.address = address;
    seen.said(now, announcement);
    return counted;
  }

  /// Whether the name may be kept; forgets another one when that makes room.
  private boolean roomFor(ScreenName name) {
    if (name.equals(ScreenName.OTHER) || known.test(name)) {
      return true;
    }
    List<Map.Entry<ScreenName, Seen>> strangers =
        byName.entrySet().stream().filter(entry -> stranger(entry.getKey())).toList();
    if (strangers.size() < MOST_STRANGERS) {
      return true;
    }
    return strangers.stream()
        .filter(entry -> entry.getValue().darkSince != null)
        .min(Comparator.comparing(entry -> Objects.requireNonNull(entry.getValue().darkSince)))
        .map(entry -> byName.remove(entry.getKey()))
        .isPresent();
  }

  private boolean stranger(ScreenName name) {
    return !name.equals(ScreenName.OTHER) && !known.test(name);
  }

  private void forgetDark(Instant now) {
    Instant limit = now.minus(FORGOTTEN);
    Collection<Map.Entry<ScreenName, Seen>> entries = byName.entrySet();
    entries.removeIf(entry -> {
      Instant dark = entry.getValue().darkSince;
      return dark != null && dark.isBefore(limit) && !known.test(entry.getKey());
    });
  }

  /// A line was closed.
  synchronized void disconnected(ScreenName counted) {
    Seen seen = byName.get(counted);
    if (seen != null && --seen.lines == 0) {
      seen.darkSince = clock.instant();
    }
  }

  /// A line has taken something.
  synchronized void seen(ScreenName counted) {
    Seen seen = byName.get(counted);
    if (seen != null) {
      seen.lastSeen = clock.instant();
    }
  }

  /// A screen says what it has drawn since. One that is not connected is not heard.
  synchronized void drew(ScreenName name, Announcement announcement) {
    Seen seen = byName.get(name);
    if (seen != null && seen.lines > 0) {
      seen.said(clock.instant(), announcement);
    }
  }

  @Override
  public synchronized List<Sighting> sightings() {
    forgetDark(clock.instant());
    List<Sighting> sightings = new ArrayList<>(byName.size());
    byName.forEach((name, seen) -> sightings.add(seen.sighting(name)));
    return sightings;
  }
}
