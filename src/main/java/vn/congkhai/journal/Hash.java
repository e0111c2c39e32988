package vn.congkhai.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// A SHA-256 of the chain.
public final class Hash {
  /// Stands before the first submission: 32 zero bytes.
  public static final Hash GENESIS = new Hash(new byte[32]);

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /// The hash with these 32 bytes.
  public static Hash of(byte[] bytes) {
    if (bytes.length != 32) {
      throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
    }
    return new Hash(bytes.clone());
  }

  /// The hash with these 64 hexadecimal digits.
  ///
  /// @throws IllegalArgumentException when they are none
  public static Hash parse(String hex) {
    return of(HexFormat.of().parseHex(hex));
  }

  /// The plain SHA-256 of something.
  public static Hash sha256(byte[] content) {
    return new Hash(sha256().digest(content));
  }

  /// The hash of the submission that follows: `sha256(this ‖ content)`, the content in UTF-8.
  public Hash then(String content) {
    MessageDigest sha = sha256();
    sha.update(bytes);
    return new Hash(sha.digest(content.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /// 64 lower-case hexadecimal digits.
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
