package vn.congkhai.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congkhai.content.Problems;
import vn.congkhai.content.Rule;
import vn.congkhai.content.Texts;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Problem;

/// A JSON object with a few texts in it, and all that is wrong with it.
final class SmallBody {
  private static final JsonFactory STRICT =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final JsonObject json;
  private final List<Problem> problems = new Problems();

  private SmallBody(JsonObject json) {
    this.json = json;
  }

  /// Reads the request's body.
  ///
  /// @throws Failure when it is no JSON object
  static SmallBody read(RoutingContext context, Set<String> fields) {
    return read(Appending.body(context).getBytes(), fields);
  }

  /// The same where no body at all is as good as an object without fields.
  static SmallBody readIfAny(RoutingContext context, Set<String> fields) {
    byte[] bytes = Appending.body(context).getBytes();
    return read(bytes.length == 0 ? new byte[] {'{', '}'} : bytes, fields);
  }

  private static SmallBody read(byte[] bytes, Set<String> fields) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      requireOneReading(text);
      SmallBody body = new SmallBody(new JsonObject(text));
      for (String field : body.json.fieldNames()) {
        if (!fields.contains(field)) {
          body.report(
              Rule.UNKNOWN_FIELD.at(
                  "/" + Texts.shortened(field),
                  Texts.shortened(field),
                  String.join(", ", new TreeSet<>(fields))));
        }
      }
      return body;
    } catch (DecodeException | ClassCastException | IOException e) {
      throw new Failure(
          Failure.Kind.MALFORMED,
          "Nội dung phải là một đối tượng JSON {…}, mỗi khóa một lần, bằng UTF-8.",
          "The content must be a JSON object {…}, each key once, in UTF-8.");
    }
  }

  /// Refuses what two readers could understand differently: a key that stands twice.
  private static void requireOneReading(String text) throws IOException {
    try (JsonParser json = STRICT.createParser(text)) {
      while (json.nextToken() != null) {
        // the parser itself refuses
      }
    }
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  void report(Problem problem) {
    problems.add(problem);
  }

  /// The field as it is, or null when it is not there.
  @Nullable Object value(String field) {
    return json.getValue(field);
  }

  /// The text, or null and a report when it is missing, empty or none.
  @Nullable String required(String field) {
    int before = problems.size();
    String text = optional(field, Integer.MAX_VALUE);
    if (text.isEmpty() && problems.size() == before) {
      report(Rule.MISSING_FIELD.at("/" + field, field));
    }
    return text.isEmpty() ? null : text;
  }

  /// The text, empty when it is missing; reported when it is none, too long or has characters that
  /// are not allowed.
  ///
  /// @param longest in characters
  String optional(String field, int longest) {
    return text(field, text -> Texts.problem("/" + field, text, longest));
  }

  /// The same for a text of one line.
  String line(String field, int longest) {
    return text(field, text -> Texts.lineProblem("/" + field, text, longest));
  }

  private String text(String field, Function<String, @Nullable Problem> check) {
    Object value = json.getValue(field);
    if (value == null) {
      return "";
    }
    if (!(value instanceof String text)) {
      report(Rule.WRONG_TYPE.at("/" + field, new Object[] {"văn bản"}, new Object[] {"a text"}));
      return "";
    }
    Problem problem = check.apply(text);
    if (problem != null) {
      report(problem);
      return "";
    }
    return text;
  }

  /// The whole number; reported when it is none or out of bounds.
  int whole(String field, int usual, int from, int to) {
    Object value = json.getValue(field);
    if (value == null) {
      return usual;
    }
    boolean whole = value instanceof Integer || value instanceof Long;
    if (!whole && !(value instanceof BigInteger)) {
      report(Rule.NOT_AN_INTEGER.at("/" + field));
    } else if (!(value instanceof Integer number) || number < from || number > to) {
      report(Rule.OUT_OF_RANGE.at("/" + field, from, to));
    } else {
      return number;
    }
    return usual;
  }

  /// The address of a page, empty when it is missing; reported when it is none that a browser could
  /// open.
  String link(String field, int longest) {
    String text = optional(field, longest);
    if (!text.isEmpty() && !opens(text)) {
      report(Rule.NOT_A_LINK.at("/" + field));
      return "";
    }
    return text;
  }

  private static boolean opens(String text) {
    try {
      URI uri = new URI(text);
      String authority = uri.getAuthority();
      return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
          && authority != null
          && !authority.contains("@");
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
