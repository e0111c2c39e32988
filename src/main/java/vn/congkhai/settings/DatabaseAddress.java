package vn.congkhai.settings;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL database: `postgresql://user:password@host:port[,host:port…]/database`.
///
/// @param hosts at least one; any of them may be the primary
public record DatabaseAddress(List<Host> hosts, String user, Secret password, String database) {
  private static final Pattern ADDRESS =
      Pattern.compile("postgres(?:ql)?://([^:@/]+)(?::([^@/]*))?@([^/?]+)/([^/?]+)");
  private static final Pattern HOST = Pattern.compile("([^:]+|\\[[^]]+])(?::(\\d{1,5}))?");
  private static final int USUAL_PORT = 5432;

  public DatabaseAddress {
    hosts = List.copyOf(hosts);
  }

  /// A host and its port.
  public record Host(String name, int port) {}

  /// The address spelt so, or null when the text is none.
  public static @Nullable DatabaseAddress parse(String text) {
    Matcher address = ADDRESS.matcher(text);
    if (!address.matches()) {
      return null;
    }
    List<Host> hosts = new ArrayList<>();
    for (String part : address.group(3).split(",", -1)) {
      Matcher host = HOST.matcher(part);
      if (!host.matches()) {
        return null;
      }
      int port = host.group(2) == null ? USUAL_PORT : Integer.parseInt(host.group(2));
      hosts.add(new Host(host.group(1), port));
    }
    String password = address.group(2) == null ? "" : address.group(2);
    try {
      return new DatabaseAddress(
          hosts,
          decoded(address.group(1)),
          new Secret(decoded(password)),
          decoded(address.group(4)));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /// The same database for the JDBC driver, which looks for the primary itself.
  public String jdbcUrl() {
    StringBuilder url = new StringBuilder("jdbc:postgresql://");
    for (Host host : hosts) {
      url.append(host.name()).append(':').append(host.port()).append(',');
    }
    url.setCharAt(url.length() - 1, '/');
    return url.append(java.net.URLEncoder.encode(database, StandardCharsets.UTF_8))
        .append("?targetServerType=primary")
        .toString();
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
