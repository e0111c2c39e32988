package vn.congkhai;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a browser that has nothing yet loads for one page, and what it complains of.
///
/// @param bytes of all bodies but fonts, as they were sent
/// @param addresses of everything that was asked for, in its order
/// @param scripts addresses of scripts
/// @param plain addresses of what could have been compressed and was not
/// @param headers of the page itself
/// @param complaints errors that scripts threw or the browser wrote to its console
record Baggage(
    int status,
    long bytes,
    List<String> addresses,
    List<String> scripts,
    List<String> plain,
    Map<String, String> headers,
    List<String> complaints) {
  static final long MOST_BYTES = 60 * 1024;

  private static final List<String> COMPRESSIBLE = List.of("document", "stylesheet", "script");

  static Baggage of(Browser browser, String address) {
    var fresh =
        new Browser.NewContextOptions()
            .setViewportSize(1920, 1080)
            .setServiceWorkers(ServiceWorkerPolicy.BLOCK);
    try (BrowserContext context = browser.newContext(fresh)) {
      Page page = context.newPage();
      List<Request> asked = new ArrayList<>();
      List<Request> finished = new ArrayList<>();
      List<String> complaints = new ArrayList<>();
      page.onRequest(asked::add);
      page.onRequestFinished(finished::add);
      page.onPageError(complaints::add);
      page.onConsoleMessage(message -> {
        if (message.type().equals("error")) {
          complaints.add(message.text());
        }
      });
      Response answer = page.navigate(address);
      var _ = page.evaluate("document.fonts.ready.then(() => true)");
      return of(answer, asked, finished, complaints);
    }
  }

  private static Baggage of(
      Response answer, List<Request> asked, List<Request> finished, List<String> complaints) {
    List<Request> loads =
        List.copyOf(finished).stream().filter(each -> !each.resourceType().equals("font")).toList();
    return new Baggage(
        answer.status(),
        loads.stream().mapToLong(each -> each.sizes().responseBodySize).sum(),
        asked.stream().map(Request::url).toList(),
        asked.stream()
            .filter(each -> each.resourceType().equals("script"))
            .map(Request::url)
            .toList(),
        loads.stream()
            .filter(each -> COMPRESSIBLE.contains(each.resourceType()))
            .filter(each -> !"gzip".equals(each.response().headerValue("content-encoding")))
            .map(Request::url)
            .toList(),
        answer.allHeaders(),
        complaints);
  }
}
