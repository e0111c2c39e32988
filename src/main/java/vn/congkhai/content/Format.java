package vn.congkhai.content;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Text;

/// How the content of a submission may be written. The rules are the same for each.
public enum Format {
  JSON("application/json"),
  CSV("text/csv"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final String type;

  Format(String type) {
    this.type = type;
  }

  /// The format of a `Content-Type`.
  ///
  /// @throws Failure when it is none of them, or in another encoding than UTF-8
  public static Format of(@Nullable String contentType) {
    String plain = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT).replace(" ", "");
    for (Format format : values()) {
      if (format.matches(plain)) {
        return format;
      }
    }
    throw new Failure(
        Failure.Kind.UNSUPPORTED_TYPE,
        "Hãy gửi JSON, CSV (UTF-8) hoặc XLSX, với Content-Type là “%s”, “%s” hoặc “%s”."
            .formatted(JSON.type, CSV.type, XLSX.type),
        "Send JSON, CSV (UTF-8) or XLSX, with “%s”, “%s” or “%s” as Content-Type."
            .formatted(JSON.type, CSV.type, XLSX.type));
  }

  private boolean matches(String given) {
    return given.equals(type)
        || given.equals(type + ";charset=utf-8")
        || given.equals(type + ";charset=\"utf-8\"")
        || (this == CSV && given.replace(";header=present", "").equals(type));
  }

  /// The content, well-formed and not yet believed. That of a workbook takes a while.
  public Checked<RawSubmission> decode(byte[] body) {
    return switch (this) {
      case JSON -> JsonDecoder.decode(body);
      case CSV -> CsvDecoder.decode(body);
      case XLSX -> XlsxDecoder.decode(body);
    };
  }

  /// The content that was decoded.
  ///
  /// @throws Failure of kind `MALFORMED` with what makes it unreadable
  public RawSubmission readable(Checked<RawSubmission> decoded) {
    return switch (decoded) {
      case Checked.Valid<RawSubmission>(RawSubmission raw) -> raw;
      case Checked.Invalid<RawSubmission>(List<Problem> problems) ->
          throw new Failure(
              Failure.Kind.MALFORMED,
              new Text(
                  "Nội dung không đọc được như %s.".formatted(this),
                  "The content cannot be read as %s.".formatted(this)),
              problems);
    };
  }
}
