package vn.congkhai.opendata;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import vn.congkhai.board.Board;
import vn.congkhai.board.RollUp;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.http.Json;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.Target;

/// The body of `GET /api/v1/board`. `numerator`, `denominator` and `ratio` are of `period`; the
/// standing is of `yearToDate`, which stands beside them.
final class BoardJson {
  private BoardJson() {}

  static Buffer of(Board board) {
    Catalogue catalogue = board.catalogue();
    return Json.object(json -> {
      json.writeNumberField("version", board.version());
      json.writeStringField("generatedAt", board.generatedAt().toString());
      Json.object(
          json,
          "province",
          _ -> {
            json.writeStringField("code", catalogue.province().code());
            json.writeStringField("name", catalogue.province().name().in(Language.VI));
          });
      json.writeNumberField("year", catalogue.year());
      json.writeArrayFieldStart("indicators");
      for (Indicator indicator : catalogue.indicators()) {
        json.writeStartObject();
        write(json, board.rollUp(indicator), catalogue);
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private static void write(JsonGenerator json, RollUp rollUp, Catalogue catalogue)
      throws IOException {
    Indicator indicator = rollUp.indicator();
    json.writeStringField("code", indicator.code().value());
    json.writeStringField("name", indicator.name().in(Language.VI));
    json.writeStringField("unit", indicator.unit().vi());
    json.writeStringField("measure", indicator.measure().code());
    FigureJson.counts(json, rollUp.sum());
    json.writeStringField("standing", rollUp.standing().code());
    FigureJson.target(json, rollUp.target(), indicator);
    json.writeArrayFieldStart("targets");
    for (Target target : catalogue.targets().of(indicator.code())) {
      json.writeStartObject();
      FigureJson.targetFields(json, target, indicator);
      json.writeEndObject();
    }
    json.writeEndArray();
    FigureJson.toTarget(json, rollUp.shortfall());
    FigureJson.coverage(json, "coverage", rollUp.coverage());
    var period = rollUp.period();
    json.writeStringField("period", period == null ? null : period.toString());
    json.writeBooleanField("interim", rollUp.interim());
    Json.object(
        json,
        "yearToDate",
        _ -> {
          FigureJson.counts(json, rollUp.yearToDate());
          FigureJson.coverage(json, "coverage", rollUp.yearCoverage());
        });
    json.writeNumberField("agenciesMet", rollUp.agenciesMet());
  }
}
