package vn.congkhai.intake;

import java.time.Clock;
import vn.congkhai.access.Tokens;
import vn.congkhai.board.CurrentBoard;
import vn.congkhai.board.Figures;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.journal.Journal;
import vn.congkhai.journal.Submissions;

/// What a submission passes over on its way in.
public record Desk(
    Tokens tokens,
    Figures figures,
    CurrentBoard board,
    Journal journal,
    Submissions submissions,
    Clock clock,
    IntakeEvents events) {
  /// What the rules are read by at the moment.
  Catalogue catalogue() {
    return figures.catalogue();
  }
}
