package vn.congkhai.pages;

import vn.congkhai.pages.Views.Frame;
import vn.congkhai.pages.Views.Framed;

/// What is drawn for an address that no page has.
record MissingPage() implements Page {
  record View(Frame frame) implements Framed {}

  @Override
  public String path() {
    return "";
  }

  @Override
  public String shared() {
    return "/board";
  }

  @Override
  public String template() {
    return "missing";
  }

  @Override
  public View view(Drawing drawing) {
    return new View(drawing.frame(drawing.text("title-missing"), shared()));
  }
}
