package vn.congkhai;

import java.security.SecureRandom;
import java.util.List;
import vn.congkhai.access.Pace;
import vn.congkhai.access.Tokens;
import vn.congkhai.board.CurrentBoard;
import vn.congkhai.board.Figures;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.journal.Journal;
import vn.congkhai.journal.Submissions;
import vn.congkhai.screens.Screens;
import vn.congkhai.settings.Secret;

/// What the service keeps: the journal, the board that is made of it, and what stands beside it in
/// the database.
///
/// @param readable the submissions as the public may ask for them, on connections of its own
/// @param learnings of what is looked up in memory and changed by other replicas too
record Books(
    Figures figures,
    CurrentBoard board,
    Journal journal,
    Submissions submissions,
    Submissions readable,
    Tokens tokens,
    Screens screens,
    List<Learning> learnings) {
  static Books of(Ground ground, Storage storage, Catalogue catalogue, Secret adminToken) {
    var database = storage.database();
    var submissions = new Submissions(database.pool());
    var pace = Pace.ofRequests(ground.settings().tokenRequestsPerSecond(), System::nanoTime);
    var tokens = new Tokens(database.pool(), ground.clock(), new SecureRandom(), adminToken, pace);
    var figures = new Figures(catalogue);
    var screens = new Screens(database.pool(), figures::catalogue, ground.clock());
    return new Books(
        figures,
        new CurrentBoard(ground.vertx(), figures, ground.clock()),
        new Journal(ground.vertx(), submissions, figures, ground.clock(), ground.telemetry()),
        submissions,
        new Submissions(database.readers()),
        tokens,
        screens,
        List.of(
            new Learning("tokens", database.channel(Tokens.CHANNEL), tokens::load),
            new Learning("screens", database.channel(Screens.CHANNEL), screens::load)));
  }
}
