package vn.congkhai.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.OptionalDouble;

/// Writes JSON straight into bytes.
public final class Json {
  private static final JsonFactory JSON = new JsonFactory();

  private Json() {}

  /// Writes the fields of one object.
  @FunctionalInterface
  public interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  /// The object with these fields, in UTF-8.
  public static Buffer object(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("writing into memory does not fail", e);
    }
    return Buffer.buffer(bytes.toByteArray());
  }

  /// An object under a name.
  public static void object(JsonGenerator json, String name, Fields fields) throws IOException {
    json.writeObjectFieldStart(name);
    fields.write(json);
    json.writeEndObject();
  }

  /// The number, or null when there is none.
  public static void number(JsonGenerator json, String name, OptionalDouble number)
      throws IOException {
    if (number.isPresent()) {
      json.writeNumberField(name, number.getAsDouble());
    } else {
      json.writeNullField(name);
    }
  }
}
