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
    Catalogue catalogue,
    Tokens tokens,
    Figures figures,
    CurrentBoard board,
    Journal journal,
    Submissions submissions,
    Clock clock,
    IntakeEvents events) {}
