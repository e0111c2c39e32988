package vn.congkhai.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congkhai.content.RawSubmission.Placed;
import vn.congkhai.content.RawSubmission.Places;
import vn.congkhai.content.RawSubmission.RawObservation;
import vn.congkhai.http.Problem;

/// Reads the JSON of a submission. Strict about JSON: one document, UTF-8, no key twice, no number
/// that is not finite. What the values mean is not its business.
final class JsonDecoder {
  private static final int DEEPEST = 16;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  // the body is bounded; how large a number may be is for the rules to say
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          // names are a stranger's: not worth keeping, and made to collide
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private final JsonParser json;
  private final List<Problem> shape = new Problems();

  private JsonDecoder(JsonParser json) {
    this.json = json;
  }

  /// Reads a body. Invalid means that it is not JSON at all, or not one that can only be read one
  /// way.
  static Checked<RawSubmission> decode(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return decode(text);
    } catch (CharacterCodingException e) {
      return invalid(Rule.WRONG_ENCODING.at(""));
    }
  }

  private static Checked<RawSubmission> decode(String text) {
    try (JsonParser json = JSON.createParser(text)) {
      try {
        return new Checked.Valid<>(new JsonDecoder(json).document());
      } catch (Ambiguous e) {
        return invalid(e.problem);
      } catch (StreamConstraintsException e) {
        return invalid(Rule.TOO_DEEP.at(pointer(json), DEEPEST));
      } catch (JsonProcessingException e) {
        JsonLocation place = e.getLocation();
        return invalid(Rule.NOT_JSON.at(pointer(json), place.getLineNr(), place.getColumnNr()));
      }
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory does not fail", e);
    }
  }

  private static Checked<RawSubmission> invalid(Problem problem) {
    return new Checked.Invalid<>(List.of(problem));
  }

  private static String pointer(JsonParser json) {
    return json.getParsingContext().pathAsPointer().toString();
  }

  /// JSON that two readers could understand differently.
  private static final class Ambiguous extends RuntimeException {
    private final transient Problem problem;

    Ambiguous(Problem problem) {
      super(problem.code(), null, false, false);
      this.problem = problem;
    }
  }

  private RawSubmission document() throws IOException {
    RawSubmission submission;
    JsonToken first = json.nextToken();
    if (first == JsonToken.START_OBJECT) {
      submission = submission();
    } else {
      if (first == null) {
        throw new Ambiguous(Rule.NOT_JSON.at("", 1, 1));
      }
      skip();
      shape.add(wrongType("", "một đối tượng {…}", "an object {…}"));
      submission =
          submission(RawSubmission.ABSENT, RawSubmission.ABSENT, RawSubmission.ABSENT, List.of());
    }
    if (json.nextToken() != null) {
      JsonLocation place = json.currentTokenLocation();
      throw new Ambiguous(Rule.NOT_JSON.at("", place.getLineNr(), place.getColumnNr()));
    }
    return submission;
  }

  private RawSubmission submission() throws IOException {
    Cell agency = RawSubmission.ABSENT;
    Cell period = RawSubmission.ABSENT;
    Cell note = RawSubmission.ABSENT;
    List<RawObservation> observations = List.of();
    Fields fields = new Fields();
    for (String field; (field = fields.next()) != null; ) {
      switch (field) {
        case "agency" -> agency = cell();
        case "period" -> period = cell();
        case "note" -> note = cell();
        case "observations" -> observations = observations();
        default -> fields.unknown(field, "agency, period, note, observations");
      }
    }
    return submission(agency, period, note, observations);
  }

  private RawSubmission submission(
      Cell agency, Cell period, Cell note, List<RawObservation> observations) {
    return new RawSubmission(
        new Placed("/agency", agency),
        new Placed("/period", period),
        new Placed("/note", note),
        observations,
        shape,
        Places.POINTERS);
  }

  private List<RawObservation> observations() throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      skip();
      shape.add(wrongType("/observations", "một danh sách […]", "a list […]"));
      return List.of();
    }
    List<RawObservation> observations = new ArrayList<>();
    for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
      String pointer = "/observations/" + i;
      if (i >= RawSubmission.MOST_OBSERVATIONS) {
        skip();
        if (i == RawSubmission.MOST_OBSERVATIONS) {
          shape.add(Rule.TOO_MANY.at("/observations", RawSubmission.MOST_OBSERVATIONS));
        }
      } else if (json.currentToken() == JsonToken.START_OBJECT) {
        observations.add(observation(pointer));
      } else {
        skip();
        shape.add(wrongType(pointer, "một đối tượng {…}", "an object {…}"));
      }
    }
    return observations;
  }

  private RawObservation observation(String pointer) throws IOException {
    Cell indicator = RawSubmission.ABSENT;
    Cell period = RawSubmission.ABSENT;
    Cell numerator = RawSubmission.ABSENT;
    Cell denominator = RawSubmission.ABSENT;
    Cell value = RawSubmission.ABSENT;
    Fields fields = new Fields();
    for (String field; (field = fields.next()) != null; ) {
      switch (field) {
        case "indicator" -> indicator = cell();
        case "period" -> period = cell();
        case "numerator" -> numerator = cell();
        case "denominator" -> denominator = cell();
        case "value" -> value = cell();
        default -> fields.unknown(field, "indicator, period, numerator, denominator, value");
      }
    }
    return new RawObservation(pointer, indicator, period, numerator, denominator, value);
  }

  private Cell cell() throws IOException {
    return switch (json.currentToken()) {
      case VALUE_STRING -> new Cell.Words(json.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Cell.Digits(json.getText());
      case VALUE_NULL -> RawSubmission.ABSENT;
      default -> {
        skip();
        yield new Cell.Other();
      }
    };
  }

  /// Passes over a value and whatever is in it, which must be unambiguous all the same.
  private void skip() throws IOException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.START_ARRAY) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        skip();
      }
    } else if (token == JsonToken.START_OBJECT) {
      Fields fields = new Fields();
      while (fields.next() != null) {
        skip();
      }
    }
  }

  private static Problem wrongType(String pointer, String vi, String en) {
    return Rule.WRONG_TYPE.at(pointer, new Object[] {vi}, new Object[] {en});
  }

  /// The fields of the object that the parser is in.
  private final class Fields {
    private final Set<String> seen = new HashSet<>(8);

    /// The next field, the parser standing on its value; null at the end of the object.
    @Nullable String next() throws IOException {
      String field = json.nextFieldName();
      if (field == null) {
        return null;
      }
      if (!seen.add(field)) {
        throw new Ambiguous(Rule.DUPLICATE_KEY.at(pointer(json), Texts.shortened(field)));
      }
      json.nextToken();
      return field;
    }

    /// @param known the names that there are
    void unknown(String field, String known) throws IOException {
      String place = pointer(json);
      skip();
      shape.add(Rule.UNKNOWN_FIELD.at(place, Texts.shortened(field), known));
    }
  }
}
