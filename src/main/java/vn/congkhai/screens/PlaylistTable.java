package vn.congkhai.screens;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.congkhai.indicator.BoardAddress;
import vn.congkhai.indicator.Playlist;
import vn.congkhai.indicator.QuietHours;
import vn.congkhai.indicator.ScreenName;
import vn.congkhai.indicator.Text;
import vn.congkhai.postgres.Unavailable;

/// The administrator's playlists in the database. Every method fails with [Unavailable] when it is
/// away.
final class PlaylistTable {
  private static final Logger LOG = LoggerFactory.getLogger(PlaylistTable.class);
  private static final String ALL =
      """
      SELECT name, title_vi, title_en, pages, seconds, quiet_hours
        FROM screen
       ORDER BY name
      """;
  // a new one only while there is room; a known one always
  private static final String PUT =
      """
      INSERT INTO screen (name, title_vi, title_en, pages, seconds, quiet_hours)
      SELECT $1, $2, $3, $4, $5, $6
       WHERE (SELECT count(*) FROM screen WHERE name <> $1) < $7
          ON CONFLICT (name) DO UPDATE
         SET title_vi = excluded.title_vi,
             title_en = excluded.title_en,
             pages = excluded.pages,
             seconds = excluded.seconds,
             quiet_hours = excluded.quiet_hours
      RETURNING xmax = 0 AS created
      """;
  private static final String REMOVE =
      """
      DELETE FROM screen
       WHERE name = $1
      """;

  private final Pool pool;

  PlaylistTable(Pool pool) {
    this.pool = pool;
  }

  /// All of them by name, but for rows that somebody spoilt by hand.
  Future<List<Playlist>> all() {
    return query(ALL, Tuple.tuple())
        .map(rows -> {
          List<Playlist> playlists = new ArrayList<>(rows.size());
          for (Row row : rows) {
            Playlist playlist = playlist(row);
            if (playlist == null) {
              LOG.warn("screens.row-not-understood screen={}", row.getString("name"));
            } else {
              playlists.add(playlist);
            }
          }
          return playlists;
        });
  }

  Future<Screens.Stored> put(Playlist playlist) {
    Text title = playlist.title();
    QuietHours quiet = playlist.quietHours();
    Tuple row =
        Tuple.of(
            playlist.name().value(),
            title == null ? null : title.vi(),
            title == null ? null : title.en(),
            playlist.pages().stream().map(BoardAddress::toString).toArray(String[]::new),
            playlist.seconds(),
            quiet == null ? null : quiet.toString());
    return query(PUT, row.addInteger(Playlist.MOST_SCREENS)).map(PlaylistTable::stored);
  }

  private static Screens.Stored stored(RowSet<Row> rows) {
    if (rows.size() == 0) {
      return Screens.Stored.NO_ROOM;
    }
    return rows.iterator().next().getBoolean("created")
        ? Screens.Stored.CREATED
        : Screens.Stored.REPLACED;
  }

  /// Whether there was one.
  Future<Boolean> remove(ScreenName name) {
    return query(REMOVE, Tuple.of(name.value())).map(rows -> rows.rowCount() > 0);
  }

  private Future<RowSet<Row>> query(String sql, Tuple values) {
    return pool.preparedQuery(sql).execute(values).recover(Unavailable::named);
  }

  private static @Nullable Playlist playlist(Row row) {
    ScreenName name = ScreenName.parse(row.getString("name"));
    List<BoardAddress> pages =
        Arrays.stream(row.getArrayOfStrings("pages"))
            .map(BoardAddress::parse)
            .filter(Objects::nonNull)
            .toList();
    String quiet = row.getString("quiet_hours");
    if (name == null || pages.isEmpty() || pages.size() > Playlist.MOST_PAGES) {
      return null;
    }
    return new Playlist(
        name,
        title(row.getString("title_vi"), row.getString("title_en")),
        pages,
        row.getInteger("seconds"),
        quiet == null ? null : QuietHours.parse(quiet));
  }

  private static @Nullable Text title(@Nullable String vi, @Nullable String en) {
    return vi == null || en == null || vi.isBlank() || en.isBlank() ? null : new Text(vi, en);
  }
}
