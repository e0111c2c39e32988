package vn.congkhai.intake;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.congkhai.access.Caller;
import vn.congkhai.content.Check;
import vn.congkhai.content.Checked;
import vn.congkhai.content.Format;
import vn.congkhai.content.Problems;
import vn.congkhai.content.RawSubmission;
import vn.congkhai.content.Warnings;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Draft;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Submission;
import vn.congkhai.indicator.Text;
import vn.congkhai.journal.Appended;
import vn.congkhai.journal.Idempotency;
import vn.congkhai.journal.Link;
import vn.congkhai.journal.Overloaded;
import vn.congkhai.journal.Row;
import vn.congkhai.postgres.Unavailable;

/// Takes submissions in, whatever they came as: reads their content, judges it, counts them and
/// puts them into the journal. It lives on the agencies' door's event loop.
public final class Reception {
  private static final int MOST_WAITING = 16;
  private static final int QUICK = 100_000;
  private static final int READERS = 2;

  private final WorkerExecutor readers;
  private final Desk desk;
  private int waiting;

  public Reception(Vertx vertx, Desk desk) {
    this.readers = vertx.createSharedWorkerExecutor("readers", READERS);
    this.desk = desk;
  }

  /// What is asked to be stored.
  ///
  /// @param key null when a repetition need not be recognised
  /// @param bytes what it weighs while it waits
  public record Request(Draft draft, @Nullable Idempotency key, int bytes) {}

  /// What is on disk.
  ///
  /// @param fresh false when it was there before: the request was a repetition
  public record Taken(Link link, boolean fresh) {}

  /// The content, well-formed and not yet believed, or what makes it unreadable. Workbooks and
  /// large contents are read beside the event loop, two at a time; when many wait, more fail with a
  /// [Failure] of kind `UNAVAILABLE`.
  public Future<Checked<RawSubmission>> read(Format format, byte[] content) {
    if (format != Format.XLSX && content.length <= QUICK) {
      return Future.succeededFuture(format.decode(content));
    }
    if (waiting >= MOST_WAITING) {
      return Future.failedFuture(
          new Failure(
              Failure.Kind.UNAVAILABLE,
              "Đang có quá nhiều tệp lớn chờ đọc; xin gửi lại sau ít giây.",
              "Too many large files are waiting to be read; please send again in a few seconds."));
    }
    waiting++;
    return readers
        .executeBlocking(() -> format.decode(content), false)
        .map(Objects::requireNonNull)
        .onComplete(_ -> waiting--);
  }

  /// Holds a content against every rule.
  ///
  /// @throws Failure of kind `FORBIDDEN` when the caller may not send for that agency
  public Checked<Draft> judge(RawSubmission raw, Caller caller) {
    LocalDate today = LocalDate.ofInstant(desk.clock().instant(), Period.ZONE);
    return Check.check(raw, desk.catalogue(), caller, today);
  }

  /// The draft that a content makes.
  ///
  /// @throws Failure of kind `REFUSED` with everything that is wrong with it, or `FORBIDDEN` when
  ///   the caller may not send for that agency
  public Draft draft(RawSubmission raw, Caller caller) {
    return switch (judge(raw, caller)) {
      case Checked.Valid<Draft>(Draft draft) -> draft;
      case Checked.Invalid<Draft>(List<Problem> problems) -> throw refused(problems);
    };
  }

  /// What would become of the draft; nothing is stored nor counted.
  public Submission preview(Draft draft) {
    return desk.figures().preview(desk.clock().instant().truncatedTo(ChronoUnit.MILLIS), draft);
  }

  /// What a receipt says besides: nothing of it keeps a figure from being taken.
  public List<Problem> warnings(Submission submission) {
    return Warnings.of(submission, desk.catalogue());
  }

  /// Stores what a request asks for and completes once it is on disk. Every request that comes here
  /// is counted: received, and then accepted, refused or failed. Fails with a [Failure] of kind
  /// `CONFLICT` when its key came with another content before.
  ///
  /// @param reading fails with a [Failure], or throws it, when there is nothing to store
  public Future<Taken> take(Supplier<Future<Request>> reading) {
    desk.events().received();
    return asked(reading)
        .compose(asked -> desk.journal().append(asked.draft(), asked.key(), asked.bytes()))
        .map(Reception::taken)
        .recover(failure -> Future.failedFuture(named(failure)))
        .onSuccess(_ -> desk.events().accepted())
        .onFailure(this::count);
  }

  static <T> Future<T> asked(Supplier<Future<T>> reading) {
    try {
      return reading.get();
    } catch (RuntimeException failure) {
      // ours as well as the sender's: what was received is counted as something
      return Future.failedFuture(failure);
    }
  }

  private static Taken taken(Appended appended) {
    return switch (appended) {
      case Appended.Stored(Link link) -> new Taken(link, true);
      case Appended.Repeated(Link link) -> new Taken(link, false);
      case Appended.KeyReused() ->
          throw new Failure(
              Failure.Kind.CONFLICT,
              "Idempotency-Key này đã dùng cho một nội dung khác.",
              "This Idempotency-Key was used for another content.");
    };
  }

  private void count(Throwable failure) {
    if (failure instanceof Failure known && known.kind().status() < 500) {
      desk.events().refused();
    } else {
      desk.events().failed();
    }
  }

  /// The receipt of that number. Fails as if there were none when it is of another agency than the
  /// caller may read.
  public Future<Link> receipt(long number, Caller caller) {
    return desk.submissions()
        .one(number)
        .map(rows -> own(rows, caller))
        .recover(failure -> Future.failedFuture(named(failure)));
  }

  /// The number of a submission, or 0 when the text is none.
  public static long number(@Nullable String text) {
    return text != null && text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
  }

  private static Link own(List<Row> rows, Caller caller) {
    Link link = rows.isEmpty() ? null : rows.getFirst().link();
    if (link == null || !caller.mayRead(link.submission().agency())) {
      throw new Failure(
          Failure.Kind.NOT_FOUND, "Không có lần gửi này.", "There is no such submission.");
    }
    return link;
  }

  /// The refusal of a content with these problems.
  public static Failure refused(List<Problem> problems) {
    int count = problems.size();
    boolean more = count == Problems.MOST;
    Text detail =
        new Text(
            "Chưa lưu gì cả. Có " + (more ? "ít nhất " : "") + count + " chỗ cần sửa.",
            "Nothing was stored. "
                + (more ? "At least " : "")
                + count
                + (count == 1 ? " place" : " places")
                + " to mend.");
    return new Failure(Failure.Kind.REFUSED, detail, problems);
  }

  /// The journal's failures in the words of an answer.
  public static Throwable named(Throwable failure) {
    return switch (failure) {
      case Overloaded _ ->
          new Failure(
              Failure.Kind.UNAVAILABLE,
              "Đang có quá nhiều số liệu chờ ghi; xin gửi lại sau ít giây.",
              "Too many figures are waiting; please send again in a few seconds.");
      case Unavailable _ ->
          new Failure(
              Failure.Kind.UNAVAILABLE,
              "Cơ sở dữ liệu đang ngừng; số liệu chưa được nhận, xin gửi lại sau.",
              "The database is away; the figures were not taken, please send again later.");
      default -> failure;
    };
  }
}
