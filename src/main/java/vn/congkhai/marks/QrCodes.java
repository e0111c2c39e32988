package vn.congkhai.marks;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import vn.congkhai.http.Document;
import vn.congkhai.http.Edge;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Routes;
import vn.congkhai.http.Unkept;
import vn.congkhai.indicator.Language;
import vn.congkhai.typeset.Templates;

/// `GET /qr.svg?page=/board/…`: the public address of a page of the board, to be printed. Nothing
/// is kept here: the address may come from the reader's own `Host` header, so there may be any
/// number, and nobody may be given what another one's header made.
public final class QrCodes implements Routes {
  private static final Pattern PAGE = Pattern.compile("/board(?:/[A-Za-z0-9/_-]*)?");
  private static final int LONGEST_PAGE = 200;

  /// Far from what a code can hold, and still to be read by a telephone.
  private static final int LONGEST_ADDRESS = 500;

  /// A sheet of codes for every agency may be asked for at once; each takes a millisecond or two.
  private static final int MOST_AT_ONCE = 128;

  private static final long MOST_UNTAKEN_BYTES = 4 << 20;

  private final Function<RoutingContext, String> publicUrl;
  private final Templates templates = new Templates("qr");
  private final Unkept codes = new Unkept(MOST_AT_ONCE, MOST_UNTAKEN_BYTES);

  /// @param publicUrl address of the public board, as far as anybody knows it
  public QrCodes(Function<RoutingContext, String> publicUrl) {
    this.publicUrl = publicUrl;
  }

  @Override
  public void addTo(Router router) {
    Pictures.share(router, "/qr.svg");
    Edge.read(router, "/qr.svg").handler(this::code);
  }

  private void code(RoutingContext context) {
    String address = publicUrl.apply(context) + page(context.queryParams());
    if (address.length() > LONGEST_ADDRESS) {
      throw malformed(
          "Địa chỉ để in dài quá " + LONGEST_ADDRESS + " ký tự; hãy đặt CONGKHAI_PUBLIC_URL.",
          "The address to print is longer than "
              + LONGEST_ADDRESS
              + " characters; set CONGKHAI_PUBLIC_URL.");
    }
    // for the reader alone: a cache that forgets the Host would hand one's address to another
    context.response().putHeader("Cache-Control", "private, max-age=3600");
    codes.send(context, () -> draw(address));
  }

  private Document draw(String address) {
    return Pictures.document(templates.draw("qr", QrPicture.of(address)));
  }

  /// The page's path and, where it is named, its language.
  private static String page(MultiMap query) {
    if (!Set.of("page", "lang").containsAll(query.names())) {
      throw malformed("Ở đây chỉ có “page” và “lang”.", "Only “page” and “lang” are known here.");
    }
    List<String> pages = query.getAll("page");
    boolean known =
        pages.size() == 1
            && pages.getFirst().length() <= LONGEST_PAGE
            && PAGE.matcher(pages.getFirst()).matches();
    if (!known) {
      throw malformed(
          "“page” phải là một địa chỉ bắt đầu bằng /board, chỉ gồm A-Z a-z 0-9 / _ -, tối đa "
              + LONGEST_PAGE
              + " ký tự, ví dụ /board/agencies/cb-xa-01273.",
          "“page” must be one address that begins with /board, of A-Z a-z 0-9 / _ - only, at most "
              + LONGEST_PAGE
              + " characters, for example /board/agencies/cb-xa-01273.");
    }
    List<String> languages = query.getAll("lang");
    if (languages.isEmpty()) {
      return pages.getFirst();
    }
    if (languages.size() > 1 || Language.tagged(languages.getFirst()) == null) {
      throw malformed("“lang” phải là vi hoặc en.", "“lang” must be vi or en.");
    }
    return pages.getFirst() + "?lang=" + languages.getFirst();
  }

  private static Failure malformed(String vi, String en) {
    return new Failure(Failure.Kind.MALFORMED, vi, en);
  }
}
