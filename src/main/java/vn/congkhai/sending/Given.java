package vn.congkhai.sending;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;

/// What the sender says beside the file, for what the file leaves out.
public record Given(@Nullable String agency, @Nullable String period, @Nullable String note) {
  public static final Given NOTHING = new Given(null, null, null);

  /// As parameters of an address, each with `&` before it.
  String parameters() {
    return parameter("agency", agency) + parameter("period", period) + parameter("note", note);
  }

  private static String parameter(String name, @Nullable String value) {
    return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value, UTF_8);
  }
}
