package vn.congkhai.catalogue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.WorkingDays;
import vn.congkhai.indicator.WorkingDays.Kind;
import vn.congkhai.indicator.WorkingDays.Special;

/// `holidays.csv`: weekdays that are free and Saturdays that are worked.
final class HolidayTable {
  static final String FILE = "holidays.csv";

  private HolidayTable() {}

  static WorkingDays read(CatalogueFiles files) {
    CsvTable table = files.table(FILE, "date", "kind", "name", "certainty", "source");
    return new WorkingDays(table.unique(HolidayTable::special, Special::day));
  }

  private static @Nullable Special special(Row row) {
    LocalDate day = row.parsed("date", Spelling::date);
    Kind kind = row.parsed("kind", HolidayTable::kind);
    String name = row.required("name");
    Boolean provisional = row.parsed("certainty", HolidayTable::provisional);
    if (day == null || kind == null || name == null || provisional == null) {
      return null;
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    if (weekend != (kind == Kind.WORK)) {
      row.report(
          "“" + day + "”: ngày nghỉ phải là ngày trong tuần, ngày làm bù là thứ Bảy, Chủ nhật",
          "“" + day + "”: a day off must be a weekday, a worked day a Saturday or Sunday");
    }
    return new Special(day, kind, name, provisional);
  }

  private static @Nullable Kind kind(String text) {
    return switch (text) {
      case "off" -> Kind.OFF;
      case "work" -> Kind.WORK;
      default -> null;
    };
  }

  private static @Nullable Boolean provisional(String text) {
    return switch (text) {
      case "confirmed" -> false;
      case "provisional" -> true;
      default -> null;
    };
  }
}
