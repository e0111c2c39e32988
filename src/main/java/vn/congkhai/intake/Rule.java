package vn.congkhai.intake;

import java.util.Locale;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Text;

/// Every rule that the content of a submission must keep, in one list.
enum Rule {
  // what makes a body unreadable (400)
  NOT_JSON(
      "Không phải JSON đúng cú pháp (dòng %d, cột %d).",
      "Not well-formed JSON (line %d, column %d)."),
  WRONG_ENCODING("Nội dung không phải UTF-8.", "The content is not UTF-8."),
  DUPLICATE_KEY("Khóa “%s” xuất hiện hai lần.", "The key “%s” stands twice."),
  TOO_DEEP("Lồng nhau quá sâu.", "Nested too deeply."),

  // what is wrong with its shape (422)
  WRONG_TYPE("Cần %s.", "Expected %s."),
  UNKNOWN_FIELD("Không có trường “%s”.", "There is no field “%s”."),
  MISSING_FIELD("Thiếu “%s”.", "“%s” is missing."),
  TOO_LONG("Dài quá %d ký tự.", "Longer than %d characters."),
  TOO_MANY("Nhiều hơn %d; hãy chia thành nhiều lần gửi.", "More than %d; send them in parts."),
  BAD_TEXT(
      "Có ký tự điều khiển không được phép.", "Holds a control character that is not allowed."),

  // who and what
  UNKNOWN_AGENCY("Không có cơ quan mã “%s”.", "There is no agency “%s”."),
  UNKNOWN_INDICATOR("Không có chỉ tiêu mã “%s”.", "There is no indicator “%s”."),
  AGENCY_NOT_IN_FORCE(
      "%s không tồn tại đến hết kỳ %s; hãy gửi cho: %s.",
      "%s did not exist to the end of %s; send it for: %s."),
  COMPUTED(
      "Chỉ tiêu này do hệ thống tự tính từ trạng thái các nhiệm vụ.",
      "This indicator is computed by the service of the states of tasks."),
  NOT_OWED("%s không phải báo cáo chỉ tiêu này.", "%s does not report this indicator."),
  DUPLICATE("Chỉ tiêu và kỳ này đã có ở %s.", "This indicator and period already stand at %s."),

  // when
  BAD_PERIOD("“%s” không phải kỳ báo cáo (ví dụ: %s).", "“%s” is not a period (for example %s)."),
  WRONG_CYCLE(
      "Chỉ tiêu này báo cáo theo %s (ví dụ: %s).",
      "This indicator is reported by %s (for example %s)."),
  FUTURE_PERIOD("Kỳ %s chưa bắt đầu (bắt đầu %s).", "The period %s has not begun (it begins %s)."),
  CLOSED_PERIOD(
      "Kỳ %s đã khóa; chỉ nhận từ năm %d.",
      "The period %s is closed; figures are taken from %d on."),

  // the figure
  MISSING_FIGURE("Thiếu “%s”.", "“%s” is missing."),
  FIGURE_AND_VALUE(
      "Chỉ gửi tử số và mẫu số, hoặc chỉ gửi giá trị, không gửi cả hai.",
      "Send numerator and denominator, or a value, not both."),
  NOT_AN_INTEGER("Phải là số nguyên.", "Must be a whole number."),
  NOT_A_NUMBER("Phải là số.", "Must be a number."),
  NEGATIVE("Không được âm.", "Must not be negative."),
  OUT_OF_RANGE("Phải từ %s đến %s.", "Must be from %s to %s."),
  NUMERATOR_EXCEEDS_DENOMINATOR(
      "Tử số %d lớn hơn mẫu số %d.", "The numerator %d exceeds the denominator %d."),

  // the state of a task
  UNKNOWN_STATE(
      "Trạng thái phải là not-started, in-progress, done hoặc cancelled.",
      "The state must be not-started, in-progress, done or cancelled."),
  NOT_A_LINK(
      "Phải là địa chỉ bắt đầu bằng https:// hoặc http://.",
      "Must be an address that begins with https:// or http://."),
  NOT_A_LEAD("%s không chủ trì nhiệm vụ này.", "%s does not lead this task."),
  // figures of another source
  BAD_DATE(
      "“%s” không phải ngày (ví dụ 2026-11-03).", "“%s” is not a day (for example 2026-11-03)."),
  FUTURE_DATE("Ngày %s chưa đến.", "The day %s has not come."),
  NOT_A_SHARE(
      "Phải là tỷ lệ từ 0 đến 1, hoặc phần trăm có dấu %%, ví dụ 0.978 hay 97,8%%.",
      "Must be a share from 0 to 1, or a percentage with its sign, for example 0.978 or 97,8%%."),
  NOT_CSV("Không đọc được dòng %d như CSV.", "Line %d cannot be read as CSV."),
  // taken all the same, but said
  FORMER_AGENCY(
      "%s không còn tồn tại; số được giữ dưới mã cũ và cộng vào: %s.",
      "%s no longer exists; the figures are kept under its old code and added to: %s."),
  CORRECTS_PUBLISHED(
      "Thay số đã công bố của kỳ %s; bảng sẽ ghi “đã đính chính”.",
      "Replaces the published figure of %s; the board will mark it as corrected.");

  private final String vi;
  private final String en;

  Rule(String vi, String en) {
    this.vi = vi;
    this.en = en;
  }

  /// The name in answers, for example `numerator-exceeds-denominator`.
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// @param arguments what the message names; the same in both languages
  Problem at(String pointer, Object... arguments) {
    return at(pointer, arguments, arguments);
  }

  /// For a message whose words differ between the languages.
  Problem at(String pointer, Object[] vietnamese, Object[] english) {
    Text message =
        new Text(
            String.format(Locale.ROOT, vi, vietnamese), String.format(Locale.ROOT, en, english));
    return new Problem(pointer, code(), message);
  }
}
