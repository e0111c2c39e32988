package vn.congkhai.screens;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.BoardAddress;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Playlist;
import vn.congkhai.indicator.ScreenName;
import vn.congkhai.indicator.Text;

/// What each named screen shows. The administrator's playlists are kept in the database and looked
/// up in memory; they go before those of the catalogue, and both before what an agency's screen
/// shows when nobody set anything.
public final class Screens {
  /// What the database says when playlists were changed, by whichever replica.
  public static final String CHANNEL = "congkhai_screen";

  private final PlaylistTable table;
  private final Supplier<Catalogue> catalogue;
  private final Clock clock;
  private volatile Map<ScreenName, Playlist> set = Map.of();
  private long loads;
  private long newestLoad;

  /// @param catalogue the one that is in force at the moment
  public Screens(Pool pool, Supplier<Catalogue> catalogue, Clock clock) {
    this.table = new PlaylistTable(pool);
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /// What became of a playlist that was to be stored.
  public enum Stored {
    CREATED,
    REPLACED,
    /// Nothing was stored: there are as many as there may be.
    NO_ROOM
  }

  /// A playlist that somebody set.
  ///
  /// @param inForce false for one of the catalogue that the administrator's hides
  public record Setting(Playlist playlist, Origin origin, boolean inForce) {}

  /// Who set a playlist.
  public enum Origin {
    ADMINISTRATOR,
    CATALOGUE
  }

  /// Reads the administrator's playlists into memory, in the place of those that were there. Of
  /// several under way the one that began last counts. Call it on one event loop.
  public Future<Void> load() {
    long load = ++loads;
    return table
        .all()
        .onSuccess(kept -> {
          if (load > newestLoad) {
            newestLoad = load;
            keep(kept);
          }
        })
        .mapEmpty();
  }

  private void keep(List<Playlist> kept) {
    Map<ScreenName, Playlist> next = new TreeMap<>();
    kept.forEach(playlist -> next.put(playlist.name(), playlist));
    set = next;
  }

  /// What the screen of that name shows: what the administrator set, else the catalogue, else, for
  /// the code of an agency that exists today, the agency's page, the province's and the ranking;
  /// null when it is none of them. Pages that the catalogue in force no longer has are left out;
  /// where none is left, the province's page stands in. Memory only, any thread.
  public @Nullable Playlist playlist(ScreenName name) {
    Catalogue now = catalogue.get();
    Playlist administrators = set.get(name);
    Playlist playlist = administrators == null ? now.screen(name) : administrators;
    return playlist == null ? ofAgency(name, now) : shown(playlist, now);
  }

  /// Whether the administrator or the catalogue set a playlist of that name. Any thread.
  public boolean isSet(ScreenName name) {
    return set.containsKey(name) || catalogue.get().screen(name) != null;
  }

  /// Every playlist that was set, by name; where there are two of a name the one in force first. As
  /// they were set, pages that no longer exist included. Any thread.
  public List<Setting> all() {
    Map<ScreenName, Playlist> administrators = set;
    Collection<Playlist> catalogues = catalogue.get().screens();
    Map<ScreenName, List<Setting>> byName = new TreeMap<>();
    administrators.forEach((name, playlist) ->
        byName.put(name, List.of(new Setting(playlist, Origin.ADMINISTRATOR, true))));
    for (Playlist playlist : catalogues) {
      Playlist hiding = administrators.get(playlist.name());
      Setting own = new Setting(playlist, Origin.CATALOGUE, hiding == null);
      byName.put(
          playlist.name(),
          hiding == null
              ? List.of(own)
              : List.of(new Setting(hiding, Origin.ADMINISTRATOR, true), own));
    }
    return byName.values().stream().flatMap(List::stream).toList();
  }

  /// Stores a playlist of the administrator's, in the place of the one of that name. Completes
  /// after the commit, and this replica shows it then; the others as soon as the database has told
  /// them.
  public Future<Stored> put(Playlist playlist) {
    return table.put(playlist).compose(stored -> learn().map(stored));
  }

  /// Takes back what the administrator set for the screen. False when there was nothing.
  public Future<Boolean> remove(ScreenName name) {
    return table.remove(name).compose(there -> learn().map(there));
  }

  /// What was stored is not undone because it cannot be read back at once: the next load knows it.
  private Future<Void> learn() {
    return load().otherwiseEmpty();
  }

  private static Playlist shown(Playlist playlist, Catalogue now) {
    List<BoardAddress> there = playlist.pages().stream().filter(now::has).toList();
    if (there.size() == playlist.pages().size()) {
      return playlist;
    }
    return playlist.with(there.isEmpty() ? List.of(BoardAddress.PROVINCE) : there);
  }

  private @Nullable Playlist ofAgency(ScreenName name, Catalogue now) {
    Agency agency = now.agency(name.value());
    LocalDate today = LocalDate.ofInstant(clock.instant(), Period.ZONE);
    if (agency == null || !agency.validity().on(Catalogue.judgingDay(now.year(), today))) {
      return null;
    }
    return new Playlist(
        name,
        new Text(agency.name(), agency.name()),
        List.of(BoardAddress.of(agency.code()), BoardAddress.PROVINCE, BoardAddress.RANKING),
        Playlist.USUAL_SECONDS,
        null);
  }
}
