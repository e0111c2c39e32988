package vn.congkhai.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import vn.congkhai.pages.Views.Frame;
import vn.congkhai.pages.Views.Framed;

/// `/board/submissions`: where a number and a hash are typed from a receipt; also what is drawn for
/// a number that the journal does not have.
///
/// @param number as it was typed, the beginning of it when it is very long; empty when none was
/// @param hash as it was typed
record ReceiptPage(String number, String hash) implements Page {
  static final ReceiptPage EMPTY = new ReceiptPage("", "");

  private static final int LONGEST_SHOWN = 80;

  ReceiptPage {
    number = shortened(number);
    hash = shortened(hash);
  }

  /// @param state hook for machines; empty when no number was given
  record View(Frame frame, String state, String text, String number, String hash)
      implements Framed {}

  @Override
  public String path() {
    return "/board/submissions";
  }

  @Override
  public String template() {
    return "receipt";
  }

  @Override
  public View view(Drawing drawing) {
    return new View(
        drawing.frame(drawing.text("title-receipt"), asked()),
        number.isEmpty() ? "" : "unknown",
        text(drawing),
        number,
        hash);
  }

  /// The address with what was typed, so that the page in the other language says the same.
  private String asked() {
    return number.isEmpty()
        ? path()
        : path() + "?number=" + encoded(number) + "&hash=" + encoded(hash);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String text(Drawing drawing) {
    if (number.isEmpty()) {
      return "";
    }
    return number.matches("\\d+")
        ? drawing.text("receipt-unknown", number, Long.toString(drawing.board().version()))
        : drawing.text("receipt-no-number", number);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }
}
