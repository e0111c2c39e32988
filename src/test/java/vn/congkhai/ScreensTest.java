package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.WARD;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the administrator lets named screens show.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreensTest {
  private static final String CENTRE = "tt-phuc-vu-hanh-chinh-cong";

  private Service service;
  private Office office;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    service = Service.start(folder);
    office = new Office(service);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  private HttpResponse<String> put(String name, String body) throws Exception {
    return office.ask("PUT", "/api/v1/screens/" + name, service.administrator(), body);
  }

  private HttpResponse<String> delete(String name) throws Exception {
    return office.ask("DELETE", "/api/v1/screens/" + name, service.administrator(), null);
  }

  /// The list's entries of that name: origin and whether in force.
  private List<String> listed(String name) throws Exception {
    JsonArray all =
        Office.body(service.agencies("/api/v1/screens", service.administrator()), 200)
            .getJsonArray("screens");
    return all.stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("name").equals(name))
        .map(each -> each.getString("origin") + " " + each.getBoolean("inForce"))
        .toList();
  }

  @Test
  void a_screen_is_set_replaced_and_taken_back() throws Exception {
    JsonObject created =
        Office.body(
            put(
                "hall",
                """
                {"title":{"vi":"Sảnh","en":"Hall"},"pages":["/board","/board/agencies/cb-xa-01273"],
                 "seconds":20,"quietHours":"22:00-05:00"}
                """),
            201);
    assertThat(created)
        .isEqualTo(
            new JsonObject()
                .put("name", "hall")
                .put("title", new JsonObject().put("vi", "Sảnh").put("en", "Hall"))
                .put("pages", new JsonArray().add("/board").add("/board/agencies/cb-xa-01273"))
                .put("seconds", 20)
                .put("quietHours", "22:00-05:00"));
    assertThat(listed("hall")).containsExactly("administrator true");

    JsonObject replaced = Office.body(put("hall", "{\"pages\":[\"/board/duties\"]}"), 200);
    assertThat(replaced.getInteger("seconds")).isEqualTo(15);
    assertThat(replaced.getValue("title")).isNull();
    assertThat(replaced.getValue("quietHours")).isNull();

    assertThat(delete("hall").statusCode()).isEqualTo(204);
    assertThat(listed("hall")).isEmpty();
    assertThat(delete("hall").statusCode()).isEqualTo(404);
  }

  @Test
  void what_the_administrator_sets_hides_what_the_catalogue_says() throws Exception {
    assertThat(listed(CENTRE)).containsExactly("catalogue true");
    assertThat(delete(CENTRE).statusCode()).isEqualTo(404);

    assertThat(put(CENTRE, "{\"title\":\"Sảnh\",\"pages\":[\"/board\"]}").statusCode())
        .isEqualTo(201);
    assertThat(listed(CENTRE)).containsExactly("administrator true", "catalogue false");

    assertThat(delete(CENTRE).statusCode()).isEqualTo(204);
    assertThat(listed(CENTRE)).containsExactly("catalogue true");
  }

  @Test
  void what_is_set_shows_at_once_as_another_document() throws Exception {
    String sound = "{\"pages\":[\"/board\",\"/board/ranking\"],\"seconds\":20}";
    assertThat(put("lift", sound).statusCode()).isEqualTo(201);
    HttpResponse<String> before = service.see("/board/screens/lift");
    assertThat(before.body()).contains("data-seconds=\"20\"");

    for (String other :
        List.of(
            sound.replace("20", "30"),
            sound.replace("ranking", "duties"),
            sound.replace("}", ",\"quietHours\":\"22:00-05:00\"}"))) {
      assertThat(put("lift", other).statusCode()).isEqualTo(200);
      HttpResponse<String> after =
          service.see("/board/screens/lift", "If-None-Match", etag(before));
      assertThat(after.statusCode()).as(other).isEqualTo(200);
      assertThat(after.body()).as(other).isNotEqualTo(before.body());
      assertThat(etag(after)).as(other).isNotEqualTo(etag(before));
      before = after;
    }
    assertThat(delete("lift").statusCode()).isEqualTo(204);
  }

  private static String etag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {}                                               | /pages        | missing-field
          {"pages":"/board"}                               | /pages        | wrong-type
          {"pages":["/board",7]}                           | /pages/1      | wrong-type
          {"pages":["/board/agencies/cb-khong-co"]}        | /pages/0      | unknown-page
          {"pages":["/board?lang=en"]}                     | /pages/0      | not-a-page
          {"pages":["/board"],"seconds":4}                 | /seconds      | out-of-range
          {"pages":["/board"],"seconds":"15"}              | /seconds      | not-an-integer
          {"pages":["/board"],"quietHours":7}              | /quietHours   | bad-hours
          {"pages":["/board"],"title":7}                   | /title        | wrong-type
          {"pages":["/board"],"title":"a\\nb"}             | /title        | bad-text
          {"pages":["/board"],"title":{"vi":"Sảnh"}}       | /title/en     | missing-field
          {"pages":["/board"],"title":{"vi":"a","en":"b","fr":"c"}} | /title/fr | unknown-field
          {"pages":["/board"],"colour":"red"}              | /colour       | unknown-field
          """)
  void what_cannot_be_shown_is_refused_with_its_place(String body, String pointer, String code)
      throws Exception {
    HttpResponse<String> refused = put("rubbish", body);

    assertThat(errors(Office.body(refused, 422))).containsExactly(pointer + " " + code);
    assertThat(listed("rubbish")).isEmpty();
  }

  private static List<String> errors(JsonObject problem) {
    return problem.getJsonArray("errors").stream()
        .map(JsonObject.class::cast)
        .map(each -> each.getString("pointer") + " " + each.getString("code"))
        .toList();
  }

  @Test
  void every_fault_is_named_at_once() throws Exception {
    String faulty =
        "{\"pages\":[\"/x\",\"/board/plans/none\"],\"seconds\":1,\"quietHours\":\"1-2\"}";

    assertThat(errors(Office.body(put("hall", faulty), 422)))
        .containsExactlyInAnyOrder(
            "/pages/0 not-a-page",
            "/pages/1 unknown-page",
            "/seconds out-of-range",
            "/quietHours bad-hours");
  }

  @Test
  void a_name_that_cannot_be_one_is_malformed_and_so_is_no_json() throws Exception {
    String sound = "{\"pages\":[\"/board\"]}";

    assertThat(errors(Office.body(put("S%E1%BA%A3nh", sound), 400)))
        .containsExactly("/name bad-screen-name");
    assertThat(errors(Office.body(put("other", sound), 400)))
        .containsExactly("/name bad-screen-name");
    assertThat(listed("other")).isEmpty();
    assertThat(put("a".repeat(64), sound).statusCode()).isEqualTo(400);
    assertThat(delete("Hall").statusCode()).isEqualTo(400);
    assertThat(put("hall", "[]").statusCode()).isEqualTo(400);
    assertThat(put("hall", "{\"pages\":[\"/board\"],\"pages\":[]}").statusCode()).isEqualTo(400);
    assertThat(put("hall", "{\"title\":\"" + "x".repeat(20_000) + "\"}").statusCode())
        .isEqualTo(413);
  }

  @Test
  void only_an_administrator_may() throws Exception {
    String ward = service.token(WARD);
    String path = "/api/v1/screens/hall";
    String body = "{\"pages\":[\"/board\"]}";

    assertThat(office.ask("PUT", path, ward, body).statusCode()).isEqualTo(403);
    assertThat(office.ask("DELETE", path, ward, null).statusCode()).isEqualTo(403);
    assertThat(service.agencies("/api/v1/screens", ward).statusCode()).isEqualTo(403);
    assertThat(office.ask("PUT", path, "nobody", body).statusCode()).isEqualTo(401);
    assertThat(listed("hall")).isEmpty();
  }

  @Test
  void there_are_five_hundred_at_the_most_and_a_known_one_is_still_replaced() throws Exception {
    String body = "{\"pages\":[\"/board\"]}";
    for (int i = 0; i < 500; i++) {
      assertThat(put("many-" + i, body).statusCode()).isEqualTo(201);
    }

    assertThat(errors(Office.body(put("one-more", body), 422)))
        .containsExactly(" too-many-screens");
    assertThat(put("many-7", body).statusCode()).isEqualTo(200);
    for (int i = 0; i < 500; i++) {
      assertThat(delete("many-" + i).statusCode()).isEqualTo(204);
    }
    assertThat(put("one-more", body).statusCode()).isEqualTo(201);
    assertThat(delete("one-more").statusCode()).isEqualTo(204);
  }

  /// A screen that starts after its playlist was taken back tells the time, or the watchdog of its
  /// machine would start it anew for ever.
  @ParameterizedTest
  @ValueSource(strings = {"/board/screens/no-such", "/board/screens/S%E1%BA%A3nh"})
  void a_screen_that_nobody_has_set_is_missing_in_its_own_form(String path) throws Exception {
    HttpResponse<String> missing = service.see(path);

    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).contains("class=\"kiosk\"", "<span id=\"time\"></span>");
    assertThat(service.see("/board/no-such").body()).doesNotContain("class=\"kiosk\"");
  }
}
