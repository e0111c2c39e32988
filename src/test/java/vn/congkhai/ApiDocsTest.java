package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congkhai.content.Rule;

/// The contract and the pages about it, as both doors serve them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiDocsTest {
  private Service service;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    service = Service.start(folder);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  private HttpResponse<String> atAgencies(String path) throws Exception {
    return service.send(HttpRequest.newBuilder(URI.create(service.atAgencies(path))).build());
  }

  @Test
  void both_doors_serve_the_contract_as_it_was_written() throws Exception {
    String written = Files.readString(Path.of("web/openapi.yaml"));
    HttpResponse<String> served = service.see("/openapi.yaml");

    assertThat(served.body()).isEqualTo(written);
    assertThat(atAgencies("/openapi.yaml").body()).isEqualTo(written);
    assertThat(served.headers().firstValue("Content-Type")).hasValue("application/yaml");
    assertThat(served.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    String etag = served.headers().firstValue("ETag").orElseThrow();
    assertThat(service.see("/openapi.yaml", "If-None-Match", etag).statusCode()).isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docs", "/docs?lang=en"})
  void every_rule_stands_in_the_list_in_both_languages(String path) throws Exception {
    String page = atAgencies(path).body();

    assertThat(service.see(path).body()).isEqualTo(page);
    for (Rule rule : Rule.values()) {
      assertThat(page)
          .contains("<tr id=\"rule-" + rule.code() + "\"")
          .contains("<span lang=\"vi\">" + escaped(rule.message().vi()) + "</span>")
          .contains("<span lang=\"en\">" + escaped(rule.message().en()) + "</span>")
          .contains("<code>" + escaped(rule.example()) + "</code>");
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#x27;")
        .replace("`", "&#x60;")
        .replace("=", "&#x3D;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docs/api", "/docs/api?lang=en"})
  void every_operation_and_type_stands_on_the_page_and_every_link_leads_there(String path)
      throws Exception {
    String page = atAgencies(path).body();
    Set<String> anchors = all(page, "id=\"([^\"]+)\"");
    Set<String> links = all(page, "href=\"#([^\"]+)\"");

    for (OpenApi.Operation operation : OpenApi.CONTRACT.operations()) {
      assertThat(page)
          .contains("data-operation=\"" + operation.method() + " " + operation.path() + "\"");
    }
    assertThat(links).hasSizeGreaterThan(60);
    assertThat(anchors).containsAll(links).contains("schema-Receipt", "sendObservations");
  }

  @Test
  void a_page_speaks_the_language_asked_for() throws Exception {
    assertThat(atAgencies("/docs/api").body())
        .contains("<html lang=\"vi\">", "Gửi số liệu")
        .doesNotContain("Send figures");
    assertThat(atAgencies("/docs/api?lang=en").body())
        .contains("<html lang=\"en\">", "Send figures")
        .doesNotContain("Gửi số liệu");
  }

  @Test
  void every_request_of_the_examples_is_taken() throws Exception {
    int taken = 0;
    for (OpenApi.Operation operation : OpenApi.CONTRACT.operations()) {
      JsonObject body = operation.described().getJsonObject("requestBody", new JsonObject());
      for (var content : body.getJsonObject("content", new JsonObject())) {
        var examples =
            ((JsonObject) content.getValue()).getJsonObject("examples", new JsonObject());
        for (var example : examples) {
          Object value = ((JsonObject) example.getValue()).getValue("value");
          HttpResponse<String> answer = take(operation, content.getKey(), String.valueOf(value));
          assertThat(answer.statusCode()).as(operation + " " + answer.body()).isBetween(200, 201);
          taken++;
        }
      }
    }
    assertThat(taken).isGreaterThanOrEqualTo(6);
  }

  private HttpResponse<String> take(OpenApi.Operation operation, String type, String body)
      throws Exception {
    boolean figures = operation.path().equals("/api/v1/observations");
    String token = figures ? service.token(Service.WARD) : service.administrator();
    String path =
        operation
            .path()
            .replace("{plan}", "cao-bang-2026-administrative-reform")
            .replace("{number}", "1")
            .replace("{id}", "1")
            .replace("{name}", "sanh-1");
    return service.send(
        service
            .builder(path + "?dryRun=true", token)
            .header("Content-Type", type)
            .method(operation.method(), BodyPublishers.ofString(body))
            .build());
  }

  @Test
  void the_form_leads_to_the_rules() throws Exception {
    assertThat(atAgencies("/form").body())
        .contains("<a href=\"" + escaped("/docs?lang=vi") + "\">");
  }

  private static Set<String> all(String page, String pattern) {
    Set<String> found = new TreeSet<>();
    for (Matcher match = Pattern.compile(pattern).matcher(page); match.find(); ) {
      found.add(match.group(1));
    }
    return found;
  }

  @Test
  void a_browser_finds_nothing_to_say() {
    try (Browsers browsers = Browsers.open();
        BrowserContext context =
            browsers
                .browser()
                .newContext(new Browser.NewContextOptions().setViewportSize(390, 844))) {
      Page page = context.newPage();
      List<String> said = new ArrayList<>();
      page.onConsoleMessage(message -> said.add(message.text()));
      for (String path : List.of("/docs", "/docs/api?lang=en")) {
        page.navigate(service.atAgencies(path));
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
            .as(path)
            .isEqualTo(true);
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(path).isEmpty();
      }
      assertThat(said).isEmpty();
    }
  }
}
