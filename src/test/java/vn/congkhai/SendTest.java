package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.COMMUNE;
import static vn.congkhai.Service.WARD;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/// `congkhai send` against a real service. Each test that stores uses an indicator of its own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SendTest {
  @TempDir Path folder;
  private Service service;

  @BeforeAll
  void start(@TempDir Path data) throws Exception {
    service = Service.start(data);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  private record Ended(int status, String out, String err) {
    String lastLine() {
      return err.lines().toList().getLast();
    }
  }

  private String door() {
    return "http://127.0.0.1:" + service.ports().agenciesPort();
  }

  private Ended send(Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        new CommandLine(new SendCommand(environment, folder))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new Ended(status, out.toString(), err.toString());
  }

  /// As the ward, at an address.
  private Ended sendTo(String url, String... arguments) throws Exception {
    return send(Map.of("CONGKHAI_TOKEN", service.token(WARD), "CONGKHAI_URL", url), arguments);
  }

  private Ended send(String... arguments) throws Exception {
    return sendTo(door(), arguments);
  }

  private String file(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private static String csv(String indicator, long n, long d) {
    return "period,indicator,numerator,denominator\n2026-10,"
        + indicator
        + ","
        + n
        + ","
        + d
        + "\n";
  }

  private List<JsonObject> submissions() throws Exception {
    List<JsonObject> all = new ArrayList<>();
    JsonObject page = service.open("/api/v1/submissions?after=0&limit=1000");
    for (Object each : page.getJsonArray("submissions")) {
      all.add(new JsonObject(((JsonObject) each).getString("content")));
    }
    return all;
  }

  private long stored(String indicator) throws Exception {
    return submissions().stream().filter(each -> each.encode().contains(indicator)).count();
  }

  @Test
  void what_was_sent_before_gives_the_same_receipt_and_is_not_stored_again() throws Exception {
    String file = file("a.csv", csv("on-time-rate", 97, 100));

    Ended first = send(file);
    Ended second = send(file);

    assertThat(first.status()).isZero();
    assertThat(first.out())
        .contains("lần gửi số ", "/ new: 1 ·", "biên nhận / receipt: " + door())
        .containsPattern("hash: [0-9a-f]{64}\n");
    assertThat(first.lastLine()).contains("đã lưu 1 tệp", "stored 1");
    assertThat(second.status()).isZero();
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(second.lastLine()).contains("đã lưu 0 tệp; 1 tệp đã lưu từ trước", "--again");
    assertThat(stored("on-time-rate\"")).isEqualTo(1);
    assertThat(first.err() + second.err()).doesNotContain(service.token(WARD));
  }

  @Test
  void a_line_that_breaks_before_the_answer_stores_once() throws Exception {
    String file = file("b.csv", csv("digitisation-rate", 1, 2));
    try (BrokenLine line = BrokenLine.open(0, service.ports().agenciesPort(), 2)) {
      Ended sent = sendTo(line.url(), "--give-up-after", "30s", file);

      assertThat(sent.status()).isZero();
      assertThat(sent.err())
          .contains("Lần 1: đường truyền đứt", "attempt 2: the line broke before the answer");
      assertThat(sent.lastLine()).contains("1 tệp đã lưu từ trước");
    }
    assertThat(stored("digitisation-rate")).isEqualTo(1);
  }

  @Test
  void giving_up_and_running_it_again_stores_once() throws Exception {
    String file = file("c.csv", csv("online-payment-rate", 1, 2));
    try (BrokenLine line = BrokenLine.open(0, service.ports().agenciesPort(), 1000)) {
      Ended gaveUp = sendTo(line.url(), "--give-up-after", "1s", file);

      assertThat(gaveUp.status()).isEqualTo(1);
      assertThat(gaveUp.out()).isEmpty();
      assertThat(gaveUp.lastLine()).contains("CHƯA XONG", "Run the same command again.");
    }

    Ended again = send(file);

    assertThat(again.status()).isZero();
    assertThat(again.out()).contains("lần gửi số ");
    assertThat(stored("online-payment-rate\"")).isEqualTo(1);
  }

  @Test
  void a_server_that_is_away_is_waited_for() throws Exception {
    String file = file("d.csv", csv("result-sync-rate", 1, 2));
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    String url = "http://127.0.0.1:" + port;
    CompletableFuture<Ended> sending =
        CompletableFuture.supplyAsync(() -> {
          try {
            return sendTo(url, "--give-up-after", "1m", file);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
    Thread.sleep(1500);
    try (BrokenLine line = BrokenLine.open(port, service.ports().agenciesPort(), 0)) {
      assertThat(line.url()).isEqualTo(url);
      Ended sent = sending.get(1, TimeUnit.MINUTES);

      assertThat(sent.status()).isZero();
      assertThat(sent.err()).contains("Lần 1: chưa kết nối được với máy chủ");
      assertThat(sent.lastLine()).contains("stored 1.");
    }
  }

  @Test
  void a_refused_file_names_its_places_in_both_languages_and_nothing_is_sent() throws Exception {
    long before = submissions().size();
    String good = file("good.csv", csv("electronic-result-rate", 1, 2));
    String bad =
        file("bad.csv", csv("electronic-result-rate", 1044, 1043) + "2026-10,on-time,1,2\n");

    Ended refused = send(good, bad);

    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err())
        .contains(
            "bad.csv: Chưa lưu gì cả. Có 2 chỗ cần sửa. (422) / Nothing was stored. 2 places",
            "  dòng 2, cột denominator / line 2, column denominator\n",
            "    Tử số 1044 lớn hơn mẫu số 1043.\n    The numerator 1044 exceeds",
            "  dòng 3, cột indicator / line 3, column indicator\n");
    assertThat(refused.lastLine()).isEqualTo("CHƯA GỬI GÌ CẢ. / NOTHING WAS SENT.");
    assertThat(submissions()).hasSize((int) before);
  }

  @Test
  void a_dry_run_says_what_would_be_and_stores_nothing() throws Exception {
    String file = file("e.json", Service.body("electronic-result-rate", "2026-10", 1, 2));

    Ended checked = send("--dry-run", file);

    assertThat(checked.status()).isZero();
    assertThat(checked.err()).contains("e.json: mới / new: 1 ·");
    assertThat(checked.lastLine()).contains("1 tệp có thể gửi; chưa lưu gì");
    assertThat(stored("electronic-result-rate\"")).isZero();
  }

  @Test
  void a_warning_is_told_before_it_is_sent() throws Exception {
    assertThat(send(file("f.csv", csv("feedback-on-time-rate", 1, 2))).status()).isZero();

    Ended corrected = send(file("g.csv", csv("feedback-on-time-rate", 2, 2)));

    assertThat(corrected.err())
        .contains(
            "taken, but please look again:\n  feedback-on-time-rate 2026-10\n",
            "đã đính chính",
            "mark it as corrected");
    assertThat(corrected.out()).contains("/ corrected: 1 ·");
  }

  @Test
  void again_stores_once_more_and_its_occasion_only_once() throws Exception {
    String file = file("h.csv", csv("online-processing-rate", 1, 2));
    assertThat(send(file).status()).isZero();

    Ended again = send("--again", file);
    String word = again.err().replaceAll("(?s).*--occasion (\\w+).*", "$1");
    Ended resumed = send("--occasion", word, file);

    assertThat(again.out()).contains("/ unchanged: 1");
    assertThat(resumed.out()).isEqualTo(again.out());
    assertThat(stored("online-processing-rate")).isEqualTo(2);
  }

  @Test
  void what_the_file_leaves_out_may_be_said_beside_it() throws Exception {
    String file = file("i.csv", "indicator;value\nsatisfaction-procedures;96,4\n");

    Ended sent = send("--agency", WARD, "--period", "2026-10", "--note", "Tháng Mười ạ", file);

    assertThat(sent.status()).isZero();
    assertThat(submissions().getLast().getString("note")).isEqualTo("Tháng Mười ạ");
    assertThat(submissions().getLast().encode()).contains("\"period\":\"2026-10\"");
    assertThat(send("--agency", COMMUNE, "--period", "2026-10", file))
        .satisfies(other -> {
          assertThat(other.status()).isEqualTo(1);
          assertThat(other.err()).contains("may not send figures of " + COMMUNE + ". (403)");
        });
  }

  @Test
  void one_key_is_for_one_body_and_one_address() throws Exception {
    assertThat(posted("?period=2026-09&note=" + "ế".repeat(500).replace("ế", "%E1%BA%BF")))
        .isEqualTo(201);
    assertThat(posted("?period=2026-09&note=" + "ế".repeat(500).replace("ế", "%E1%BA%BF")))
        .isEqualTo(200);
    assertThat(posted("?period=2026-08")).isEqualTo(409);
  }

  private int posted(String query) throws Exception {
    return service
        .send(
            HttpRequest.newBuilder(URI.create(door() + "/api/v1/observations" + query))
                .header("Authorization", "Bearer " + service.token(WARD))
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", "one")
                .POST(BodyPublishers.ofString("indicator,value\nsatisfaction-online-services,90\n"))
                .build())
        .statusCode();
  }

  @Test
  void a_wrong_token_is_told_and_not_tried_again() throws Exception {
    String file = file("j.csv", csv("electronic-result-rate", 1, 2));

    Ended refused = send(Map.of("CONGKHAI_TOKEN", "ck_wrong_one"), "--url", door(), file);

    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err())
        .contains("CONGKHAI_TOKEN không đúng", "is wrong or no longer valid (401)")
        .doesNotContain("Lần 1", "ck_wrong_one");
    assertThat(refused.lastLine()).contains("NOTHING WAS SENT");
  }

  @Test
  void an_address_of_something_else_is_told() throws Exception {
    String file = file("k.csv", csv("electronic-result-rate", 1, 2));

    Ended astray = sendTo("http://127.0.0.1:" + service.ports().publicPort(), file);

    assertThat(astray.status()).isEqualTo(1);
    assertThat(astray.lastLine()).contains("NOTHING WAS SENT");
    assertThat(stored("electronic-result-rate\"")).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "| Missing required parameter",
        "nowhere.csv | không có tệp / no such file",
        "figures.ods | tên tệp phải kết thúc bằng",
        "--url=ftp://x figures.csv | --url: phải là http(s)://MÁY:CỔNG",
        "--url=http://cong_khai:8081 figures.csv | without underscores",
        "--url=http://ho^st figures.csv | must be http(s)://HOST:PORT",
        "--url=http://host:99999 figures.csv | must be http(s)://HOST:PORT",
        "--url=http://host/?a=b figures.csv | must be http(s)://HOST:PORT",
        "--give-up-after=soon figures.csv | 30s, 10m, 2h",
        "--token=ck_12345678 figures.csv | Unknown option",
      })
  void wrong_usage_is_told(String arguments, String told) throws Exception {
    String file = file("figures.csv", csv("on-time-rate", 1, 2));
    String[] words =
        arguments == null ? new String[0] : arguments.replace("figures.csv", file).split(" ");

    Ended ended = send(words);

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains(told).doesNotContain("Exception", "\tat ");
  }

  @Test
  void an_address_of_the_settings_is_told_by_its_name() throws Exception {
    Ended ended = sendTo("http://cong_khai:8081", file("m.csv", csv("on-time-rate", 1, 2)));

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).startsWith("CONGKHAI_URL: ");
  }

  @Test
  void without_a_token_nothing_is_tried() throws Exception {
    Ended ended = send(new HashMap<>(), file("l.csv", csv("on-time-rate", 1, 2)));

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).startsWith("thiếu CONGKHAI_TOKEN");
  }
}
