package vn.congkhai.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Cycle;
import vn.congkhai.indicator.Identity;
import vn.congkhai.indicator.Identity.Part;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Measure;
import vn.congkhai.indicator.Text;

/// `identities.csv`: what counts of one submission must be to each other. A side is a sum of terms
/// such as `on-time-rate.denominator + …`; a bare value is named by its indicator alone.
final class IdentityTable {
  static final String FILE = "identities.csv";

  private final Register<Indicator> indicators;

  private IdentityTable(Register<Indicator> indicators) {
    this.indicators = indicators;
  }

  static List<Identity> read(CatalogueFiles files, Register<Indicator> indicators) {
    CsvTable table =
        files.table(FILE, "code", "left", "relation", "right", "breach", "text_vi", "text_en");
    IdentityTable identities = new IdentityTable(indicators);
    return table.unique(identities::identity, Identity::code);
  }

  private @Nullable Identity identity(Row row) {
    String code = row.parsed("code", Spelling::code);
    List<Identity.Term> left = terms(row, "left");
    Identity.Relation relation = row.parsed("relation", Identity.Relation::of);
    List<Identity.Term> right = terms(row, "right");
    Identity.Breach breach = row.parsed("breach", Identity.Breach::of);
    Text text = row.text("text");
    if (code == null
        || left.isEmpty()
        || relation == null
        || right.isEmpty()
        || breach == null
        || text == null) {
      return null;
    }
    List<Cycle> cycles =
        Stream.concat(left.stream(), right.stream())
            .map(term -> indicators.byCode().get(term.indicator().value()))
            .map(indicator -> indicator == null ? Cycle.MONTH : indicator.cycle())
            .distinct()
            .toList();
    if (cycles.size() > 1) {
      String different = cycles.stream().map(Cycle::code).collect(Collectors.joining(", "));
      row.report(
          "các chỉ tiêu phải có cùng chu kỳ báo cáo, ở đây có: " + different,
          "the indicators must be reported in the same cycle; these are: " + different);
      return null;
    }
    return new Identity(code, text, left, relation, right, breach);
  }

  /// The terms of a side; none, and a report, when one of them is faulty.
  private List<Identity.Term> terms(Row row, String column) {
    String side = row.required(column);
    List<Identity.Term> terms = new ArrayList<>();
    if (side == null) {
      return terms;
    }
    for (String spelt : side.split("\\+", -1)) {
      String word = spelt.strip();
      int point = word.indexOf('.');
      String code = point < 0 ? word : word.substring(0, point);
      Part part = part(point < 0 ? "value" : word.substring(point + 1));
      Indicator indicator = indicators.byCode().get(code);
      if (indicator == null && indicators.mayHave(code)) {
        // faulty itself, and told there
        return List.of();
      }
      if (indicator == null || part == null || !fits(indicator, part)) {
        row.report(
            "“" + column + "” không nhận số hạng “" + word + "”",
            "“" + column + "” does not take the term “" + word + "”");
        return List.of();
      }
      terms.add(new Identity.Term(indicator.code(), part));
    }
    return terms;
  }

  private static @Nullable Part part(String name) {
    for (Part part : Part.values()) {
      if (part.name().toLowerCase(Locale.ROOT).equals(name)) {
        return part;
      }
    }
    return null;
  }

  private static boolean fits(Indicator indicator, Part part) {
    return (indicator.measure() == Measure.VALUE) == (part == Part.VALUE);
  }
}
