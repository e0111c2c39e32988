package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.COMMUNE;
import static vn.congkhai.Service.WARD;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an agency sees of itself at the door that it sends through.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnAffairsTest {
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

  private JsonObject seen(String path, String token) throws Exception {
    return Office.body(service.agencies(path, token), 200);
  }

  @Test
  void an_agency_sees_who_it_is_and_what_it_sent_last() throws Exception {
    JsonObject issued =
        office.issue(new JsonObject().put("agency", WARD).put("label", "Phòng Nội vụ"));
    String token = issued.getString("token");
    JsonObject expected =
        new JsonObject()
            .put("agency", WARD)
            .put("name", "UBND phường Thục Phán")
            .put("level", "commune")
            .put("scopes", new JsonArray().add("send").add("read"))
            .put(
                "token",
                new JsonObject()
                    .put("id", issued.getInteger("id"))
                    .put("prefix", issued.getString("prefix"))
                    .put("label", "Phòng Nội vụ"))
            .putNull("expiresAt")
            .putNull("lastSubmission");
    assertThat(seen("/api/v1/me", token)).isEqualTo(expected);

    for (int i = 0; i < 2; i++) {
      var posted = service.post(WARD, "on-time-rate", "2026-10", 97 + i, 100);
      JsonObject receipt = Office.body(posted, 201);
      JsonObject last = new JsonObject();
      last.put("submission", receipt.getInteger("submission"));
      last.put("receivedAt", receipt.getString("receivedAt"));
      assertThat(seen("/api/v1/me", token)).isEqualTo(expected.put("lastSubmission", last));
    }
    assertThat(seen("/api/v1/me", service.token("cb-so-noi-vu")).getValue("lastSubmission"))
        .isNull();
  }

  @Test
  void who_may_do_what_is_told() throws Exception {
    JsonObject reader = seen("/api/v1/me", office.issue(WARD, "read-only").getString("token"));
    JsonObject administrator = seen("/api/v1/me", service.administrator());
    JsonObject issued = office.issue(new JsonObject().put("scope", "administrator"));

    assertThat(reader.getJsonArray("scopes")).containsExactly("read");
    assertThat(administrator.getJsonArray("scopes")).containsExactly("send", "read", "administer");
    assertThat(administrator.getValue("agency")).isNull();
    assertThat(administrator.getValue("token")).isNull();
    assertThat(seen("/api/v1/me", issued.getString("token")).getJsonObject("token").getLong("id"))
        .isEqualTo(issued.getLong("id"));
  }

  @Test
  void an_agency_sees_the_same_duties_as_the_public_and_only_its_own() throws Exception {
    var posted = service.post(COMMUNE, "on-time-rate", "2026-10", 9, 10);
    service.shows(Office.body(posted, 201).getLong("submission"));

    JsonObject own = seen("/api/v1/duties?period=2026-10", service.token(COMMUNE));

    JsonArray expected = new JsonArray();
    JsonArray all = service.open("/api/v1/duties?period=2026-10").getJsonArray("rows");
    for (Object each : all) {
      if (each instanceof JsonObject row && row.getString("agency").equals(COMMUNE)) {
        expected.add(row.getString("indicator") + row.getString("due") + row.getString("state"));
      }
    }
    JsonArray rows = new JsonArray();
    for (Object each : own.getJsonArray("rows")) {
      if (each instanceof JsonObject row) {
        rows.add(row.getString("indicator") + row.getString("due") + row.getString("state"));
      }
    }
    assertThat(rows).isEqualTo(expected).hasSizeGreaterThan(5);
    assertThat(own.getString("agency")).isEqualTo(COMMUNE);
    assertThat(own.getString("period")).isEqualTo("2026-10");
    assertThat(own.getJsonObject("completeness").getLong("reported")).isEqualTo(1);
    assertThat(own.getJsonObject("completeness").getLong("expected")).isEqualTo(rows.size());
    assertThat(own.getJsonObject("timeliness").getLong("onTime")).isZero();
  }

  @Test
  void without_a_period_the_duties_are_those_that_the_public_sees() throws Exception {
    assertThat(seen("/api/v1/duties", service.token(WARD)).getString("period"))
        .isEqualTo(service.open("/api/v1/duties").getString("period"));
  }

  @ParameterizedTest
  @CsvSource({
    "false, ?period=October, 400",
    "false, ?agency=cb-xa-01708, 403",
    "false, ?agency=cb-xa-99999, 403",
    "false, ?agency=cb-xa-01273, 200",
    "true, '', 400",
    "true, ?agency=cb-xa-99999, 404",
    "true, ?agency=cb-xa-01708, 200",
  })
  void an_agency_asks_for_itself_and_the_administrator_for_whom_he_names(
      boolean administrator, String query, int status) throws Exception {
    String token = administrator ? service.administrator() : service.token(WARD);

    assertThat(service.agencies("/api/v1/duties" + query, token).statusCode()).isEqualTo(status);
  }
}
