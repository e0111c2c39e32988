package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.WARD;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands `backup` and `restore` as their users run them.
class BackupIT {
  @TempDir Path folder;

  private Launched.Ended run(Path home, String... arguments) throws Exception {
    return Launched.run(home, Launched.freePorts(home), arguments);
  }

  @Test
  void a_service_is_stored_while_it_runs_and_lives_on_elsewhere() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    String file = folder.resolve("congkhai.backup").toString();
    String verified;
    try (Launched service = Launched.serve(home, "serve")) {
      String token = run(home, "token", "issue", "--agency", WARD).out().strip();
      String body = Service.body("on-time-rate", "2026-10", 97, 100);
      assertThat(service.post(token, body).statusCode()).isEqualTo(201);

      Launched.Ended stored = run(home, "backup", file);
      assertThat(stored.status()).as(stored.err()).isZero();
      assertThat(stored.out()).contains("backed up 1 submissions, 1 tokens, 0 screens");
      verified = run(home, "verify").out();
    }

    Launched.Ended again = run(home, "backup", file);
    assertThat(again.status()).isOne();
    assertThat(again.err()).contains("the file exists");

    Launched.Ended restored = run(elsewhere, "restore", file);
    assertThat(restored.status()).as(restored.err()).isZero();
    Launched.Ended twice = run(elsewhere, "restore", file);
    assertThat(twice.status()).isOne();
    assertThat(twice.err()).contains("restore into a new one");
    try (Launched service = Launched.serve(elsewhere, "serve")) {
      assertThat(service.version()).isOne();
      assertThat(run(elsewhere, "verify").out()).isEqualTo(verified);
    }
  }

  @Test
  void mistakes_are_told_in_words() throws Exception {
    Path rubbish = Files.writeString(folder.resolve("rubbish"), "no backup");

    assertThat(run(folder, "backup").status()).isEqualTo(2);
    assertThat(run(folder, "restore").status()).isEqualTo(2);
    assertThat(run(folder, "backup", folder.resolve("x").toString()))
        .satisfies(ended -> {
          assertThat(ended.status()).isOne();
          assertThat(ended.err().lines()).hasSize(1);
          assertThat(ended.err()).contains("no database is there");
        });
    for (Path file : new Path[] {rubbish, folder.resolve("missing")}) {
      assertThat(run(folder, "restore", file.toString()))
          .satisfies(ended -> {
            assertThat(ended.status()).isOne();
            assertThat(ended.err()).doesNotContain("at vn.congkhai");
          });
    }
    assertThat(folder.resolve("data")).doesNotExist();
  }
}
