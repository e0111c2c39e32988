package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.WARD;
import static vn.congkhai.Service.within;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.congkhai.postgres.EmbeddedServer;
import vn.congkhai.settings.DatabaseAddress;

/// What becomes of a token on one replica when the other is told something of it. Every replica
/// also looks every five seconds; of two changes in a row only one can be found so within three.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplicatedTokensTest {
  private static final Duration AT_ONCE = Duration.ofSeconds(3);

  private EmbeddedServer server;
  private DatabaseAddress address;
  private Path third;
  private Service one;
  private Service two;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    server = new EmbeddedServer(folder.resolve("server"));
    address = server.start();
    third = folder.resolve("three");
    one = replica(folder.resolve("one"));
    two = replica(folder.resolve("two"));
  }

  /// All go by one clock, as replicas do.
  private Service replica(Path folder) throws Exception {
    return Service.start(folder, address, Clock.systemUTC(), Map.of());
  }

  @AfterAll
  void stop() throws Exception {
    two.close();
    one.close();
    server.stop();
  }

  /// Not so is 401, and 429 for an address that has asked too often.
  private boolean goodAtTwo(JsonObject token) throws IOException, InterruptedException {
    return new Office(two).me(token.getString("token")).statusCode() == 200;
  }

  private JsonObject knownToTwo() throws Exception {
    JsonObject issued = new Office(one).issue(WARD, "agency");
    within(AT_ONCE, () -> goodAtTwo(issued));
    return issued;
  }

  private void changesReachTwoAtOnce() throws Exception {
    JsonObject revoked = knownToTwo();
    JsonObject rotated = knownToTwo();

    assertThat(new Office(one).revoke(revoked.getLong("id"))).isEqualTo(204);
    within(AT_ONCE, () -> !goodAtTwo(revoked));

    var fresh = new Office(one).rotate(rotated.getLong("id"), "{\"overlapHours\":0}");
    within(AT_ONCE, () -> !goodAtTwo(rotated));
    assertThat(goodAtTwo(Office.body(fresh, 201))).isTrue();
  }

  @Test
  void what_one_replica_gives_takes_or_rotates_is_so_on_the_other_at_once() throws Exception {
    changesReachTwoAtOnce();
  }

  @Test
  void a_token_revoked_in_the_database_by_hand_is_refused_at_once() throws Exception {
    for (int i = 0; i < 2; i++) {
      JsonObject issued = knownToTwo();

      execute("UPDATE congkhai.token SET revoked_at = now() WHERE id = " + issued.getLong("id"));

      within(AT_ONCE, () -> !goodAtTwo(issued));
    }
  }

  @Test
  void a_token_from_before_there_were_prefixes_and_scopes_is_as_good_as_ever() throws Exception {
    execute(
        """
        INSERT INTO congkhai.token (agency, label, digest, created_at)
        VALUES ('cb-xa-01273', 'cũ', sha256('ck_from-before'), now())
        """);

    within(AT_ONCE, () -> new Office(two).me("ck_from-before").statusCode() == 200);
    JsonObject me = Office.body(new Office(two).me("ck_from-before"), 200);
    assertThat(me.getJsonArray("scopes")).containsExactly("send", "read");
    assertThat(me.getJsonObject("token").getString("prefix")).isEmpty();
  }

  @Test
  void what_a_replica_saw_last_is_stored_when_it_stops() throws Exception {
    JsonObject issued = new Office(one).issue(WARD, "agency");

    try (Service three = replica(third)) {
      assertThat(new Office(three).me(issued.getString("token")).statusCode()).isEqualTo(200);
      assertThat(new Office(one).listed(issued.getLong("id")).getString("lastUsedAt")).isNull();
    }

    assertThat(new Office(one).listed(issued.getLong("id")).getString("lastUsedAt")).isNotNull();
  }

  @Test
  void a_replica_that_lost_its_line_listens_again() throws Exception {
    execute(
        """
        SELECT pg_terminate_backend(pid)
          FROM pg_stat_activity
         WHERE pid <> pg_backend_pid()
           AND backend_type = 'client backend'
        """);

    within(
        Duration.ofSeconds(30),
        () -> {
          try {
            changesReachTwoAtOnce();
            return true;
          } catch (AssertionError e) {
            return false;
          }
        });
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                address.jdbcUrl(), address.user(), address.password().reveal());
        Statement statement = connection.createStatement()) {
      var _ = statement.execute(sql);
    }
  }
}
