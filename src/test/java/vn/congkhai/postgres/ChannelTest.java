package vn.congkhai.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.congkhai.settings.DatabaseAddress;

/// A channel over a line that can go dead without a word.
class ChannelTest {
  private final Vertx vertx = Vertx.vertx();
  private final Semaphore heard = new Semaphore(0);
  private final List<NetSocket> lines = new ArrayList<>();
  private EmbeddedServer server;
  private NetServer between;
  private Database database;
  private Database direct;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    server = new EmbeddedServer(folder.resolve("server"));
    DatabaseAddress address = server.start();
    int port = address.hosts().getFirst().port();
    between =
        vertx
            .createNetServer()
            .connectHandler(one -> pass(one, port))
            .listen(0, "127.0.0.1")
            .await();
    var there = List.of(new DatabaseAddress.Host("127.0.0.1", between.actualPort()));
    direct = Database.open(vertx, address);
    database =
        Database.open(
            vertx,
            new DatabaseAddress(there, address.user(), address.password(), address.database()));
  }

  @AfterEach
  void stop() throws IOException {
    vertx.close().await();
    server.stop();
  }

  private void pass(NetSocket client, int port) {
    client.pause();
    var _ =
        vertx
            .createNetClient()
            .connect(port, "127.0.0.1")
            .onSuccess(there -> {
              lines.add(client);
              lines.add(there);
              var _ = client.pipeTo(there);
              var _ = there.pipeTo(client);
              client.resume();
            });
  }

  /// All lines that there are say nothing more; new ones do.
  private void goDead() {
    vertx.runOnContext(_ -> lines.forEach(NetSocket::pause));
  }

  private Channel listening() {
    Channel channel = database.channel("congkhai_test");
    vertx.runOnContext(_ -> channel.listen(heard::release));
    return channel;
  }

  private void say() {
    var _ = direct.pool().query("NOTIFY congkhai_test").execute().await();
  }

  private boolean heardWithin(int seconds) throws InterruptedException {
    return heard.tryAcquire(seconds, TimeUnit.SECONDS);
  }

  /// Five seconds until it is looked at, eight until it has not answered.
  @Test
  void a_line_that_went_dead_is_replaced_by_one_that_lives() throws Exception {
    var _ = listening();
    assertThat(heardWithin(10)).isTrue();

    goDead();

    assertThat(heardWithin(17)).as("listens again").isTrue();
    say();
    assertThat(heardWithin(3)).as("hears what is said").isTrue();
  }

  @Test
  void a_channel_that_is_closed_while_it_opens_is_not_heard_of_again() throws Exception {
    Channel channel = database.channel("congkhai_test");
    Future<Void> closed =
        Future.future(done ->
            vertx.runOnContext(_ -> {
              channel.listen(heard::release);
              vertx.runOnContext(_ -> channel.close().onComplete(done));
            }));
    closed.await();

    say();

    assertThat(heardWithin(2)).isFalse();
    var held =
        direct
            .pool()
            .query("SELECT count(*) AS n FROM pg_stat_activity WHERE query LIKE 'LISTEN%'")
            .execute()
            .await();
    assertThat(held.iterator().next().getInteger("n")).isZero();
  }
}
