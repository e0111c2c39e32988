package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.WARD;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A receipt on paper, held against the public journal.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceiptTest {
  private Service service;
  private String page;
  private String hash;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    service = Service.start(folder);
    HttpResponse<String> answer = service.post(WARD, "on-time-rate", "2026-10", 97, 100);
    JsonObject receipt = new JsonObject(answer.body());
    service.shows(receipt.getLong("submission"));
    page = "/board/submissions/" + receipt.getLong("submission");
    hash = receipt.getString("hash");
  }

  @AfterAll
  void stop() {
    service.close();
  }

  /// The page, its equals signs as they were before the template escaped them.
  private String body(String address) throws Exception {
    return service.see(address).body().replace("&#x3D;", "=");
  }

  /// The same hash up to that character, counted from 1, which is another one.
  private String differingAt(int place) {
    char other = hash.charAt(place - 1) == '0' ? '1' : '0';
    return hash.substring(0, place - 1) + other + hash.substring(place);
  }

  @Test
  void the_hash_of_the_receipt_fits() throws Exception {
    assertThat(service.see(page + "?hash=" + hash).body())
        .contains("data-receipt=\"match\"")
        .contains("Biên nhận này khớp với nhật ký công khai")
        .contains("64 trên 64");
    assertThat(service.see(page + "?lang=en&hash=" + hash).body())
        .contains("This receipt matches the public journal");
  }

  @Test
  void its_beginning_is_enough_and_says_how_much_was_compared() throws Exception {
    assertThat(service.see(page + "?hash=" + hash.substring(0, 16)).body())
        .contains("data-receipt=\"match\"")
        .contains("16 trên 64");
  }

  @Test
  void capitals_and_spaces_of_the_paper_do_no_harm() throws Exception {
    String printed = hash.toUpperCase(Locale.ROOT).replaceAll("(.{4})", "$1%20");

    assertThat(service.see(page + "?hash=" + printed).body()).contains("data-receipt=\"match\"");
  }

  @ParameterizedTest
  @CsvSource({
    "1,  Ngay ký tự đầu đã khác nhật ký., The very first character differs",
    "2,  '1 ký tự đầu giống nhật ký, ký tự thứ 2 khác.', 'The first character is that of'",
    "17, '16 ký tự đầu giống nhật ký, ký tự thứ 17 khác.', 'The first 16 characters are those of'",
    "64, '63 ký tự đầu giống nhật ký, ký tự thứ 64 khác.', 'The first 63 characters are those of'",
  })
  void another_hash_does_not_fit_and_the_first_wrong_character_is_named(
      int place, String inVietnamese, String inEnglish) throws Exception {
    HttpResponse<String> answer = service.see(page + "?hash=" + differingAt(place));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("data-receipt=\"mismatch\"")
        .contains("Biên nhận này KHÔNG khớp với nhật ký công khai")
        .contains(inVietnamese);
    assertThat(service.see(page + "?lang=en&hash=" + differingAt(place)).body())
        .contains(inEnglish);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "0123456789abcde", "xyz", "%3Cscript%3E", "17", "%00"})
  void what_is_no_hash_is_called_so(String typed) throws Exception {
    assertThat(service.see(page + "?hash=" + typed).body())
        .contains("data-receipt=\"malformed\"")
        .contains("Đây không phải mã băm")
        .doesNotContain("<script>");
  }

  @Test
  void more_than_a_hash_is_no_hash() throws Exception {
    assertThat(service.see(page + "?hash=" + hash + "0").body())
        .contains("data-receipt=\"malformed\"")
        .contains("Đã gõ 65 ký tự");
  }

  @Test
  void nothing_is_said_of_a_receipt_when_none_is_held_against_it() throws Exception {
    assertThat(service.see(page).body()).doesNotContain("data-receipt").contains("name=\"hash\"");
    assertThat(service.see(page + "?hash=").body()).doesNotContain("data-receipt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999", "0", "99999999999999999999"})
  void a_number_that_the_journal_does_not_have_is_told_in_words(String number) throws Exception {
    HttpResponse<String> answer = service.see("/board/submissions/" + number + "?hash=" + hash);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body())
        .contains("data-receipt=\"unknown\"")
        .contains("không có lần gửi số " + number)
        .contains("value=\"" + hash + "\"");
  }

  @Test
  void the_form_leads_to_the_page_of_the_submission() throws Exception {
    String number = page.substring(page.lastIndexOf('/') + 1);
    assertThat(body("/board")).contains("href=\"/board/submissions?lang=vi\"");
    assertThat(service.see("/board/submissions?lang=en").body())
        .contains("<form class=\"receipt-form\" action=\"/board/submissions\" method=\"get\">")
        .contains("name=\"number\"")
        .doesNotContain("data-receipt");

    HttpResponse<String> sent =
        service.see("/board/submissions?number=+0" + number + "&hash=" + hash + "&lang=en");

    assertThat(sent.statusCode()).isEqualTo(302);
    assertThat(sent.headers().firstValue("Location")).hasValue(page + "?hash=" + hash + "&lang=en");
  }

  @Test
  void a_receipt_typed_at_a_screen_that_nobody_attends_stays_there() throws Exception {
    var sent = service.see("/kiosk/board/submissions?number=5&lang=en");

    assertThat(sent.statusCode()).isEqualTo(302);
    assertThat(sent.headers().firstValue("Location"))
        .hasValue("/kiosk/board/submissions/5?hash=&lang=en");
  }

  @Test
  void what_is_no_number_is_told_in_words() throws Exception {
    HttpResponse<String> answer = service.see("/board/submissions?lang=en&number=17x");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("“17x” is not the number of a submission");
  }

  @Test
  void the_other_language_checks_the_same_receipt() throws Exception {
    assertThat(body(page + "?hash=" + hash))
        .contains("href=\"" + page + "?hash=" + hash + "&amp;lang=en\"");
  }
}
