package vn.congkhai.sending;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A file of figures as it goes over the line.
///
/// @param name of the file, for people
public record Parcel(String name, String contentType, Buffer body, Given given) {
  private static final String DOOR = "/api/v1/observations";
  private static final Map<String, String> TYPES =
      Map.of(
          "csv",
          "text/csv",
          "json",
          "application/json",
          "xlsx",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  /// Reads a file.
  ///
  /// @param type of [#typeOf]
  public static Parcel read(Path file, String type, Given given) throws IOException {
    return new Parcel(file.toString(), type, Buffer.buffer(Files.readAllBytes(file)), given);
  }

  /// What the end of the file's name says that it holds, or null when no such file can be sent.
  public static @Nullable String typeOf(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return TYPES.get(name.substring(name.lastIndexOf('.') + 1));
  }

  /// Where the parcel is posted.
  String path(boolean dryRun) {
    String parameters = (dryRun ? "&dryRun=true" : "") + given.parameters();
    return parameters.isEmpty() ? DOOR : DOOR + "?" + parameters.substring(1);
  }

  /// The idempotency key: the same for the same content, whenever and however often it is sent.
  ///
  /// @param occasion tells apart what is meant to be stored once more; empty as a rule
  public String key(String occasion) {
    MessageDigest digest = sha256();
    digest.update((given.parameters() + "\n" + occasion + "\n").getBytes(UTF_8));
    digest.update(body.getBytes());
    return "send-" + HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
