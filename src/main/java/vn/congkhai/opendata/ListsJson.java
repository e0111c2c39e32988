package vn.congkhai.opendata;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Board;
import vn.congkhai.board.Comparison;
import vn.congkhai.http.Json;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.Plan;
import vn.congkhai.indicator.Statement.OfficialFigure;

/// The bodies of the plain lists.
final class ListsJson {
  private static final int MOST_COMPARISONS = 1000;

  private ListsJson() {}

  /// `GET /api/v1/agencies`.
  static Buffer agencies(Board board) {
    return Json.object(json -> {
      json.writeStringField("province", board.catalogue().province().code());
      json.writeArrayFieldStart("agencies");
      for (Agency agency : board.catalogue().agencies()) {
        json.writeStartObject();
        AgencyJson.head(json, agency);
        json.writeBooleanField("inForce", board.inForce(agency));
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  /// `GET /api/v1/indicators`.
  static Buffer indicators(Board board) {
    return Json.object(json -> {
      json.writeArrayFieldStart("indicators");
      for (Indicator indicator : board.catalogue().indicators()) {
        json.writeStartObject();
        json.writeStringField("code", indicator.code().value());
        json.writeStringField("name", indicator.name().in(Language.VI));
        json.writeStringField("nameEn", indicator.name().in(Language.EN));
        json.writeStringField("explanation", indicator.explanation().in(Language.VI));
        json.writeStringField("explanationEn", indicator.explanation().in(Language.EN));
        json.writeStringField("group", indicator.group());
        json.writeStringField("unit", indicator.unit().vi());
        json.writeStringField("unitEn", indicator.unit().en());
        json.writeStringField("measure", indicator.measure().code());
        Indicator.Cases cases = indicator.cases();
        json.writeStringField("numerator", cases == null ? "" : cases.counted().vi());
        json.writeStringField("numeratorEn", cases == null ? "" : cases.counted().en());
        json.writeStringField("denominator", cases == null ? "" : cases.outOf().vi());
        json.writeStringField("denominatorEn", cases == null ? "" : cases.outOf().en());
        json.writeStringField("cycle", indicator.cycle().code());
        json.writeStringField("regime", indicator.regime().code());
        var definition = indicator.definition();
        json.writeStringField("definitionOf", definition == null ? null : definition.of().value());
        json.writeStringField(
            "definition", definition == null ? null : definition.text().in(Language.VI));
        json.writeStringField(
            "definitionEn", definition == null ? null : definition.text().in(Language.EN));
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  /// `GET /api/v1/plans`.
  static Buffer plans(Board board) {
    return Json.object(json -> {
      json.writeArrayFieldStart("plans");
      for (Plan plan : board.catalogue().plans()) {
        json.writeStartObject();
        PlanJson.head(json, plan);
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  /// `GET /api/v1/comparisons`: figures of other sources beside ours, the newest day first, at most
  /// [#MOST_COMPARISONS].
  ///
  /// @param indicator only those of that one; null for all
  static Buffer comparisons(Board board, @Nullable String indicator) {
    List<Comparison> asked =
        board.comparisons().stream()
            .filter(each -> indicator == null || each.indicator().code().value().equals(indicator))
            .limit(MOST_COMPARISONS)
            .toList();
    return Json.object(json -> {
      json.writeArrayFieldStart("comparisons");
      for (Comparison comparison : asked) {
        OfficialFigure theirs = comparison.official().figure();
        json.writeStartObject();
        json.writeStringField("about", theirs.about().value());
        json.writeStringField("indicator", theirs.indicator().value());
        json.writeStringField("period", theirs.period().toString());
        Json.number(json, "ours", comparison.ours());
        json.writeFieldName("theirs");
        json.writeNumber(theirs.ratio().toPlainString());
        Json.number(json, "gap", comparison.gap());
        json.writeStringField("source", theirs.source());
        json.writeStringField("date", theirs.asOf().toString());
        json.writeNumberField("submission", comparison.official().source().submission());
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }
}
