package vn.congkhai.http;

import java.util.List;
import vn.congkhai.indicator.Text;

/// Why a request is not answered as asked. It carries no stack trace: it is an answer, not an
/// accident.
public final class Failure extends RuntimeException {
  private final Kind kind;
  private final transient Text detail;
  private final transient List<Problem> problems;

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
    REFUSED(422, "Số liệu bị từ chối", "The figures are refused"),
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
    super(detail.en(), null, false, false);
    this.kind = kind;
    this.detail = detail;
    this.problems = List.copyOf(problems);
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

  /// Everything that is wrong with the content; empty when the content is not the reason.
  public List<Problem> problems() {
    return problems;
  }
}
