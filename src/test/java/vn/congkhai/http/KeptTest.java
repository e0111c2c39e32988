package vn.congkhai.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KeptTest {
  private final Vertx vertx = Vertx.vertx();
  private final CountDownLatch free = new CountDownLatch(1);
  private final AtomicInteger made = new AtomicInteger();
  private final Kept<String, Integer> kept = new Kept<>(1 << 20);

  @AfterEach
  void stop() {
    free.countDown();
    vertx.close().await();
  }

  private Future<Document> quick(String key, int stamp) {
    return kept.get(vertx, key, stamp, () -> document(key + " " + stamp));
  }

  private Future<Document> slow(String key, int stamp) {
    return kept.get(
        vertx,
        key,
        stamp,
        () -> {
          free.await();
          return document(key);
        });
  }

  private Document document(String text) {
    made.incrementAndGet();
    return Document.of("text/plain", text, Buffer.buffer(text));
  }

  private static String text(Future<Document> document) {
    return document.await().plain().toString();
  }

  private List<Future<Document>> slow(int number, int stamp) {
    return IntStream.range(0, number).mapToObj(i -> slow("slow " + i, stamp)).toList();
  }

  @Test
  void whoever_wants_a_new_one_while_too_many_are_made_is_told_to_come_back() {
    List<Future<Document>> slow = slow(Kept.MOST_NEW, 1);

    Throwable busy = catchThrowable(() -> quick("board", 1).await());

    assertThat(busy).isInstanceOf(Failure.class);
    assertThat(((Failure) busy).kind()).isEqualTo(Failure.Kind.UNAVAILABLE);
    assertThat(((Failure) busy).retryAfter()).hasSeconds(2);
    free.countDown();
    Future.all(slow).await();
    assertThat(text(quick("board", 1))).isEqualTo("board 1");
  }

  @Test
  void one_that_was_made_before_is_sent_as_it_was_until_there_is_room_for_the_next() {
    for (int i = 0; i < Kept.MOST_AT_ONCE; i++) {
      assertThat(text(quick("slow " + i, 1))).isEqualTo("slow " + i + " 1");
    }
    assertThat(text(quick("board", 1))).isEqualTo("board 1");
    List<Future<Document>> slow = slow(Kept.MOST_AT_ONCE, 2);

    assertThat(text(quick("board", 2))).isEqualTo("board 1");

    free.countDown();
    Future.all(slow).await();
    assertThat(text(quick("board", 2))).isEqualTo("board 2");
  }

  @Test
  void what_was_asked_for_before_is_made_anew_while_new_wishes_are_turned_away() {
    assertThat(text(quick("board", 1))).isEqualTo("board 1");
    List<Future<Document>> slow = slow(Kept.MOST_NEW, 1);

    Future<Document> board = quick("board", 2);

    assertThat(catchThrowable(() -> quick("ranking", 1).await())).isInstanceOf(Failure.class);
    free.countDown();
    Future.all(slow).await();
    assertThat(text(board)).isEqualTo("board 2");
  }

  @Test
  void ten_thousand_who_want_the_same_have_it_made_once_and_take_one_place() {
    List<Future<Document>> same =
        IntStream.range(0, 10_000).mapToObj(_ -> slow("board", 1)).toList();

    free.countDown();
    Future.all(same).await();
    assertThat(same).allMatch(document -> document.result() == same.getFirst().result());
    assertThat(made).hasValue(1);
    assertThat(text(quick("ranking", 1))).isEqualTo("ranking 1");
  }

  @Test
  void what_could_not_be_made_leaves_its_place() {
    for (int i = 0; i <= Kept.MOST_NEW; i++) {
      String key = "broken " + i;
      assertThat(catchThrowable(() -> broken(key).await())).hasMessage("on purpose");
    }

    assertThat(text(quick("board", 1))).isEqualTo("board 1");
  }

  private Future<Document> broken(String key) {
    return kept.get(
        vertx,
        key,
        1,
        () -> {
          throw new IllegalStateException("on purpose");
        });
  }
}
