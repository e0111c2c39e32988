package vn.congkhai.catalogue;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Plan;

/// `left-out.csv`.
final class LeftOutTable {
  static final String FILE = "left-out.csv";

  private LeftOutTable() {}

  static List<LeftOut> read(CatalogueFiles files, List<Plan> plans) {
    CsvTable table = files.table(FILE, "plan", "location", "indicator", "as_printed", "reason");
    Map<String, Plan> known =
        plans.stream().collect(toMap(plan -> plan.code().value(), plan -> plan));
    return table.unique(row -> leftOut(row, known), each -> each);
  }

  private static @Nullable LeftOut leftOut(CsvTable.Row row, Map<String, Plan> plans) {
    Plan plan = row.parsed("plan", Spelling.known(plans));
    String location = row.required("location");
    String indicator = row.required("indicator");
    String asPrinted = row.required("as_printed");
    String reason = row.required("reason");
    return plan == null
            || location == null
            || indicator == null
            || asPrinted == null
            || reason == null
        ? null
        : new LeftOut(plan.code(), location, indicator, asPrinted, reason);
  }
}
