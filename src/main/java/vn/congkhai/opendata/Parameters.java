package vn.congkhai.opendata;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Text;

/// What stands after the `?` of an address. Everything that is wrong with it is collected and told
/// at once; an empty parameter is one that was not given.
final class Parameters {
  static final Text A_FORMAT = new Text("phải là json hoặc csv", "must be json or csv");
  private static final Text A_PERIOD =
      new Text(
          "phải là kỳ báo cáo, ví dụ 2026-10, 2026-Q4, 2026-H2, 2026",
          "must be a period, for example 2026-10, 2026-Q4, 2026-H2, 2026");
  private static final int LONGEST_NAMED = 40;

  private final MultiMap given;
  private final List<Problem> problems = new ArrayList<>();

  Parameters(RoutingContext context) {
    this.given = context.queryParams();
  }

  /// Refuses every other parameter: one that is misspelt must not pass for one that was not given.
  void only(List<String> names) {
    for (String name : given.names()) {
      if (!names.contains(name)) {
        String all = String.join(", ", names);
        refuse(
            shortened(name),
            "unknown-parameter",
            new Text("không có ở đây; chỉ có: " + all, "is not known here; there are: " + all));
      }
    }
  }

  /// The parameter's text, or null when it was not given.
  @Nullable String text(String name) {
    List<String> texts = given.getAll(name).stream().filter(text -> !text.isEmpty()).toList();
    if (texts.size() > 1) {
      refuse(name, "duplicate", new Text("chỉ được ghi một lần", "may be given only once"));
    }
    return texts.isEmpty() ? null : texts.getFirst();
  }

  /// What the parameter says, or null when it was not given or says no such thing.
  ///
  /// @param reading gives null for a text that is none
  /// @param expected what it has to be, to be read after the parameter's name
  <T> @Nullable T read(String name, Function<String, @Nullable T> reading, Text expected) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    T value = reading.apply(text);
    if (value == null) {
      refuse(name, "malformed", expected);
    }
    return value;
  }

  @Nullable Period period(String name) {
    return read(name, Period::parse, A_PERIOD);
  }

  /// @param usual what holds when it was not given
  /// @param least a smaller number is refused
  /// @param most a larger one is taken for this one
  long number(String name, long usual, long least, long most) {
    Text expected =
        new Text(
            "phải là số nguyên từ " + least + ", nhiều nhất 15 chữ số",
            "must be a whole number, " + least + " or more, of at most 15 digits");
    Long number =
        read(
            name,
            text -> {
              Long parsed = text.matches("\\d{1,15}") ? Long.valueOf(text) : null;
              return parsed == null || parsed < least ? null : parsed;
            },
            expected);
    return number == null ? usual : Math.min(most, number);
  }

  /// Adds a problem of a parameter.
  ///
  /// @param message to be read after the parameter's name
  void refuse(String name, String code, Text message) {
    problems.add(
        new Problem(
            "/" + name,
            code,
            new Text(
                "“" + name + "” " + message.vi() + ".", "“" + name + "” " + message.en() + ".")));
  }

  /// @throws Failure with all problems when there are any
  void check() {
    if (!problems.isEmpty()) {
      throw new Failure(Failure.Kind.MALFORMED, problems.getFirst().message(), problems);
    }
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAMED ? name : name.substring(0, LONGEST_NAMED) + "…";
  }
}
