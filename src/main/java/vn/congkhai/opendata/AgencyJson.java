package vn.congkhai.opendata;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.AgencyFigure;
import vn.congkhai.board.Board;
import vn.congkhai.board.Duty;
import vn.congkhai.board.Ranking;
import vn.congkhai.board.Reported;
import vn.congkhai.http.Json;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Language;

/// The body of `GET /api/v1/agencies/CODE`.
final class AgencyJson {
  private AgencyJson() {}

  static Buffer of(Board board, Agency agency) {
    return Json.object(json -> {
      head(json, agency);
      json.writeStringField("province", board.catalogue().province().code());
      json.writeArrayFieldStart("figures");
      for (AgencyFigure figure : board.figures(agency.code())) {
        json.writeStartObject();
        figure(json, figure);
        json.writeEndObject();
      }
      json.writeEndArray();
      duties(json, board, agency);
      ranking(json, board.ranking().row(agency.code()));
      ScoreJson.write(json, board.score(agency));
    });
  }

  /// What every answer says of an agency.
  static void head(JsonGenerator json, Agency agency) throws IOException {
    json.writeStringField("code", agency.code().value());
    json.writeStringField("name", agency.name());
    json.writeStringField("level", agency.level().code());
    var validity = agency.validity();
    json.writeStringField("validFrom", validity.from() == null ? null : validity.from().toString());
    json.writeStringField(
        "validUntil", validity.until() == null ? null : validity.until().toString());
    json.writeArrayFieldStart("predecessors");
    for (var predecessor : agency.predecessors()) {
      json.writeString(predecessor.value());
    }
    json.writeEndArray();
  }

  private static void figure(JsonGenerator json, AgencyFigure figure) throws IOException {
    Indicator indicator = figure.indicator();
    Reported newest = figure.newest();
    json.writeStringField("indicator", indicator.code().value());
    var definition = indicator.definition();
    json.writeStringField(
        "definition", definition == null ? null : definition.text().in(Language.VI));
    json.writeStringField("period", newest == null ? null : newest.period().toString());
    value(json, indicator, newest == null ? null : newest.figure());
    json.writeBooleanField("interim", figure.interim());
    json.writeBooleanField("corrected", newest != null && newest.corrected());
    if (figure.yearToDate() == null) {
      json.writeNullField("yearToDate");
    } else {
      Json.object(json, "yearToDate", _ -> FigureJson.counts(json, figure.yearToDate()));
    }
    json.writeStringField("standing", figure.standing().code());
    FigureJson.target(json, figure.target(), indicator);
    FigureJson.toTarget(json, figure.shortfall());
    if (newest == null) {
      json.writeNullField("submission");
      json.writeNullField("receivedAt");
    } else {
      json.writeNumberField("submission", newest.submission());
      json.writeStringField("receivedAt", newest.receivedAt().toString());
    }
  }

  private static void value(JsonGenerator json, Indicator indicator, @Nullable Figure figure)
      throws IOException {
    if (figure instanceof Figure.Value(BigDecimal amount)) {
      json.writeFieldName("value");
      json.writeNumber(amount.toPlainString());
      return;
    }
    switch (indicator.measure()) {
      case RATIO -> FigureJson.counts(json, figure instanceof Figure.Ratio ratio ? ratio : null);
      case VALUE -> json.writeNullField("value");
    }
  }

  private static void duties(JsonGenerator json, Board board, Agency agency) throws IOException {
    json.writeArrayFieldStart("duties");
    for (Duty duty : board.duties().of(agency.code())) {
      json.writeStartObject();
      json.writeStringField("indicator", duty.indicator().code().value());
      json.writeStringField("period", duty.period().toString());
      json.writeStringField("due", duty.deadline().day().toString());
      json.writeStringField("state", duty.state().code());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void ranking(JsonGenerator json, Ranking.@Nullable Row row) throws IOException {
    if (row == null) {
      json.writeNullField("ranking");
    } else {
      Json.object(json, "ranking", _ -> RankingJson.place(json, row));
    }
  }
}
