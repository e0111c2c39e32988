package vn.congkhai.journal;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Warning;

/// The warnings of an observation in the canonical JSON of its submission: a list, only when it is
/// not empty.
final class WarningJson {
  private static final String CORRECTS = "corrects-published";
  private static final String JUMP = "jump";

  private WarningJson() {}

  static void encode(List<Warning> warnings, StringBuilder json) {
    if (warnings.isEmpty()) {
      return;
    }
    json.append(",\"warnings\":[");
    String separator = "";
    for (Warning warning : warnings) {
      json.append(separator).append('{');
      switch (warning) {
        case Warning.CorrectsPublished() -> SubmissionJson.text(json, "code", CORRECTS);
        case Warning.Jump(Warning.Aspect aspect, BigDecimal usual) -> {
          SubmissionJson.text(json, "code", JUMP);
          SubmissionJson.text(json.append(','), "of", aspect.code());
          json.append(",\"usual\":").append(usual.toPlainString());
        }
      }
      json.append('}');
      separator = ",";
    }
    json.append(']');
  }

  static List<Warning> decode(JsonParser json) throws IOException {
    List<Warning> warnings = new ArrayList<>();
    SubmissionJson.expect(json.currentToken(), JsonToken.START_ARRAY);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      SubmissionJson.expect(json.currentToken(), JsonToken.START_OBJECT);
      warnings.add(warning(json));
    }
    return warnings;
  }

  private static Warning warning(JsonParser json) throws IOException {
    String code = null;
    Warning.Aspect aspect = null;
    @Nullable BigDecimal usual = null;
    for (String field; (field = json.nextFieldName()) != null; ) {
      json.nextToken();
      switch (field) {
        case "code" -> code = json.getText();
        case "of" -> aspect = Warning.Aspect.of(json.getText());
        case "usual" -> usual = json.getDecimalValue();
        default -> throw new IllegalArgumentException("unknown field " + field);
      }
    }
    return switch (requireNonNull(code, "code")) {
      case CORRECTS -> new Warning.CorrectsPublished();
      case JUMP -> new Warning.Jump(requireNonNull(aspect, "of"), requireNonNull(usual, "usual"));
      default -> throw new IllegalArgumentException("unknown warning " + code);
    };
  }
}
