package vn.congkhai.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MintedTest {
  private final Minted minted = Minted.by(new SecureRandom());

  @Test
  void at_least_256_bits_stay_secret_beside_what_is_shown() {
    String secret = minted.secret().reveal();

    assertThat(minted.prefix()).matches("ck_[A-Za-z0-9_-]{6}");
    assertThat(secret).startsWith(minted.prefix()).matches("ck_[A-Za-z0-9_-]{52}");
    assertThat(Base64.getUrlDecoder().decode(secret.substring(3))).hasSize(39);
    assertThat((secret.length() - minted.prefix().length()) * 6).isGreaterThanOrEqualTo(256);
  }

  @Test
  void nothing_but_the_hash_is_kept_and_the_secret_prints_as_stars() throws Exception {
    byte[] sha256 =
        MessageDigest.getInstance("SHA-256").digest(minted.secret().reveal().getBytes(UTF_8));

    assertThat(minted.digest().bytes()).isEqualTo(sha256);
    assertThat(minted.toString()).doesNotContain(minted.secret().reveal());
  }

  @Test
  void no_two_are_alike() {
    SecureRandom random = new SecureRandom();
    Set<String> secrets = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      secrets.add(Minted.by(random).secret().reveal());
    }

    assertThat(secrets).hasSize(1000);
  }
}
