package vn.congkhai.live;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;
import vn.congkhai.http.Failure;
import vn.congkhai.indicator.ScreenName;

/// What a screen says of itself in an address.
///
/// @param screen its name; null when it has none
/// @param drawn version of the board that it has drawn; null when it does not say
/// @param program version of the program whose page it runs; null when it does not say
/// @param page path of that page; null when it does not say
record Announcement(
    @Nullable ScreenName screen,
    @Nullable Long drawn,
    @Nullable String program,
    @Nullable String page) {

  /// Reads the parameters `screen`, `program` and `page`, and the version.
  ///
  /// @param version name of the parameter that has it
  /// @throws Failure when one of them is malformed
  static Announcement of(RoutingContext context, String version) {
    String drawn = parameter(context, version, "\\d{1,15}");
    return new Announcement(
        screen(context.request().getParam("screen")),
        drawn == null ? null : Long.valueOf(drawn),
        parameter(context, "program", "[0-9a-f]{8}"),
        parameter(context, "page", "/[A-Za-z0-9._~%/-]{0,200}"));
  }

  private static @Nullable ScreenName screen(@Nullable String text) {
    ScreenName name = text == null ? null : ScreenName.parse(text);
    if (text != null && name == null) {
      throw new Failure(
          Failure.Kind.MALFORMED,
          "“screen” phải là tên màn hình: 1 đến 63 chữ thường không dấu, chữ số và dấu gạch nối,"
              + " không bắt đầu bằng gạch nối.",
          "“screen” must be the name of a screen: 1 to 63 lower-case letters, digits and hyphens,"
              + " no hyphen first.");
    }
    return name;
  }

  private static @Nullable String parameter(RoutingContext context, String name, String shape) {
    String text = context.request().getParam(name);
    if (text != null && !text.matches(shape)) {
      throw new Failure(
          Failure.Kind.MALFORMED,
          "“" + name + "” phải có dạng " + shape + ".",
          "“" + name + "” must look like " + shape + ".");
    }
    return text;
  }
}
