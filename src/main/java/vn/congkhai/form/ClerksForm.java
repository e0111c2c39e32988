package vn.congkhai.form;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.function.Function;
import vn.congkhai.content.TemplateFormat;
import vn.congkhai.form.Printer.Sending;
import vn.congkhai.http.Edge;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Routes;
import vn.congkhai.indicator.Agency;
import vn.congkhai.intake.Arrivals;
import vn.congkhai.intake.Authentication;
import vn.congkhai.intake.Desk;
import vn.congkhai.intake.GetTemplate;
import vn.congkhai.intake.Reception;
import vn.congkhai.journal.Link;
import vn.congkhai.typeset.Assets;

/// The addresses of the form. All of it runs on the agencies' door's event loop.
public final class ClerksForm implements Routes {
  private static final String HOME = "/form";

  private final Desk desk;
  private final Arrivals arrivals;
  private final Counter counter;
  private final Sheets sheets;
  private final Files files;
  private final Function<RoutingContext, String> publicUrl;
  private final BodyHandler body;

  /// @param publicUrl address of the public board, as far as anybody knows it
  public ClerksForm(
      Desk desk,
      Authentication authentication,
      Reception reception,
      Printer printer,
      Function<RoutingContext, String> publicUrl,
      Arrivals arrivals,
      int maxBodyBytes) {
    this.counter = new Counter(new Session(authentication), reception, printer);
    this.sheets = new Sheets(counter);
    this.files = new Files(counter, maxBodyBytes);
    this.desk = desk;
    this.arrivals = arrivals;
    this.publicUrl = publicUrl;
    this.body = BodyHandler.create(false).setBodyLimit(maxBodyBytes);
  }

  @Override
  public void addTo(Router router) {
    Assets.addTo(router);
    router.route(HOME + "*").handler(Edge::pageHeaders).handler(ClerksForm::headers);
    Edge.read(router, HOME).handler(page(this::home));
    Edge.read(router, HOME + "/receipts/:number").handler(page(this::receipt));
    for (TemplateFormat format : TemplateFormat.values()) {
      GetTemplate template =
          new GetTemplate(context -> counter.session().visitor(context).caller(), desk, format);
      Edge.read(router, HOME + "/template." + format.ending()).handler(page(template));
    }
    router.post(HOME + "/*").handler(page(SameOrigin::check));
    router.post(HOME + "/*").handler(page(this::admit));
    router.post(HOME + "/file").handler(page(files::show));
    router.post(HOME + "/*").handler(body).failureHandler(this::failed);
    router.post(HOME + "/sign-in").handler(page(this::signIn));
    router.post(HOME + "/sign-out").handler(page(this::signOut));
    router.post(HOME + "/check").handler(page(sheets::check));
    router.post(HOME + "/send").handler(page(sheets::send));
    router.post(HOME + "/file/send").handler(page(files::send));
  }

  /// What the form's pages need besides the other pages' headers: without a referrer of its own
  /// origin a browser does not say where a form came from.
  private static void headers(RoutingContext context) {
    context
        .response()
        .putHeader("Referrer-Policy", "same-origin")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    context.next();
  }

  /// A handler whose failures are told as pages.
  private Handler<RoutingContext> page(Handler<RoutingContext> handler) {
    return context -> {
      try {
        handler.handle(context);
      } catch (Failure failure) {
        counter.fail(context, failure);
      }
    };
  }

  /// A stranger sends no more than a form holds: enough to keep what was typed when the session
  /// ended.
  private void admit(RoutingContext context) {
    if (Arrivals.announced(context.request()) > Arrivals.SMALL) {
      var _ = counter.session().visitor(context);
    }
    arrivals.handle(context);
  }

  /// A body that is too large or cannot be understood.
  private void failed(RoutingContext context) {
    int status = context.statusCode();
    if (status == 413) {
      counter.fail(context, Upload.tooLarge());
    } else if (status >= 400 && status < 500) {
      counter.fail(
          context,
          new Failure(
              Failure.Kind.MALFORMED,
              "Trình duyệt gửi nội dung không đọc được.",
              "The browser sent what cannot be read."));
    } else {
      context.next();
    }
  }

  private void home(RoutingContext context) {
    if (!Session.claimed(context)) {
      counter.signIn(new Sending(context, 200, HOME, ""), "");
      return;
    }
    if (counter.mustChoose(context)) {
      choose(context);
    } else {
      sheets.show(context);
    }
  }

  private void choose(RoutingContext context) {
    counter
        .printer()
        .send(
            new Sending(context, 200, HOME, ""),
            "form-choice",
            drawing ->
                new Views.Choice(
                    drawing.frame(drawing.text("form-choice-title")),
                    drawing.board().catalogue().agencies().stream()
                        .filter(agency -> drawing.board().inForce(agency))
                        .map(ClerksForm::option)
                        .toList()));
  }

  private static Views.Option option(Agency agency) {
    return new Views.Option(agency.code().value(), agency.name());
  }

  private void signIn(RoutingContext context) {
    String token = context.request().getFormAttribute("token");
    counter.session().begin(context, token == null ? "" : token);
    if (context.request().getFormAttribute("period") == null) {
      counter.goTo(context, HOME);
    } else {
      // the session had ended while somebody typed
      sheets.check(context);
    }
  }

  private void signOut(RoutingContext context) {
    Session.end(context);
    counter.goTo(context, HOME);
  }

  private void receipt(RoutingContext context) {
    Visitor visitor = counter.session().visitor(context);
    String name = visitor.agency().map(code -> counter.name(code)).orElse("");
    long number = Reception.number(context.pathParam("number"));
    counter
        .reception()
        .receipt(number, visitor.caller())
        .onSuccess(link -> receipt(context, link, name))
        .onFailure(failure -> counter.fail(context, failure));
  }

  private void receipt(RoutingContext context, Link link, String signedIn) {
    ReceiptPage page =
        new ReceiptPage(
            link, counter.reception().warnings(link.submission()), publicUrl.apply(context));
    String path = HOME + "/receipts/" + link.submission().number();
    counter.printer().send(new Sending(context, 200, path, signedIn), "form-receipt", page::view);
  }
}
