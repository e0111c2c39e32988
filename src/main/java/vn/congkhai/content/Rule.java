package vn.congkhai.content;

import static vn.congkhai.content.Rule.Weight.REFUSED;
import static vn.congkhai.content.Rule.Weight.SAID;
import static vn.congkhai.content.Rule.Weight.UNREADABLE;

import java.util.Locale;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Text;

/// Every rule that the content of a submission must keep, in one list. The public list of rules is
/// made of it.
public enum Rule {
  NOT_JSON(
      UNREADABLE,
      "Không phải JSON đúng cú pháp (dòng %d, cột %d).",
      "Not well-formed JSON (line %d, column %d).",
      "{\"period\": \"2026-10\",}"),
  NOT_CSV(
      UNREADABLE,
      "Dấu ngoặc kép ở dòng %d không đúng cặp; ô nào có dấu ngoặc kép phải nằm trọn trong \"…\".",
      "The quotation marks in line %d do not match; a cell that has any must stand in \"…\".",
      "2026-10,on-time-rate,97,100,\"chưa đóng / never closed"),
  NO_COLUMNS(
      UNREADABLE,
      "Dòng %d không có tên cột nào; dòng đầu phải là tên các cột, ví dụ %s.",
      "Line %d names no column; the first line must name the columns, for example %s.",
      "2026-10,on-time-rate,97,100"),
  NOT_XLSX(
      UNREADABLE,
      "Không đọc được như một bảng tính .xlsx thông thường (%s).",
      "Cannot be read as an ordinary .xlsx workbook (%s).",
      "tệp .xls, .ods hoặc giải nén ra quá lớn / an .xls, an .ods, or one that unpacks to too much"),
  WRONG_ENCODING(
      UNREADABLE,
      "Nội dung không phải UTF-8; khi lưu từ bảng tính hãy chọn “CSV UTF-8”.",
      "The content is not UTF-8; when saving from a spreadsheet choose “CSV UTF-8”.",
      "0xC3 0x28"),
  DUPLICATE_KEY(
      UNREADABLE,
      "Tên “%s” xuất hiện hai lần.",
      "The name “%s” stands twice.",
      "{\"numerator\": 1, \"numerator\": 2}"),
  TOO_DEEP(
      UNREADABLE,
      "Lồng nhau quá sâu (hơn %d tầng).",
      "Nested too deeply (more than %d levels).",
      "[[[[[[[[[[[[[[[[[1]]]]]]]…"),

  // what is wrong with its shape
  WRONG_TYPE(REFUSED, "Phải là %s.", "Must be %s.", "\"observations\": {}"),
  UNKNOWN_FIELD(
      REFUSED,
      "Không có trường “%s”; chỉ có: %s.",
      "There is no field “%s”; there are: %s.",
      "\"denominater\": 1043"),
  MISSING_FIELD(REFUSED, "Thiếu “%s”.", "“%s” is missing.", "{\"numerator\": 812}"),
  EXTRA_CELLS(
      REFUSED,
      "Dòng có %d ô mà bảng chỉ có %d cột; số thập phân viết bằng dấu phẩy phải để trong ngoặc"
          + " kép, hoặc dùng dấu chấm phẩy giữa các cột.",
      "The line has %d cells, the table only %d columns; a decimal comma needs quotes around the"
          + " number, or semicolons between the columns.",
      "2026-10,satisfaction-procedures,96,4"),
  SPLIT_NUMBER(
      REFUSED,
      "Ghi chú “%s” chỉ có chữ số; nếu đó là phần thập phân của “value” thì để cả số trong ngoặc"
          + " kép, hoặc dùng dấu chấm phẩy giữa các cột.",
      "The note “%s” is nothing but digits; if they are the decimals of “value”, put the number in"
          + " quotes, or semicolons between the columns.",
      "cb-xa-01273,2026-10,satisfaction-procedures,,,96,4"),
  TOO_LONG(
      REFUSED,
      "Dài quá %d ký tự.",
      "Longer than %d characters.",
      "\"note\": \"… (501 ký tự / characters)\""),
  TOO_MANY(
      REFUSED,
      "Nhiều hơn %d mục; hãy chia thành nhiều lần gửi.",
      "More than %d entries; send them in parts.",
      "5001 observations"),
  BAD_TEXT(
      REFUSED,
      "Có ký tự điều khiển không được phép.",
      "Holds a control character that is not allowed.",
      "\"note\": \"\\u0000\""),

  // who and what
  UNKNOWN_AGENCY(
      REFUSED,
      "Không có cơ quan mã “%s”.",
      "There is no agency “%s”.",
      "\"agency\": \"cb-xa-99999\""),
  MIXED_AGENCIES(
      REFUSED,
      "Một lần gửi chỉ gồm một cơ quan; các dòng trước là của %s.",
      "One submission holds one agency; the lines before are of %s.",
      "agency: cb-xa-01273, cb-xa-01708"),
  UNKNOWN_INDICATOR(
      REFUSED,
      "Không có chỉ tiêu mã “%s”.",
      "There is no indicator “%s”.",
      "\"indicator\": \"on-time\""),
  AGENCY_NOT_IN_FORCE(
      REFUSED,
      "%s không tồn tại đến hết kỳ %s; hãy gửi cho: %s.",
      "%s did not exist to the end of %s; send it for: %s.",
      "\"agency\": \"bk-so-y-te\", \"period\": \"2025-10\""),
  COMPUTED(
      REFUSED,
      "Chỉ tiêu này do hệ thống tự tính từ trạng thái các nhiệm vụ.",
      "This indicator is computed by the service of the states of tasks.",
      "\"indicator\": \"plan-tasks-completed-rate\""),
  NOT_OWED(
      REFUSED,
      "%s không phải báo cáo chỉ tiêu này.",
      "%s does not report this indicator.",
      "\"agency\": \"cb-xa-01273\", \"indicator\": \"legal-documents-reviewed-rate\""),
  DUPLICATE(
      REFUSED,
      "Chỉ tiêu và kỳ này đã có ở %s.",
      "This indicator and period already stand at %s.",
      "\"indicator\": \"on-time-rate\", \"period\": \"2026-10\" × 2"),

  // when
  BAD_PERIOD(
      REFUSED,
      "“%s” không phải kỳ báo cáo (ví dụ: %s).",
      "“%s” is not a period (for example %s).",
      "\"period\": \"10/2026\""),
  WRONG_CYCLE(
      REFUSED,
      "Chỉ tiêu này báo cáo theo %s (ví dụ: %s).",
      "This indicator is reported by %s (for example %s).",
      "\"indicator\": \"on-time-rate\", \"period\": \"2026-Q3\""),
  FUTURE_PERIOD(
      REFUSED,
      "Kỳ %s chưa bắt đầu (bắt đầu %s).",
      "The period %s has not begun (it begins %s).",
      "\"period\": \"2099-01\""),
  CLOSED_PERIOD(
      REFUSED,
      "Kỳ %s đã khóa; số liệu chỉ nhận đến hết ngày %s.",
      "The period %s is closed; its figures were taken until the end of %s.",
      "\"period\": \"2000-01\""),

  // the figure
  MISSING_FIGURE(
      REFUSED,
      "Thiếu “%s”: chỉ tiêu này cần %s; điền số, hoặc bỏ cả chỉ tiêu này nếu chưa có.",
      "“%s” is missing: this indicator needs %s; give the number, or leave the indicator out when"
          + " there is none yet.",
      "{\"indicator\": \"on-time-rate\", \"numerator\": 97}"),
  FIGURE_AND_VALUE(
      REFUSED,
      "Chỉ gửi tử số và mẫu số, hoặc chỉ gửi giá trị, không gửi cả hai.",
      "Send numerator and denominator, or a value, not both.",
      "\"numerator\": 97, \"denominator\": 100, \"value\": 97"),
  NOT_AN_INTEGER(
      REFUSED,
      "Phải là số nguyên viết liền, ví dụ 1043.",
      "Must be a whole number without separators, for example 1043.",
      "\"numerator\": 1.5"),
  NOT_A_NUMBER(
      REFUSED,
      "Phải là số, ví dụ 96.4.",
      "Must be a number, for example 96.4.",
      "\"value\": \"96,4 phần trăm\""),
  NEGATIVE(REFUSED, "Không được âm.", "Must not be negative.", "\"numerator\": -1"),
  OUT_OF_RANGE(REFUSED, "Phải từ %s đến %s.", "Must be from %s to %s.", "\"value\": 100.01"),
  NUMERATOR_EXCEEDS_DENOMINATOR(
      REFUSED,
      "Tử số %d lớn hơn mẫu số %d.",
      "The numerator %d exceeds the denominator %d.",
      "\"numerator\": 1044, \"denominator\": 1043"),
  IDENTITY(
      REFUSED,
      "Các số không khớp nhau: %s Ở đây %s, lệch %s.",
      "The figures do not fit each other: %s Here %s, a difference of %s.",
      "100 ≠ 40 + 50 + 5"),

  // the state of a task
  UNKNOWN_STATE(
      REFUSED,
      "Trạng thái phải là not-started, in-progress, done hoặc cancelled.",
      "The state must be not-started, in-progress, done or cancelled.",
      "\"state\": \"finished\""),
  NOT_A_LINK(
      REFUSED,
      "Phải là địa chỉ bắt đầu bằng https:// hoặc http://.",
      "Must be an address that begins with https:// or http://.",
      "\"evidence\": \"javascript:alert(1)\""),
  NOT_A_LEAD(
      REFUSED,
      "%s không chủ trì nhiệm vụ này.",
      "%s does not lead this task.",
      "\"agency\": \"cb-so-y-te\""),

  // a token
  UNKNOWN_SCOPE(
      REFUSED,
      "Phạm vi phải là agency, read-only hoặc administrator.",
      "The scope must be agency, read-only or administrator.",
      "\"scope\": \"everything\""),
  AGENCY_OF_ADMINISTRATOR(
      REFUSED,
      "Quản trị viên không thuộc cơ quan nào; hãy bỏ trường này.",
      "An administrator belongs to no agency; leave this out.",
      "\"scope\": \"administrator\", \"agency\": \"cb-so-y-te\""),
  PAST_INSTANT(
      REFUSED,
      "Thời điểm %s đã qua.",
      "The instant %s has passed.",
      "\"expiresAt\": \"2020-01-01T00:00:00Z\""),

  // what a screen shows
  NOT_A_PAGE(
      REFUSED,
      "“%s” không phải trang của bảng mà màn hình hiện được; chỉ có: %s.",
      "“%s” is no page of the board that a screen can show; there are: %s.",
      "\"pages\": [\"https://example.org\"]"),
  UNKNOWN_PAGE(
      REFUSED,
      "Trang “%s” nêu một mã không có trong danh mục.",
      "The page “%s” names a code that the catalogue does not have.",
      "\"pages\": [\"/board/agencies/cb-xa-99999\"]"),
  PAGE_COUNT(
      REFUSED, "Phải có từ 1 đến %d trang.", "There must be 1 to %d pages.", "\"pages\": []"),
  BAD_HOURS(
      REFUSED,
      "Phải là khoảng giờ trong ngày như 22:00-05:00.",
      "Must be a span of the day such as 22:00-05:00.",
      "\"quietHours\": \"22-5\""),

  // figures of another source
  BAD_DATE(
      REFUSED,
      "“%s” không phải ngày (ví dụ 2026-11-03).",
      "“%s” is not a day (for example 2026-11-03).",
      "date: 3/11/2026"),
  FUTURE_DATE(REFUSED, "Ngày %s chưa đến.", "The day %s has not come.", "date: 2099-01-01"),
  NOT_A_SHARE(
      REFUSED,
      "Phải là tỷ lệ từ 0 đến 1, hoặc phần trăm có dấu %%, ví dụ 0.978 hay 97,8%%.",
      "Must be a share from 0 to 1, or a percentage with its sign, for example 0.978 or 97,8%%.",
      "ratio: 97.8"),

  // taken all the same, but said
  FORMER_AGENCY(
      SAID,
      "%s không còn tồn tại; số được giữ dưới mã cũ và cộng vào: %s.",
      "%s no longer exists; the figures are kept under its old code and added to: %s.",
      "\"agency\": \"bk-so-y-te\", \"period\": \"2025-05\""),
  CORRECTS_PUBLISHED(
      SAID,
      "Thay số đã công bố của kỳ %s; bảng sẽ ghi “đã đính chính”.",
      "Replaces the published figure of %s; the board will mark it as corrected.",
      "97/100 → 96/100"),
  FRACTION(
      SAID,
      "Là %s phần trăm; có phải muốn ghi %s không? Giá trị ghi theo phần trăm.",
      "Is %s per cent; was %s meant? Values are in per cent.",
      "\"value\": 0.964"),
  JUMP(
      SAID,
      "Khác xa các kỳ trước của cơ quan (%s: thường là %s); xin xem lại.",
      "Far from the agency’s other periods (%s: usually %s); please look again.",
      "100, 104, 98 → 1040"),
  DOUBTFUL(
      SAID,
      "Có thể chưa khớp: %s Ở đây %s, lệch %s.",
      "May not fit: %s Here %s, a difference of %s.",
      "1043 ≠ 1040");

  private final Weight weight;
  private final String vi;
  private final String en;
  private final String example;

  /// What becomes of a content that breaks a rule.
  public enum Weight {
    /// It cannot be read at all: 400.
    UNREADABLE(new Text("không đọc được (400)", "unreadable (400)")),
    /// It is read and refused as a whole: 422.
    REFUSED(new Text("bị từ chối (422)", "refused (422)")),
    /// It is taken, and the receipt says so.
    SAID(new Text("nhận, có nhắc", "taken, with a warning"));

    private final Text meaning;

    Weight(Text meaning) {
      this.meaning = meaning;
    }

    public Text meaning() {
      return meaning;
    }
  }

  Rule(Weight weight, String vi, String en, String example) {
    this.weight = weight;
    this.vi = vi;
    this.en = en;
    this.example = example;
  }

  public Weight weight() {
    return weight;
  }

  /// The name in answers, for example `numerator-exceeds-denominator`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The message, with `…` for what it names.
  public Text message() {
    return new Text(open(vi), open(en));
  }

  /// What breaks the rule.
  public String example() {
    return example;
  }

  private static String open(String pattern) {
    return pattern.replaceAll("%[sd]", "…").replace("%%", "%");
  }

  /// The problem at a place.
  ///
  /// @param arguments what the message names; the same in both languages
  public Problem at(String pointer, Object... arguments) {
    return at(pointer, arguments, arguments);
  }

  /// For a message whose words differ between the languages.
  public Problem at(String pointer, Object[] vietnamese, Object[] english) {
    Text message =
        new Text(
            String.format(Locale.ROOT, vi, vietnamese), String.format(Locale.ROOT, en, english));
    return new Problem(pointer, code(), message);
  }
}
