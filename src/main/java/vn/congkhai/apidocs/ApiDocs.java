package vn.congkhai.apidocs;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.zip.CRC32;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Document;
import vn.congkhai.http.Edge;
import vn.congkhai.http.Kept;
import vn.congkhai.http.Routes;
import vn.congkhai.indicator.Language;

/// The contract and what is written about it, the same at both doors. Each is made when the first
/// reader asks for it and never changes while the program runs.
public final class ApiDocs implements Routes {
  private static final String HTML = "text/html; charset=utf-8";
  private static final String FOR_EVER = "";
  private static final long MOST_KEPT_BYTES = 8 << 20;

  private final Language usual;
  private final DocsPress press = new DocsPress();
  private final Kept<String, String> documents = new Kept<>(MOST_KEPT_BYTES);

  /// @param usual language of a page when none is asked for
  public ApiDocs(Language usual) {
    this.usual = usual;
  }

  @Override
  public void addTo(Router router) {
    Edge.read(router, "/openapi.yaml").handler(this::contract);
    Edge.read(router, "/docs*").handler(Edge::pageHeaders);
    Edge.read(router, "/docs").handler(context -> page(context, press::rules));
    Edge.read(router, "/docs/api").handler(context -> page(context, press::operations));
  }

  private void contract(RoutingContext context) {
    // a tool in somebody's browser may read it too
    send(
        context,
        "openapi",
        () ->
            document("application/yaml", Contract.text()).with("Access-Control-Allow-Origin", "*"));
  }

  private void page(RoutingContext context, Function<Language, Buffer> drawing) {
    Language language = language(context);
    String key = context.normalizedPath() + "." + language.tag();
    send(context, key, () -> document(HTML, drawing.apply(language)));
  }

  private void send(RoutingContext context, String key, Callable<Document> making) {
    documents
        .get(context.vertx(), key, FOR_EVER, making)
        .onSuccess(document -> document.send(context))
        .onFailure(failure -> Answers.failure(context, failure));
  }

  private static Document document(String type, Buffer body) {
    CRC32 sum = new CRC32();
    sum.update(body.getBytes());
    return Document.of(type, "%08x".formatted(sum.getValue()), body);
  }

  private Language language(RoutingContext context) {
    String tag = context.request().getParam("lang");
    for (Language language : Language.values()) {
      if (language.tag().equals(tag)) {
        return language;
      }
    }
    return usual;
  }
}
