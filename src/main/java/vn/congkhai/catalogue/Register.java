package vn.congkhai.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a file of the catalogue defines, for other files to refer to. A reference to something that
/// stands there and is faulty is no second fault.
///
/// @param values those that are sound, in the order of the file
/// @param spelt every code that stands in the file, sound or not
/// @param whole whether the file could be read; else nobody knows what it defines
record Register<T>(List<T> values, Map<String, T> byCode, Set<String> spelt, boolean whole) {
  Register {
    values = List.copyOf(values);
    byCode = Map.copyOf(byCode);
    spelt = Set.copyOf(spelt);
  }

  /// @param code of a value
  static <T> Register<T> of(
      List<T> values, Function<T, String> code, Set<String> spelt, boolean whole) {
    return new Register<>(
        values, values.stream().collect(Collectors.toMap(code, Function.identity())), spelt, whole);
  }

  /// The register of a table whose column `code` names the rows.
  static <T> Register<T> of(CsvTable table, List<T> values, Function<T, String> code) {
    return of(values, code, table.codes(), table.whole());
  }

  /// Whether the code stands in the file, or might.
  boolean mayHave(String code) {
    return !whole || spelt.contains(code);
  }

  /// What the required cell refers to; null when that is nothing sound, which is reported only when
  /// it stands nowhere.
  @Nullable T referred(Row row, String column) {
    String code = row.parsed(column, text -> mayHave(text) ? text : null);
    return code == null ? null : byCode.get(code);
  }
}
