package vn.congkhai.opendata;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Board;
import vn.congkhai.board.Coverage;
import vn.congkhai.board.RollUp;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.http.Json;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.Target;

/// The body of `GET /api/v1/board`. `numerator`, `denominator` and `ratio` are of `period`; the
/// standing is of `yearToDate`, which stands beside them.
final class BoardJson {
  private BoardJson() {}

  static Buffer of(Board board, boolean illustrative) {
    Catalogue catalogue = board.catalogue();
    return Json.object(json -> {
      json.writeNumberField("version", board.version());
      json.writeStringField("generatedAt", board.generatedAt().toString());
      if (illustrative) {
        json.writeBooleanField("illustrative", true);
      }
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
    json.writeStringField("unit", indicator.unit());
    json.writeStringField("measure", indicator.measure().code());
    counts(json, rollUp.sum());
    json.writeStringField("standing", rollUp.standing().code());
    json.writeFieldName("target");
    target(json, rollUp.target(), indicator);
    json.writeArrayFieldStart("targets");
    for (Target target : catalogue.targets().of(indicator.code())) {
      target(json, target, indicator);
    }
    json.writeEndArray();
    coverage(json, rollUp.coverage());
    var period = rollUp.period();
    json.writeStringField("period", period == null ? null : period.toString());
    json.writeBooleanField("interim", rollUp.interim());
    Json.object(
        json,
        "yearToDate",
        _ -> {
          counts(json, rollUp.yearToDate());
          coverage(json, rollUp.yearCoverage());
        });
    json.writeNumberField("agenciesMet", rollUp.agenciesMet());
  }

  private static void counts(JsonGenerator json, Figure.@Nullable Ratio counts) throws IOException {
    if (counts == null) {
      json.writeNullField("numerator");
      json.writeNullField("denominator");
      json.writeNullField("ratio");
    } else {
      json.writeNumberField("numerator", counts.numerator());
      json.writeNumberField("denominator", counts.denominator());
      OptionalDouble fraction = counts.fraction();
      Json.number(json, "ratio", fraction);
    }
  }

  private static void coverage(JsonGenerator json, Coverage coverage) throws IOException {
    Json.object(
        json,
        "coverage",
        _ -> {
          json.writeNumberField("reported", coverage.reported());
          json.writeNumberField("expected", coverage.expected());
        });
  }

  /// A target of a `%` indicator is given as a fraction, any other in its unit.
  private static void target(JsonGenerator json, @Nullable Target target, Indicator indicator)
      throws IOException {
    if (target == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringField("comparator", target.bound().code());
    json.writeFieldName("value");
    var value = indicator.percent() ? target.fraction() : target.value();
    json.writeNumber(value.toPlainString());
    json.writeStringField("plan", target.plan().value());
    json.writeStringField("location", target.location());
    json.writeStringField("scope", target.scope());
    json.writeStringField("basis", target.basis().isEmpty() ? null : target.basis());
    json.writeStringField("asPrinted", target.asPrinted());
    json.writeEndObject();
  }
}
