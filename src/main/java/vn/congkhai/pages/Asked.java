package vn.congkhai.pages;

import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Language;

/// What somebody asked for. Each is a drawing of its own, so their number is bounded: only pages
/// that exist are asked for.
///
/// @param path of the page, without a query
/// @param form in which the page is wanted
/// @param part of a long list, from 1 to the last there is; 1 where a page has no parts
record Asked(String path, Form form, Language language, Theme theme, int part) {
  private static final String KIOSK = "kiosk";

  /// A page to read and click through, or one for a screen that nobody attends.
  enum Form {
    BROWSED,
    UNATTENDED
  }

  /// Light or dark; the system's way when nobody says so.
  enum Theme {
    SYSTEM(""),
    LIGHT("light"),
    DARK("dark");

    private final String code;

    Theme(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /// @param parts the page has; the last is meant by who asks for one after it
  /// @param usual language of a page when none is asked for
  static Asked of(RoutingContext context, String path, int parts, Language usual) {
    Language named = Language.tagged(query(context, "lang"));
    String theme = query(context, "theme");
    return new Asked(
        path,
        form(context),
        named == null ? usual : named,
        Arrays.stream(Theme.values())
            .filter(each -> each.code().equals(theme))
            .findFirst()
            .orElse(Theme.SYSTEM),
        part(query(context, "part"), parts));
  }

  private static int part(@Nullable String asked, int parts) {
    return asked != null && asked.matches("[1-9]\\d?")
        ? Math.min(Integer.parseInt(asked), parts)
        : 1;
  }

  /// Makes the request one for the unattended form.
  static void unattended(RoutingContext context) {
    context.put(KIOSK, true);
  }

  /// The form that the request is for.
  static Form form(RoutingContext context) {
    return context.get(KIOSK) == null ? Form.BROWSED : Form.UNATTENDED;
  }

  boolean unattended() {
    return form == Form.UNATTENDED;
  }

  private static @Nullable String query(RoutingContext context, String name) {
    return context.queryParams().get(name);
  }
}
