package vn.congkhai.sending;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/// Where an agencies' door is, as people write it.
public final class DoorAddress {
  /// The shape, in words for people.
  public static final String SHAPE =
      "phải là http(s)://MÁY:CỔNG; tên máy chỉ gồm chữ không dấu, chữ số, dấu chấm, gạch nối, không"
          + " có gạch dưới / must be http(s)://HOST:PORT; a host's name is of unaccented letters,"
          + " digits, dots and hyphens, without underscores";

  private static final int LAST_PORT = 65_535;

  private DoorAddress() {}

  /// The address without a slash at its end, or null when nothing could be sent there. A name with
  /// an underscore is no host's, though some networks know such.
  public static @Nullable URI parse(String text) {
    try {
      URI uri = new URI(text.replaceAll("/+$", ""));
      boolean complete =
          uri.getHost() != null
              && uri.getPort() <= LAST_PORT
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null;
      return complete && text.matches("https?://.*") ? uri : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
