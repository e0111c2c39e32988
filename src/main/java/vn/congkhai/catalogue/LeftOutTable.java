package vn.congkhai.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Plan;
import vn.congkhai.indicator.Text;

/// `left-out.csv`.
final class LeftOutTable {
  static final String FILE = "left-out.csv";

  private LeftOutTable() {}

  static List<LeftOut> read(CatalogueFiles files, Register<Plan> plans) {
    CsvTable table =
        files.table(FILE, "plan", "location", "indicator", "as_printed", "reason_vi", "reason_en");
    return table.unique(row -> leftOut(row, plans), each -> each);
  }

  private static @Nullable LeftOut leftOut(Row row, Register<Plan> plans) {
    Plan plan = plans.referred(row, "plan");
    String location = row.required("location");
    String indicator = row.required("indicator");
    String asPrinted = row.required("as_printed");
    Text reason = row.text("reason");
    return plan == null
            || location == null
            || indicator == null
            || asPrinted == null
            || reason == null
        ? null
        : new LeftOut(plan.code(), location, indicator, asPrinted, reason);
  }
}
