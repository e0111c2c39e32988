package vn.congkhai;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.congkhai.access.FailedAttempts;
import vn.congkhai.access.Pace;
import vn.congkhai.access.Tokens;
import vn.congkhai.apidocs.ApiDocs;
import vn.congkhai.board.CurrentBoard;
import vn.congkhai.board.Figures;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.form.ClerksForm;
import vn.congkhai.form.Printer;
import vn.congkhai.http.Edge;
import vn.congkhai.intake.AgenciesDoor;
import vn.congkhai.intake.Arrivals;
import vn.congkhai.intake.Authentication;
import vn.congkhai.intake.CatalogueReload;
import vn.congkhai.intake.Desk;
import vn.congkhai.intake.PostCatalogueReload;
import vn.congkhai.intake.Reception;
import vn.congkhai.intake.ScreenSettings;
import vn.congkhai.journal.Journal;
import vn.congkhai.journal.Submissions;
import vn.congkhai.live.Live;
import vn.congkhai.live.Presence;
import vn.congkhai.marks.Badges;
import vn.congkhai.marks.QrCodes;
import vn.congkhai.opendata.OpenData;
import vn.congkhai.ops.ManagementDoor;
import vn.congkhai.ops.ScreensPage;
import vn.congkhai.pages.HouseRules;
import vn.congkhai.pages.Notice;
import vn.congkhai.pages.Pages;
import vn.congkhai.pages.Press;
import vn.congkhai.screens.RollCall;
import vn.congkhai.screens.Screens;
import vn.congkhai.settings.Secret;
import vn.congkhai.settings.Settings;
import vn.congkhai.telemetry.Telemetry;
import vn.congkhai.typeset.Assets;

/// The service: every room, and how they are put together. What opens first closes last.
///
/// @param adminToken of the running service
record App(DataFolder.Ports ports, Secret adminToken, Closing closing) implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(App.class);
  private static final long CLOSE_LIMIT_SECONDS = 15;

  /// Starts the service and returns when it is ready. Blocks.
  ///
  /// @param notice what every page must say besides the figures
  static App start(Settings settings, Catalogue catalogue, Clock clock, Notice notice)
      throws IOException, InterruptedException {
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
      throws IOException, InterruptedException {
    DataFolder folder = closing.add(DataFolder.open(settings.dataDir()));
    Secret adminToken = folder.adminToken(settings.adminToken());
    Telemetry telemetry = new Telemetry();
    Vertx vertx = telemetry.vertx();
    closing.then(() -> vertx.close().await(CLOSE_LIMIT_SECONDS, TimeUnit.SECONDS));
    State state = new State();
    var management =
        new ManagementDoor(Edge.options(settings.managementDoor(), null), telemetry, state);
    var _ = vertx.deployVerticle(management).await();

    Storage storage = closing.add(Storage.open(vertx, settings.database(), folder.path()));
    var submissions = new Submissions(storage.database().pool());
    var readable = new Submissions(storage.database().readers());
    var pace = Pace.ofRequests(settings.tokenRequestsPerSecond(), System::nanoTime);
    var tokens = new Tokens(storage.database().pool(), clock, new SecureRandom(), adminToken, pace);
    var figures = new Figures(catalogue);
    var screens = new Screens(storage.database().pool(), figures::catalogue, clock);
    var journal = new Journal(vertx, submissions, figures, clock, telemetry);
    var board = new CurrentBoard(vertx, figures, clock);
    var desk = new Desk(tokens, figures, board, journal, submissions, clock, telemetry);
    var authentication = new Authentication(tokens, new FailedAttempts(System::nanoTime));
    var reception = new Reception(vertx, desk);
    var arrivals = new Arrivals(settings.maxBodyBytes());
    var publicPort = new AtomicInteger(settings.publicDoor().port());
    var form =
        new ClerksForm(
            desk,
            authentication,
            reception,
            new Printer(board, settings.language(), notice.rehearsal(), journal::available),
            request -> PublicUrl.of(settings.publicUrl(), request, publicPort.get()),
            arrivals,
            settings.maxBodyBytes());
    var docs = new ApiDocs(settings.language());
    var agencies =
        new AgenciesDoor(
            vertx,
            Edge.options(settings.agenciesDoor(), settings.tls()),
            settings.maxBodyBytes(),
            desk,
            authentication,
            reception,
            arrivals,
            List.of(
                form,
                docs,
                new ScreenSettings(authentication, screens, figures::catalogue),
                new PostCatalogueReload(
                    authentication,
                    new CatalogueReload(vertx, settings.catalogue(), figures, journal))));
    var tokenNews = storage.database().channel(Tokens.CHANNEL);
    var screenNews = storage.database().channel(Screens.CHANNEL);
    var learnings =
        List.of(
            new Learning("tokens", tokenNews, tokens::load),
            new Learning("screens", screenNews, screens::load));
    var writePath = new WritePath(tokens, learnings, journal, board, agencies);
    String writing = vertx.deployVerticle(writePath).await();
    closing.then(() -> vertx.undeploy(writing).await(CLOSE_LIMIT_SECONDS, TimeUnit.SECONDS));
    telemetry.publish(board::board);

    String program = Assets.version();
    var presence = new Presence(clock, name -> screens.playlist(name) != null);
    var live = new Live(board, clock, program, presence);
    var rollCall = new RollCall(screens, presence);
    telemetry.publishScreens(rollCall::connected);
    management.add(
        new ScreensPage(
            rollCall, () -> board.board().version(), program, clock, settings.language()));
    var rules = new HouseRules(settings.language(), notice, settings.quietHours());
    var press = new Press(board, clock, rules, journal::available);
    var pages = new Pages(press, board, readable, screens::playlist, rules);
    var badges = new Badges(board, settings.language(), notice.illustrative(), notice.rehearsal());
    var codes =
        new QrCodes(request -> PublicUrl.atHome(settings.publicUrl(), request, publicPort.get()));
    var openData = new OpenData(board, readable, notice.illustrative());
    publicPort.set(
        PublicDoor.open(
                vertx,
                Edge.options(settings.publicDoor(), settings.tls()),
                List.of(pages, badges, codes, live, openData, docs))
            .await());
    var ports = new DataFolder.Ports(publicPort.get(), writePath.port(), management.port());
    // what only the start needed, the unpacking of the database above all, goes back to the system
    System.gc();
    folder.write(ports);
    state.ready(journal);
    closing.then(state::stopping);
    LOG.info("service.ready {} catalogue={}", ports, catalogue.code());
    return new App(ports, adminToken, closing);
  }

  @Override
  public void close() {
    closing.close();
  }
}
