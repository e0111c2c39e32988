package vn.congkhai.apidocs;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// `web/openapi.yaml`: OpenAPI 3.1, written by hand, of both doors. Its texts stand in Vietnamese
/// and, behind ` / `, in English.
final class Contract {
  private static final String FILE = "/web/openapi.yaml";

  private Contract() {}

  /// The document as it is served.
  static Buffer text() {
    try (InputStream stream = Contract.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException("missing in the program: " + FILE);
      }
      return Buffer.buffer(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The document to walk through.
  static Node root() {
    String text = text().toString();
    Object root = new Load(LoadSettings.builder().build()).loadFromString(text);
    return new Node(root);
  }
}
