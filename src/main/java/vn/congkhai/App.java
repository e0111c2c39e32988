package vn.congkhai;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.congkhai.apidocs.ApiDocs;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.history.History;
import vn.congkhai.http.Edge;
import vn.congkhai.ops.ManagementDoor;
import vn.congkhai.pages.Notice;
import vn.congkhai.settings.Secret;
import vn.congkhai.settings.Settings;
import vn.congkhai.telemetry.Telemetry;

/// The service: every room, and how they are put together. What opens first closes last.
///
/// @param adminToken of the running service
record App(DataFolder.Ports ports, Secret adminToken, Closing closing) implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(App.class);
  private static final long CLOSE_LIMIT_SECONDS = 15;

  /// Starts the service and returns when it is ready. Blocks.
  ///
  /// @param notice what every page must say besides the figures
  /// @throws Start.Refused when the external database does not let us in
  static App start(Settings settings, Catalogue catalogue, Clock clock, Notice notice)
      throws IOException, InterruptedException, Start.Refused {
    Closing closing = new Closing();
    try {
      return start(settings, catalogue, clock, notice, closing);
    } catch (Throwable failure) {
      closing.close();
      throw failure;
    }
  }

  private static App start(
      Settings settings, Catalogue catalogue, Clock clock, Notice notice, Closing closing)
      throws IOException, InterruptedException, Start.Refused {
    DataFolder folder = closing.add(DataFolder.open(settings.dataDir()));
    Secret adminToken = folder.adminToken(settings.adminToken());
    Telemetry telemetry = new Telemetry();
    Vertx vertx = telemetry.vertx();
    closing.then(() -> vertx.close().await(CLOSE_LIMIT_SECONDS, TimeUnit.SECONDS));
    Ground ground = new Ground(vertx, settings, clock, notice, telemetry);
    State state = new State();
    telemetry.publishReadiness(() -> state.reasons().isEmpty());
    var management =
        new ManagementDoor(Edge.options(settings.managementDoor(), null), telemetry, state);
    var _ = vertx.deployVerticle(management).await();

    Storage storage = closing.add(Storage.open(vertx, settings.database(), folder.path()));
    Books books = Books.of(ground, storage, catalogue, adminToken);
    var docs = new ApiDocs(settings.language());
    var publicUrl = new PublicUrl(settings.publicUrl(), settings.publicDoor().port());
    var agencies = AgenciesSide.door(ground, books, publicUrl, docs);
    var writePath = new WritePath(books, agencies);
    String writing = vertx.deployVerticle(writePath).await();
    closing.then(() -> vertx.undeploy(writing).await(CLOSE_LIMIT_SECONDS, TimeUnit.SECONDS));

    PublicSide everybody = PublicSide.of(ground, books, publicUrl, docs);
    var history = new History(vertx, storage.database().pool(), books.board()::board).follow();
    closing.then(history);
    telemetry.publish(books.board()::board, books.figures()::version);
    telemetry.publishHistory(history::taken);
    telemetry.publishScreens(everybody.rollCall()::connected);
    telemetry.publishDisk(folder.path());
    telemetry.publishAddress(publicUrl::known);
    management.add(everybody.screens());
    int publicPort =
        PublicDoor.open(
                vertx, Edge.options(settings.publicDoor(), settings.tls()), everybody.rooms())
            .await();
    publicUrl.opened(publicPort);
    var ports = new DataFolder.Ports(publicPort, writePath.port(), management.port());
    // what only the start needed, the unpacking of the database above all, goes back to the system
    System.gc();
    folder.write(ports);
    state.ready(books.journal());
    closing.then(state::stopping);
    LOG.info("service.ready {} catalogue={}", ports, catalogue.code());
    return new App(ports, adminToken, closing);
  }

  @Override
  public void close() {
    closing.close();
  }
}
