package vn.congkhai.opendata;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import vn.congkhai.board.PartScore;
import vn.congkhai.board.Score;
import vn.congkhai.http.Json;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.ScoreProfile;

/// A score: the field `score`. `max` is what the profile gives, `scoredMax` what could be had in
/// the parts that were scored.
final class ScoreJson {
  private ScoreJson() {}

  static void write(JsonGenerator json, Score score) throws IOException {
    Json.object(
        json,
        "score",
        _ -> {
          ScoreProfile profile = score.profile();
          json.writeStringField("profile", profile.code());
          json.writeBooleanField("official", false);
          json.writeNumberField("points", score.points());
          json.writeNumberField("max", profile.max());
          json.writeNumberField("scoredMax", score.scoredMax());
          ScoreProfile.Band band = score.band();
          json.writeStringField("band", band == null ? null : band.name().in(Language.VI));
          json.writeArrayFieldStart("groups");
          for (Score.GroupScore group : score.groups()) {
            json.writeStartObject();
            group(json, group);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static void group(JsonGenerator json, Score.GroupScore group) throws IOException {
    json.writeStringField("code", group.group().code());
    json.writeStringField("name", group.group().name().in(Language.VI));
    json.writeNumberField("points", group.points());
    json.writeNumberField("max", group.group().max());
    json.writeNumberField("scoredMax", group.scoredMax());
    json.writeArrayFieldStart("parts");
    for (PartScore part : group.parts()) {
      json.writeStartObject();
      part(json, part);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void part(JsonGenerator json, PartScore part) throws IOException {
    json.writeStringField("code", part.part().code());
    json.writeStringField("name", part.part().name().in(Language.VI));
    Json.number(json, "points", part.points());
    json.writeNumberField("max", part.part().max());
    json.writeNumberField("fullAt", part.part().fullAt());
    var measured = part.measured();
    json.writeStringField("indicator", measured == null ? null : measured.indicator().value());
    FigureJson.counts(json, part.counts());
    json.writeStringField("state", part.scored() ? "scored" : "unscored");
    json.writeStringField("why", part.why().code());
  }
}
