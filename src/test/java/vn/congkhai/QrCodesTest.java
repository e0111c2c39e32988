package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// QR codes of the board's addresses, read again by another library than the one that made them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QrCodesTest {
  private static final String PAGE = "/board/agencies/cb-xa-01273";
  private static final Pattern SIDE = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\"");
  private static final Pattern BAR = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");
  private static final int SCALE = 6;

  @TempDir static Path folder;

  private Service service;

  @BeforeAll
  void start() throws Exception {
    service = Service.start(folder);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  /// The picture as its one path paints it.
  private static Result read(String svg) throws Exception {
    int side = side(svg);
    int width = side * SCALE;
    int[] pixels = new int[width * width];
    Arrays.fill(pixels, 0xffffff);
    for (MatchResult bar : BAR.matcher(svg).results().toList()) {
      int from = Integer.parseInt(bar.group(1)) * SCALE;
      int to = from + Integer.parseInt(bar.group(3)) * SCALE;
      int top = Integer.parseInt(bar.group(2)) * SCALE;
      for (int y = top; y < top + SCALE; y++) {
        Arrays.fill(pixels, y * width + from, y * width + to, 0);
      }
    }
    return read(width, width, pixels);
  }

  /// Without the hint the reader looks for a code in a photograph, and finds three of a thousand
  /// flawless ones askew.
  private static Result read(int width, int height, int[] pixels) throws Exception {
    var picture = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(picture)),
            Map.of(DecodeHintType.PURE_BARCODE, true));
  }

  private static int side(String svg) {
    return Integer.parseInt(SIDE.matcher(svg).results().findFirst().orElseThrow().group(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/board",
        "/board/",
        PAGE,
        "/board/agencies/cb-xa-01273/indicators/on-time-rate",
        "/board/duties/2026-Q4"
      })
  void a_code_holds_the_address_of_the_page(String page) throws Exception {
    HttpResponse<String> code = service.see("/qr.svg?page=" + page);

    assertThat(code.statusCode()).isEqualTo(200);
    assertThat(read(code.body()).getText()).isEqualTo(service.publicly(page));
  }

  @Test
  void a_code_may_lead_to_a_language() throws Exception {
    Result code = read(service.see("/qr.svg?lang=en&page=%2Fboard").body());

    assertThat(code.getText()).isEqualTo(service.publicly("/board?lang=en"));
  }

  @Test
  void a_code_has_a_quiet_zone_and_can_lose_fifteen_percent() throws Exception {
    String svg = service.see("/qr.svg?page=" + PAGE).body();
    int side = side(svg);

    assertThat(BAR.matcher(svg).results().toList())
        .allSatisfy(bar -> {
          int from = Integer.parseInt(bar.group(1));
          int y = Integer.parseInt(bar.group(2));
          assertThat(from).isGreaterThanOrEqualTo(4);
          assertThat(from + Integer.parseInt(bar.group(3))).isLessThanOrEqualTo(side - 4);
          assertThat(y).isBetween(4, side - 5);
        });
    assertThat(svg.split("<path", -1)).hasSize(2);
    assertThat(read(svg).getResultMetadata().get(ResultMetadataType.ERROR_CORRECTION_LEVEL))
        .isIn("M", "Q", "H");
  }

  @Test
  void a_code_can_be_read_off_a_screen() throws Exception {
    try (Browsers browsers = Browsers.open();
        BrowserContext context = browsers.browser().newContext()) {
      Page page = context.newPage();
      String address = "/qr.svg?page=" + PAGE;
      int size = SCALE * side(service.see(address).body());
      page.setContent("<img width=%d src='%s'>".formatted(size, service.publicly(address)));
      byte[] picture = page.locator("img").screenshot();
      BufferedImage screen = ImageIO.read(new ByteArrayInputStream(picture));
      int width = screen.getWidth();
      int height = screen.getHeight();

      Result code = read(width, height, screen.getRGB(0, 0, width, height, null, 0, width));

      assertThat(code.getText()).isEqualTo(service.publicly(PAGE));
    }
  }

  @Test
  void a_white_picture_holds_nothing() {
    int[] white = new int[100 * 100];
    Arrays.fill(white, 0xffffff);

    assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> read(100, 100, white));
  }

  @Test
  void the_address_that_the_operator_set_is_the_one(@TempDir Path other) throws Exception {
    Map<String, String> set = Map.of("CONGKHAI_PUBLIC_URL", "https://congkhai.caobang.gov.vn/");
    try (Service named = Service.start(other, null, Clock.systemUTC(), set)) {
      String code = named.see("/qr.svg?page=" + PAGE).body();

      assertThat(read(code).getText()).isEqualTo("https://congkhai.caobang.gov.vn" + PAGE);
    }
  }

  /// The body of an answer to a request that names another host.
  private String asked(String host) throws Exception {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), service.ports().publicPort())) {
      socket.setSoTimeout(5_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          "GET /qr.svg?page=/board HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
              .formatted(host)
              .getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void one_readers_host_is_in_nobody_elses_code() throws Exception {
    String strange = asked("evil.example");

    assertThat(strange).contains("private, max-age=3600");
    assertThat(read(strange).getText()).isEqualTo("http://evil.example/board");
    assertThat(read(service.see("/qr.svg?page=/board").body()).getText())
        .isEqualTo(service.publicly("/board"));
  }

  @Test
  void a_host_that_no_code_can_hold_is_refused() throws Exception {
    assertThat(asked("a".repeat(600) + ".example")).startsWith("HTTP/1.1 400");
  }

  @Test
  void a_host_that_is_markup_stays_text() throws Exception {
    assertThat(asked("\"><script>alert(1)</script>")).doesNotContain("<script");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?page=",
        "?page=/etc/passwd",
        "?page=/boardroom",
        "?page=board",
        "?page=//evil.example/board",
        "?page=/board/../form",
        "?page=/board/%2e%2e",
        "?page=/board?lang=en",
        "?page=/board/%C3%A1",
        "?page=/board%0A",
        "?page=/board&page=/board",
        "?page=/board&lang=fr",
        "?page=/board&lang=vi&lang=en",
        "?page=/board&size=9"
      })
  void what_is_no_page_of_the_board_is_refused(String query) throws Exception {
    HttpResponse<String> answer = service.see("/qr.svg" + query);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(new JsonObject(answer.body()).getString("detail")).contains("“").doesNotContain("?");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @Test
  void a_page_of_two_hundred_characters_is_the_longest() throws Exception {
    String longest = "/board/" + "a".repeat(193);

    assertThat(service.see("/qr.svg?page=" + longest).statusCode()).isEqualTo(200);
    assertThat(service.see("/qr.svg?page=" + longest + "a").statusCode()).isEqualTo(400);
  }
}
