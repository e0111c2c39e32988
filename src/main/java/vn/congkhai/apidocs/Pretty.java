package vn.congkhai.apidocs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

/// Writes examples so that people can read them.
final class Pretty {
  private static final JsonFactory JSON = new JsonFactory();

  private Pretty() {}

  /// A text as it is, anything else as JSON on several lines.
  static String of(Node example) {
    if (example.value() instanceof String text) {
      return text;
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      write(example, json);
    } catch (IOException e) {
      throw new UncheckedIOException("writing into memory does not fail", e);
    }
    return text.toString();
  }

  private static void write(Node node, JsonGenerator json) throws IOException {
    switch (node.value()) {
      case null -> json.writeNull();
      case String text -> json.writeString(text);
      case Boolean truth -> json.writeBoolean(truth);
      case Number number -> json.writeNumber(new BigDecimal(number.toString()).toPlainString());
      case List<?> _ -> {
        json.writeStartArray();
        for (Node item : node.items()) {
          write(item, json);
        }
        json.writeEndArray();
      }
      default -> {
        json.writeStartObject();
        for (Node.Field field : node.fields()) {
          json.writeFieldName(field.name());
          write(field.node(), json);
        }
        json.writeEndObject();
      }
    }
  }
}
