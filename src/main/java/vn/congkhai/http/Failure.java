package vn.congkhai.http;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Text;

/// Why a request is not answered as asked. It carries no stack trace: it is an answer, not an
/// accident.
public final class Failure extends RuntimeException {
  private static final Duration SOON = Duration.ofSeconds(2);

  private final Kind kind;
  private final transient Text detail;
  private final transient List<Problem> problems;
  private final @Nullable Duration retryAfter;

  /// The kinds of failure, each with its status and title.
  public enum Kind {
    MALFORMED(400, "Nội dung không đọc được", "The content cannot be read"),
    UNAUTHENTICATED(401, "Chưa xác thực", "Not authenticated"),
    FORBIDDEN(403, "Không có quyền", "Not allowed"),
    NOT_FOUND(404, "Không có địa chỉ này", "No such address"),
    METHOD_NOT_ALLOWED(405, "Không dùng được phương thức này ở đây", "Method not allowed here"),
    CONFLICT(409, "Trùng khóa với yêu cầu khác", "The key belongs to another request"),
    TOO_LARGE(413, "Nội dung quá lớn", "The content is too large"),
    UNSUPPORTED_TYPE(415, "Không nhận định dạng này", "Unsupported format"),
    REFUSED(422, "Nội dung bị từ chối", "The content is refused"),
    TOO_MANY_REQUESTS(429, "Gửi quá nhiều yêu cầu", "Too many requests"),
    INTERNAL(500, "Lỗi máy chủ", "Server error"),
    UNAVAILABLE(503, "Tạm thời chưa nhận được", "Temporarily unavailable");

    private final int status;
    private final Text title;

    Kind(int status, String vi, String en) {
      this.status = status;
      this.title = new Text(vi, en);
    }

    public int status() {
      return status;
    }

    Text title() {
      return title;
    }

    /// The last part of the problem's `type`, for example `too-large`.
    String slug() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  public Failure(Kind kind, String vi, String en) {
    this(kind, new Text(vi, en), List.of());
  }

  public Failure(Kind kind, Text detail, List<Problem> problems) {
    this(kind, detail, problems, kind == Kind.UNAVAILABLE ? SOON : null);
  }

  private Failure(Kind kind, Text detail, List<Problem> problems, @Nullable Duration retryAfter) {
    super(detail.en(), null, false, false);
    this.kind = kind;
    this.detail = detail;
    this.problems = List.copyOf(problems);
    this.retryAfter = retryAfter;
  }

  /// What is told to one who comes too often.
  ///
  /// @param retryAfter when it may come again
  public static Failure tooMany(String vi, String en, Duration retryAfter) {
    return new Failure(Kind.TOO_MANY_REQUESTS, new Text(vi, en), List.of(), retryAfter);
  }

  /// What a reader is told when too many ask for the same costly thing at once.
  public static Failure busy() {
    return new Failure(
        Kind.UNAVAILABLE,
        "Đang có quá nhiều người hỏi trang này; xin thử lại sau ít giây.",
        "Too many are asking for this page; please try again in a few seconds.");
  }

  /// What a reader is told while the database is away.
  public static Failure databaseAway() {
    return new Failure(
        Kind.UNAVAILABLE,
        "Cơ sở dữ liệu đang ngừng; xin thử lại sau.",
        "The database is away; please try again later.");
  }

  public Kind kind() {
    return kind;
  }

  public Text detail() {
    return detail;
  }

  /// When the same request may succeed; null when waiting is of no use.
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /// Everything that is wrong with the content; empty when the content is not the reason.
  public List<Problem> problems() {
    return problems;
  }
}
