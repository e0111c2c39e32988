package vn.congkhai.pages;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import vn.congkhai.pages.Views.Bound;
import vn.congkhai.pages.Views.Frame;
import vn.congkhai.pages.Views.Framed;
import vn.congkhai.pages.Views.Leaf;
import vn.congkhai.pages.Views.Unattended;
import vn.congkhai.typeset.Templates;

/// Binds what pages say into whole documents of either form.
final class Layouts {
  private final Templates templates =
      new Templates(
          "agencies",
          "agency",
          "board",
          "comparison",
          "duties",
          "duties-agency",
          "duties-period",
          "figure-history",
          "indicator",
          "kiosk",
          "layout",
          "matrix",
          "missing",
          "plan",
          "plans",
          "ranking",
          "receipt",
          "score",
          "submission",
          "tasks-agency");

  /// One page, to read and to click through.
  Buffer browsed(Page page, Drawing drawing) {
    Framed view = page.view(drawing);
    return templates.draw("layout", new Bound(view.frame(), content(page, view)));
  }

  /// All pages of a reel, one after the other, for a screen that nobody attends.
  Buffer unattended(Reel reel, Drawing drawing) {
    List<Leaf> leaves = new ArrayList<>();
    List<Frame> frames = new ArrayList<>();
    for (Page page : reel.pages()) {
      Framed view = page.view(drawing);
      frames.add(view.frame());
      leaves.add(new Leaf(view.frame(), page.shared(), content(page, view)));
    }
    return templates.draw(
        "kiosk",
        new Unattended(
            frames.getFirst(),
            reel.screen(),
            Integer.toString(reel.seconds()),
            reel.quietHours(),
            leaves));
  }

  private String content(Page page, Framed view) {
    return templates.draw(page.template(), view).toString();
  }
}
