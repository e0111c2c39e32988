package vn.congkhai.history;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.congkhai.board.CurrentBoard;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Indicator;

/// Keeps the names of agencies and indicators in the database, in Vietnamese: the figures there
/// have codes only. What left the catalogue keeps the name it had. Nothing waits for it; what could
/// not be written is tried again with the next board.
public final class CatalogueNames {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogueNames.class);
  private static final String AGENCIES =
      """
      INSERT INTO history.agency AS known (agency, level, name)
      SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
          ON CONFLICT (agency) DO UPDATE SET level = excluded.level, name = excluded.name
       WHERE (known.level, known.name) IS DISTINCT FROM (excluded.level, excluded.name)
      """;
  private static final String INDICATORS =
      """
      INSERT INTO history.indicator AS known (indicator, unit, name)
      SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
          ON CONFLICT (indicator) DO UPDATE SET unit = excluded.unit, name = excluded.name
       WHERE (known.unit, known.name) IS DISTINCT FROM (excluded.unit, excluded.name)
      """;

  private final Pool pool;
  private volatile @Nullable Catalogue written;

  public CatalogueNames(Pool pool) {
    this.pool = pool;
  }

  /// Writes the names of the catalogue in force, and those of each that comes after it.
  public void follow(CurrentBoard board) {
    write(board.board().catalogue());
    board.watch(next -> write(next.catalogue()));
  }

  private void write(Catalogue catalogue) {
    if (catalogue.equals(written)) {
      return;
    }
    written = catalogue;
    var _ =
        pool.withTransaction(connection -> write(catalogue, connection))
            .onFailure(failure -> {
              written = null;
              LOG.warn("history.names-not-written cause=\"{}\"", failure.toString());
            });
  }

  private static Future<?> write(Catalogue catalogue, SqlConnection connection) {
    List<Agency> agencies = catalogue.agencies();
    List<Indicator> indicators = catalogue.indicators();
    return connection
        .preparedQuery(AGENCIES)
        .execute(
            Tuple.of(
                texts(agencies, agency -> agency.code().value()),
                texts(agencies, agency -> agency.level().code()),
                texts(agencies, Agency::name)))
        .compose(_ ->
            connection
                .preparedQuery(INDICATORS)
                .execute(
                    Tuple.of(
                        texts(indicators, indicator -> indicator.code().value()),
                        texts(indicators, indicator -> indicator.unit().vi()),
                        texts(indicators, indicator -> indicator.name().vi()))));
  }

  private static <T> String[] texts(List<T> things, Function<T, String> text) {
    return things.stream().map(text).toArray(String[]::new);
  }
}
