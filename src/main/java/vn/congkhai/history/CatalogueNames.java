package vn.congkhai.history;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Indicator;

/// What a catalogue calls its agencies and indicators, in Vietnamese: the figures in the database
/// have codes only. What left the catalogue keeps the name it had.
record CatalogueNames(Catalogue catalogue) {
  private static final String AGENCIES =
      """
      INSERT INTO agency_name AS known (agency, level, name)
      SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
          ON CONFLICT (agency) DO UPDATE SET level = excluded.level, name = excluded.name
       WHERE (known.level, known.name) IS DISTINCT FROM (excluded.level, excluded.name)
      """;
  private static final String INDICATORS =
      """
      INSERT INTO indicator_name AS known (indicator, regime, unit, name)
      SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
          ON CONFLICT (indicator)
          DO UPDATE SET regime = excluded.regime, unit = excluded.unit, name = excluded.name
       WHERE (known.regime, known.unit, known.name)
             IS DISTINCT FROM (excluded.regime, excluded.unit, excluded.name)
      """;

  Future<?> write(SqlConnection connection) {
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
                        texts(indicators, indicator -> indicator.regime().code()),
                        texts(indicators, indicator -> indicator.unit().vi()),
                        texts(indicators, indicator -> indicator.name().vi()))));
  }

  private static <T> String[] texts(List<T> things, Function<T, String> text) {
    return things.stream().map(text).toArray(String[]::new);
  }
}
