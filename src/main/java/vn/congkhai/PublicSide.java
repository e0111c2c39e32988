package vn.congkhai;

import java.util.List;
import vn.congkhai.apidocs.ApiDocs;
import vn.congkhai.board.CurrentBoard;
import vn.congkhai.http.Routes;
import vn.congkhai.live.Live;
import vn.congkhai.live.Presence;
import vn.congkhai.marks.Badges;
import vn.congkhai.marks.QrCodes;
import vn.congkhai.opendata.OpenData;
import vn.congkhai.ops.ScreensPage;
import vn.congkhai.pages.HouseRules;
import vn.congkhai.pages.Pages;
import vn.congkhai.pages.Press;
import vn.congkhai.screens.RollCall;
import vn.congkhai.settings.Settings;
import vn.congkhai.typeset.Assets;

/// What everybody meets, and what the operator sees of those who look.
///
/// @param rooms behind the public door
/// @param screens the operator's page of them, behind the management door
record PublicSide(List<Routes> rooms, RollCall rollCall, ScreensPage screens) {
  static PublicSide of(Ground ground, Books books, PublicUrl publicUrl, ApiDocs docs) {
    Settings settings = ground.settings();
    CurrentBoard board = books.board();
    boolean illustrative = ground.notice().illustrative();
    String program = Assets.version();
    var presence = new Presence(ground.clock(), name -> books.screens().playlist(name) != null);
    var rollCall = new RollCall(books.screens(), presence);
    var rules = new HouseRules(settings.language(), ground.notice(), settings.quietHours());
    var press = new Press(board, ground.clock(), rules, books.journal()::available);
    return new PublicSide(
        List.of(
            new Pages(press, board, books.readable(), books.screens()::playlist, rules),
            new Badges(board, settings.language(), illustrative, ground.notice().rehearsal()),
            new QrCodes(publicUrl::atHome),
            new Live(board, ground.clock(), program, presence),
            new OpenData(board, books.readable(), illustrative),
            docs),
        rollCall,
        new ScreensPage(
            rollCall, () -> board.board().version(), program, ground.clock(), settings.language()));
  }
}
