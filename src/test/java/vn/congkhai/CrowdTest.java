package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One reader who wants everything at once, and the others.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrowdTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Service service;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    service = Service.start(folder);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  private List<CompletableFuture<HttpResponse<String>>> all(Stream<String> paths) {
    return paths
        .map(path -> HttpRequest.newBuilder(URI.create(service.publicly(path))).build())
        .map(request -> client.sendAsync(request, BodyHandlers.ofString()))
        .toList();
  }

  /// A page says the second that it was drawn in.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/board",
        "/kiosk/board",
        "/board/plans",
        "/board/ranking",
        "/kiosk/board/ranking",
        "/board/screens/cb-xa-01273"
      })
  void a_part_that_a_page_does_not_have_is_no_drawing_of_its_own(String path) throws Exception {
    Service.within(
        SOON,
        () -> {
          String drawn = service.see(path + "?part=98").body();
          Thread.sleep(1100);
          return service.see(path + "?part=99").body().equals(drawn);
        });
  }

  @Test
  void whoever_wants_everything_at_once_does_not_keep_the_others_waiting() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> everything = all(wishes());
    CompletableFuture.anyOf(everything.toArray(CompletableFuture[]::new)).join();

    long asked = System.nanoTime();
    HttpResponse<String> other = service.see("/board/duties?lang=en&theme=dark");
    Duration waited = Duration.ofNanos(System.nanoTime() - asked);

    long open = everything.stream().filter(answer -> !answer.isDone()).count();
    assertThat(waited).as(other.statusCode() + ", " + open + " open").isLessThan(SOON);
    assertThat(other.statusCode()).isIn(200, 503);
    Set<Integer> answers =
        everything.stream().map(answer -> answer.join().statusCode()).collect(Collectors.toSet());
    assertThat(answers).containsExactlyInAnyOrder(200, 503);
    everything.stream()
        .map(CompletableFuture::join)
        .filter(answer -> answer.statusCode() == 503)
        .forEach(answer -> assertThat(answer.headers().firstValue("Retry-After")).hasValue("2"));
    assertThat(service.see("/board/duties?lang=en&theme=dark").statusCode()).isEqualTo(200);
  }

  /// The pages of all agencies in every language and colour, which nobody has asked for before.
  private Stream<String> wishes() throws Exception {
    List<String> agencies =
        service.open("/api/v1/agencies").getJsonArray("agencies").stream()
            .map(JsonObject.class::cast)
            .map(agency -> agency.getString("code"))
            .toList();
    return agencies.stream()
        .flatMap(code ->
            Stream.of("", "/score")
                .flatMap(page ->
                    Stream.of("light", "dark")
                        .flatMap(theme ->
                            Stream.of("vi", "en")
                                .map(lang ->
                                    "/board/agencies/"
                                        + code
                                        + page
                                        + "?theme="
                                        + theme
                                        + "&lang="
                                        + lang))));
  }

  @Test
  void many_screens_that_want_one_new_page_all_get_it() throws Exception {
    service.shows(
        new JsonObject(service.post(Service.COMMUNE, "online-payment-rate", "2026-10", 1, 2).body())
            .getLong("submission"));

    var answers = all(IntStream.range(0, 500).mapToObj(_ -> "/kiosk/board/plans?lang=en"));

    assertThat(answers.stream().map(answer -> answer.join().statusCode()).distinct())
        .containsExactly(200);
  }
}
