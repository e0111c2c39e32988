package vn.congkhai.access;

import java.security.SecureRandom;
import java.util.Base64;
import vn.congkhai.settings.Secret;

/// A new token: 312 random bits, of which 36 may be shown and 276 stay secret.
record Minted(Secret secret, String prefix, TokenDigest digest) {
  private static final int RANDOM_BYTES = 39;
  private static final String KIND = "ck_";
  private static final int SHOWN = KIND.length() + 6;

  static Minted by(SecureRandom random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    String secret = KIND + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return new Minted(new Secret(secret), secret.substring(0, SHOWN), TokenDigest.of(secret));
  }
}
