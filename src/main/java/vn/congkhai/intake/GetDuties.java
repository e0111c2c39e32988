package vn.congkhai.intake;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.access.Caller;
import vn.congkhai.board.Board;
import vn.congkhai.board.Duty;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Json;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.Period;

/// `GET /api/v1/duties?period=2026-10`: what the caller's agency owes for a period, and how it
/// stands with it. The administrator names the agency.
final class GetDuties implements Handler<RoutingContext> {
  private final Authentication authentication;
  private final Desk desk;

  GetDuties(Authentication authentication, Desk desk) {
    this.authentication = authentication;
    this.desk = desk;
  }

  @Override
  public void handle(RoutingContext context) {
    Caller caller = authentication.caller(context);
    Agency agency = Asked.agency(caller, context.request().getParam("agency"), desk.catalogue());
    Board board = desk.board().board();
    Period period = Asked.period(board, context.request().getParam("period"));
    List<Duty> duties =
        period == null || period.year() != board.catalogue().year()
            ? List.of()
            : board.duties().of(agency, period);
    Language language = Answers.language(context, Language.VI);
    Answers.json(context, 200, json(agency, period, duties, language));
  }

  private static Buffer json(
      Agency agency, @Nullable Period period, List<Duty> duties, Language language) {
    Duty.Tally tally = Duty.Tally.of(duties);
    return Json.object(json -> {
      json.writeStringField("agency", agency.code().value());
      json.writeStringField("period", period == null ? null : period.toString());
      json.writeArrayFieldStart("rows");
      for (Duty duty : duties) {
        json.writeStartObject();
        json.writeStringField("indicator", duty.indicator().code().value());
        json.writeStringField("name", duty.indicator().name().in(language));
        json.writeStringField("due", duty.deadline().day().toString());
        json.writeStringField("state", duty.state().code());
        json.writeEndObject();
      }
      json.writeEndArray();
      Json.object(
          json,
          "completeness",
          _ -> {
            json.writeNumberField("reported", tally.completeness().reported());
            json.writeNumberField("expected", tally.completeness().expected());
          });
      Json.object(
          json,
          "timeliness",
          _ -> {
            json.writeNumberField("onTime", tally.timeliness().reported());
            json.writeNumberField("expected", tally.timeliness().expected());
          });
    });
  }
}
