package vn.congkhai;

import java.util.List;
import vn.congkhai.access.FailedAttempts;
import vn.congkhai.apidocs.ApiDocs;
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
import vn.congkhai.settings.Settings;

/// What agencies and administrators meet: everything behind the agencies' door.
final class AgenciesSide {
  private AgenciesSide() {}

  static AgenciesDoor door(Ground ground, Books books, PublicUrl publicUrl, ApiDocs docs) {
    Settings settings = ground.settings();
    var desk =
        new Desk(
            books.tokens(),
            books.figures(),
            books.board(),
            books.journal(),
            books.submissions(),
            ground.clock(),
            ground.telemetry());
    var authentication = new Authentication(books.tokens(), new FailedAttempts(System::nanoTime));
    var reception = new Reception(ground.vertx(), desk);
    var arrivals = new Arrivals(settings.maxBodyBytes());
    var printer =
        new Printer(
            books.board(),
            settings.language(),
            ground.notice().rehearsal(),
            books.journal()::available);
    var form =
        new ClerksForm(
            desk,
            authentication,
            reception,
            printer,
            publicUrl::of,
            arrivals,
            settings.maxBodyBytes());
    var screens = new ScreenSettings(authentication, books.screens(), books.figures()::catalogue);
    var reload =
        new CatalogueReload(ground.vertx(), settings.catalogue(), books.figures(), books.journal());
    return new AgenciesDoor(
        ground.vertx(),
        Edge.options(settings.agenciesDoor(), settings.tls()),
        settings.maxBodyBytes(),
        desk,
        authentication,
        reception,
        arrivals,
        List.of(form, docs, screens, new PostCatalogueReload(authentication, reload)));
  }
}
