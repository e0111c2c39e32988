package vn.congkhai.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// SHA-256 of a token. Tokens are random and long, so a plain hash cannot be guessed backwards; and
/// a table looked up by hash tells nothing through the time it takes.
final class TokenDigest {
  private final byte[] bytes;

  TokenDigest(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  static TokenDigest of(String token) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return new TokenDigest(sha.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /// Compares in constant time.
  @Override
  public boolean equals(Object other) {
    return other instanceof TokenDigest digest && MessageDigest.isEqual(bytes, digest.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
