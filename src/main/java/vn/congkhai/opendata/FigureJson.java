package vn.congkhai.opendata;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Coverage;
import vn.congkhai.http.Json;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Shortfall;
import vn.congkhai.indicator.Target;

/// The parts that several answers share.
final class FigureJson {
  private FigureJson() {}

  /// The fields `numerator`, `denominator` and `ratio`, each null when there are no counts.
  static void counts(JsonGenerator json, Figure.@Nullable Ratio counts) throws IOException {
    if (counts == null) {
      json.writeNullField("numerator");
      json.writeNullField("denominator");
      json.writeNullField("ratio");
    } else {
      json.writeNumberField("numerator", counts.numerator());
      json.writeNumberField("denominator", counts.denominator());
      Json.number(json, "ratio", counts.fraction());
    }
  }

  static void coverage(JsonGenerator json, String name, Coverage coverage) throws IOException {
    Json.object(
        json,
        name,
        _ -> {
          json.writeNumberField("reported", coverage.reported());
          json.writeNumberField("expected", coverage.expected());
        });
  }

  /// The field `target`, null when there is none.
  static void target(JsonGenerator json, @Nullable Target target, Indicator indicator)
      throws IOException {
    if (target == null) {
      json.writeNullField("target");
    } else {
      Json.object(json, "target", _ -> targetFields(json, target, indicator));
    }
  }

  /// A target of a `%` indicator is given as a fraction, any other in its unit.
  static BigDecimal amount(Target target, Indicator indicator) {
    return indicator.percent() ? target.fraction() : target.value();
  }

  static void targetFields(JsonGenerator json, Target target, Indicator indicator)
      throws IOException {
    json.writeStringField("comparator", target.bound().code());
    json.writeFieldName("value");
    json.writeNumber(amount(target, indicator).toPlainString());
    json.writeStringField("plan", target.plan().value());
    json.writeStringField("location", target.location());
    json.writeStringField("scope", target.scope());
    json.writeStringField("basis", target.basis());
    json.writeStringField("asPrinted", target.asPrinted());
  }

  /// The field `toTarget`, null when nothing is short.
  static void toTarget(JsonGenerator json, @Nullable Shortfall shortfall) throws IOException {
    if (shortfall == null) {
      json.writeNullField("toTarget");
      return;
    }
    Json.object(
        json,
        "toTarget",
        _ -> {
          json.writeNumberField("missingCases", shortfall.missingCases());
          Json.number(json, "neededRatio", shortfall.neededRatio());
          Boolean reachable = shortfall.reachable();
          if (reachable == null) {
            json.writeNullField("reachable");
          } else {
            json.writeBooleanField("reachable", reachable);
          }
          Shortfall.Rest rest = shortfall.rest();
          if (rest != null) {
            json.writeNumberField("expectedCases", rest.cases());
            json.writeStringField("expectedBy", rest.basis().code());
          }
        });
  }
}
