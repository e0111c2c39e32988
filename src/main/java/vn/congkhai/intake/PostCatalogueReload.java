package vn.congkhai.intake;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Json;
import vn.congkhai.http.Routes;

/// `POST /api/v1/catalogue/reload`: the administrator changed the catalogue's files.
public final class PostCatalogueReload implements Handler<RoutingContext>, Routes {
  private final Authentication authentication;
  private final CatalogueReload reload;

  public PostCatalogueReload(Authentication authentication, CatalogueReload reload) {
    this.authentication = authentication;
    this.reload = reload;
  }

  @Override
  public void addTo(Router router) {
    router.post("/api/v1/catalogue/reload").handler(this);
  }

  @Override
  public void handle(RoutingContext context) {
    var _ = authentication.administrator(context);
    reload
        .reload()
        .onSuccess(catalogue -> Answers.json(context, 200, json(catalogue)))
        .onFailure(failure -> Answers.failure(context, Reception.named(failure)));
  }

  private static Buffer json(Catalogue catalogue) {
    return Json.object(json -> {
      json.writeStringField("catalogue", catalogue.code());
      json.writeStringField("version", catalogue.version());
      json.writeNumberField("agencies", catalogue.agencies().size());
      json.writeNumberField("indicators", catalogue.indicators().size());
      json.writeNumberField("targets", catalogue.targets().all().size());
    });
  }
}
