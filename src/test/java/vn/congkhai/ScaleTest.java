package vn.congkhai;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.catalogue.Catalogues;

/// The pages with as many communes as the whole country has.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScaleTest {
  private static final int COMMUNES = 3400;
  private static final String INDICATOR = "on-time-rate";
  private static final Pattern ROW =
      Pattern.compile("<th scope=\"row\"[^>]*><a href=\"/board/agencies/([a-z0-9-]+)");
  private static final Pattern NEXT = Pattern.compile("<a href=\"([^\"]+)\" rel=\"next\"");

  private static final List<String> PAGES =
      List.of(
          "/board",
          "/board/ranking",
          "/board/duties",
          "/board/indicators/" + INDICATOR,
          "/board/agencies/" + code(0));

  @TempDir static Path folder;

  private Browsers browsers;
  private Service service;
  private int reported;

  @BeforeAll
  void start() throws Exception {
    browsers = Browsers.open();
    Catalogue catalogue =
        Catalogues.caoBangWith("agencies.csv", text -> text.strip() + "\n" + communes());
    service = Service.start(folder, null, catalogue, Service.MORNING);
  }

  @AfterAll
  void stop() {
    if (service != null) {
      service.close();
      browsers.close();
    }
  }

  private static String code(int number) {
    return "tn-xa-%04d".formatted(number);
  }

  private static String communes() {
    return IntStream.range(0, COMMUNES)
        .mapToObj(
            i -> code(i) + ",commune,Xã Thử nghiệm mở rộng số " + i + ",Thử nghiệm " + i + ",,,,\n")
        .collect(joining());
  }

  /// Lets communes report until so many of them have.
  private void report(int communes) throws Exception {
    List<Callable<HttpResponse<String>>> reports =
        IntStream.range(reported, communes)
            .<Callable<HttpResponse<String>>>mapToObj(i -> () -> service.administrate(body(i)))
            .toList();
    reported = Math.max(reported, communes);
    try (ExecutorService senders = Executors.newFixedThreadPool(16)) {
      for (Future<HttpResponse<String>> sent : senders.invokeAll(reports)) {
        assertThat(sent.get().statusCode()).as(sent.get().body()).isEqualTo(201);
      }
    }
    Service.within(Duration.ofSeconds(60), () -> service.board().getLong("version") >= communes);
  }

  private static JsonObject body(int number) {
    JsonObject figure =
        new JsonObject()
            .put("indicator", INDICATOR)
            .put("numerator", 900 + number % 100)
            .put("denominator", 1000);
    return new JsonObject()
        .put("agency", code(number))
        .put("period", "2026-10")
        .put("observations", new JsonArray().add(figure));
  }

  @Order(1)
  @ParameterizedTest
  @CsvSource({"0, 1920x1080", "1, 1920x1080", COMMUNES + ", 1920x1080 390x844"})
  void pages_stay_light_and_lie_right(int communes, String sizes) throws Exception {
    report(communes);
    SoftAssertions softly = new SoftAssertions();
    for (String form : List.of("", "/kiosk")) {
      for (String list : PAGES) {
        String path = form + list;
        Baggage baggage = Baggage.of(browsers.browser(), service.publicly(path));
        softly.assertThat(baggage.status()).as(path).isEqualTo(200);
        softly.assertThat(baggage.bytes()).as(path).isBetween(1L, Baggage.MOST_BYTES);
        softly.assertThat(faults(path, sizes)).as(path).isEmpty();
      }
    }
    softly.assertAll();
  }

  private List<String> faults(String path, String sizes) {
    List<String> faults = new ArrayList<>();
    try (BrowserContext context = browsers.browser().newContext()) {
      Page page = context.newPage();
      page.navigate(service.publicly(path));
      Eye eye = new Eye(page);
      for (String size : sizes.split(" ", -1)) {
        boolean unattended = path.startsWith("/kiosk");
        faults.addAll(unattended ? eye.unattended(size) : eye.browsed(size));
      }
    }
    return faults;
  }

  @Order(2)
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/board/ranking",
        "/board/duties",
        "/board/indicators/" + INDICATOR,
        "/kiosk/board/ranking"
      })
  void the_parts_of_a_list_hold_everybody_once_and_say_which_they_are(String path)
      throws Exception {
    report(COMMUNES);
    List<String> codes = new ArrayList<>();
    int parts = parts(service.see(path).body());
    for (int part = 1; part <= parts; part++) {
      String page = service.see(path + "?part=" + part).body();
      assertThat(page).contains("Phần " + part + " trên " + parts + " (3.4");
      assertThat(NEXT.matcher(page).find()).as("more after " + part).isEqualTo(part < parts);
      ROW.matcher(page).results().forEach(row -> codes.add(row.group(1)));
    }

    assertThat(codes)
        .doesNotHaveDuplicates()
        .containsAll(IntStream.range(0, COMMUNES).mapToObj(ScaleTest::code).toList());
  }

  private static int parts(String page) {
    return Pattern.compile("Phần 1 trên (\\d+)")
        .matcher(page)
        .results()
        .mapToInt(found -> Integer.parseInt(found.group(1)))
        .findFirst()
        .orElseThrow();
  }
}
