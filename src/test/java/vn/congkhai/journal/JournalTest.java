package vn.congkhai.journal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Change;
import vn.congkhai.indicator.Draft;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Observation;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Standing;
import vn.congkhai.indicator.Submission;
import vn.congkhai.postgres.Database;
import vn.congkhai.postgres.EmbeddedServer;

/// The journal on a real database, under more load than it can carry off at once.
class JournalTest {
  private static final int SENDERS = 600;
  private static final Draft DRAFT =
      new Draft(
          new AgencyCode("cb-xa-01273"),
          "4",
          "",
          List.of(
              new Observation(
                  new IndicatorCode("on-time-rate"),
                  requireNonNull(Period.parse("2026-10")),
                  new Figure.Ratio(97, 100))));

  private final Vertx vertx = Vertx.vertx();
  private final Numbers ledger = new Numbers();
  private EmbeddedServer server;
  private Database database;
  private Journal journal;
  private Context loop;
  private volatile boolean over;
  private int committed;

  /// A ledger that only knows which submissions it holds.
  private static class Numbers implements Ledger {
    private final List<Long> held = new ArrayList<>();
    private final Deque<List<Submission>> judged = new ArrayDeque<>();

    @Override
    public List<Submission> judge(long first, Instant receivedAt, List<Draft> drafts) {
      List<Submission> batch = new ArrayList<>();
      for (Draft draft : drafts) {
        batch.add(submission(first + batch.size(), receivedAt, draft));
      }
      judged.add(batch);
      return batch;
    }

    @Override
    public void confirm() {
      judged.remove().forEach(this::replay);
    }

    @Override
    public void discard() {
      judged.clear();
    }

    @Override
    public void replay(Submission submission) {
      held.add(submission.number());
    }
  }

  private static Submission submission(long number, Instant receivedAt, Draft draft) {
    var recorded =
        new Submission.Recorded(
            draft.observations().getFirst(), Change.NEW, Standing.MET, List.of());
    return new Submission(
        number, receivedAt, draft.agency(), draft.by(), "", List.of(recorded), List.of());
  }

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    server = new EmbeddedServer(folder.resolve("server"));
    database = Database.open(vertx, server.start());
    database.migrate();
    Submissions submissions = new Submissions(database.pool());
    journal = new Journal(vertx, submissions, ledger, Clock.systemUTC(), (_, _) -> committed++);
    Promise<Context> own = Promise.promise();
    var verticle =
        new VerticleBase() {
          @Override
          public Future<Void> start() {
            own.complete(vertx.getOrCreateContext());
            return journal.start();
          }
        };
    var _ = vertx.deployVerticle(verticle).await();
    loop = own.future().await();
  }

  @AfterEach
  void stop() throws IOException {
    over = true;
    journal.close().await();
    database.close().await();
    vertx.close().await();
    server.stop();
  }

  /// Sends one after the other until it is over.
  private void send(Promise<Void> first) {
    var _ =
        journal
            .append(DRAFT, null, 100)
            .onComplete(_ -> {
              var _ = first.tryComplete();
              if (!over) {
                send(first);
              }
            });
  }

  /// Completes when the first is stored.
  private Future<Void> sendersBegin() {
    Promise<Void> first = Promise.promise();
    vertx.runOnContext(_ -> {
      for (int i = 0; i < SENDERS; i++) {
        send(first);
      }
    });
    return first.future();
  }

  /// What both ledgers held in the moment of the change, and how many batches were stored since the
  /// new one had read as far as it could while everything went on.
  private record Moment(List<Long> old, List<Long> fresh, int batches) {}

  private Moment changed() throws TimeoutException {
    Promise<Moment> changed = Promise.promise();
    List<Integer> steps = new ArrayList<>();
    Numbers fresh =
        new Numbers() {
          @Override
          public void replay(Submission submission) {
            super.replay(submission);
            if (steps.isEmpty() || steps.getLast() != committed) {
              steps.add(committed);
            }
          }
        };
    Runnable change =
        () -> {
          int last = steps.size() > 1 ? steps.getLast() - steps.get(steps.size() - 2) : 0;
          changed.complete(new Moment(List.copyOf(ledger.held), List.copyOf(fresh.held), last));
        };
    loop.runOnContext(_ -> {
      var _ = journal.reread(fresh, change).onFailure(changed::tryFail);
    });
    return changed.future().await(20, TimeUnit.SECONDS);
  }

  @Test
  void a_ledger_is_replaced_soon_though_there_is_always_something_to_store() throws Exception {
    sendersBegin().await();

    for (int i = 0; i < 5; i++) {
      Moment moment = changed();

      List<Long> all = LongStream.rangeClosed(1, moment.old().size()).boxed().toList();
      assertThat(moment.old()).isEqualTo(all).isNotEmpty();
      assertThat(moment.fresh()).isEqualTo(all);
      assertThat(moment.batches()).isLessThanOrEqualTo(2);
    }
    var _ = journal.append(DRAFT, null, 100).await(10, TimeUnit.SECONDS);
  }
}
