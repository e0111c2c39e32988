package vn.congkhai.opendata;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import vn.congkhai.board.Board;
import vn.congkhai.board.CurrentBoard;
import vn.congkhai.http.Document;
import vn.congkhai.http.Unkept;

/// `GET /api/v1/observations`: every published figure, out of the board in memory.
final class GetObservations implements Handler<RoutingContext> {
  private final CurrentBoard current;
  private final Scribe scribe;
  private final Unkept answers;

  GetObservations(CurrentBoard current, Scribe scribe, Unkept answers) {
    this.current = current;
    this.scribe = scribe;
    this.answers = answers;
  }

  @Override
  public void handle(RoutingContext context) {
    Board board = current.board();
    Parameters parameters = new Parameters(context);
    Format format = Format.asked(context, parameters);
    ObservationsQuery query = ObservationsQuery.of(parameters, board.catalogue());
    String etag = Stamp.of(board).etag(format);
    if (!Document.unchanged(context, etag)) {
      answers.send(context, () -> document(board, query, format, etag));
    }
  }

  private Document document(Board board, ObservationsQuery query, Format format, String etag) {
    Observations.Page page = Observations.page(board, query);
    Document document =
        switch (format) {
          case JSON -> scribe.json(etag, ObservationsJson.of(board, page));
          case CSV -> scribe.csv(etag, "observations", TablesCsv.observations(page.rows()));
        };
    return Scribe.leading(document, page.next());
  }
}
