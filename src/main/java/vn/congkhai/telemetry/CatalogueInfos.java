package vn.congkhai.telemetry;

import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.congkhai.board.Board;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Plan;

/// What the catalogue calls things, in Vietnamese: dashboards and alerts join it to the codes that
/// all other series have. An agency has a name here as long as it exists.
final class CatalogueInfos {
  private final Board board;
  private final Catalogue catalogue;
  private final String province;

  CatalogueInfos(Board board) {
    this.board = board;
    this.catalogue = board.catalogue();
    this.province = catalogue.province().code();
  }

  List<InfoSnapshot> infos() {
    return List.of(
        info("catalogue", "The catalogue in use", Stream.of(catalogue), this::catalogue),
        info(
            "agency",
            "Name of an agency that exists",
            catalogue.agencies().stream().filter(board::inForce),
            this::agency),
        info("indicator", "Name of an indicator", catalogue.indicators().stream(), this::indicator),
        info("plan", "Number of a plan, or its title", catalogue.plans().stream(), this::plan));
  }

  private static <T> InfoSnapshot info(
      String name, String help, Stream<T> things, Function<T, Labels> labels) {
    return new InfoSnapshot(
        new MetricMetadata("congkhai_" + name, help),
        things.map(labels).map(InfoDataPointSnapshot::new).toList());
  }

  private Labels catalogue(Catalogue named) {
    return Labels.of("catalogue", named.code(), "version", named.version());
  }

  private Labels agency(Agency agency) {
    return Labels.of(
        "province", province,
        "level", agency.level().code(),
        "agency", agency.code().value(),
        "name", agency.name());
  }

  private Labels indicator(Indicator indicator) {
    return Labels.of(
        "province", province,
        "indicator", indicator.code().value(),
        "name", indicator.name().vi(),
        "unit", indicator.unit().vi(),
        "group", indicator.group(),
        "cycle", indicator.reporting().cycle().code());
  }

  private Labels plan(Plan plan) {
    return Labels.of(
        "province",
        province,
        "plan",
        plan.code().value(),
        "name",
        plan.number().isEmpty() ? plan.title() : plan.number());
  }
}
