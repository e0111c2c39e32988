package vn.congkhai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticationTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1, true",
    "192.0.2.1, 192.0.2.2, false",
    "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
    "2001:db8:1:2::1, 2001:db8:1:3::1, false",
    "::ffff:192.0.2.1, ::ffff:192.0.2.2, false",
  })
  void an_address_is_one_of_ipv4_and_one_network_of_ipv6(String one, String two, boolean same) {
    String first = Authentication.network(SocketAddress.inetSocketAddress(1, one));
    String second = Authentication.network(SocketAddress.inetSocketAddress(2, two));

    assertThat(first.equals(second)).isEqualTo(same);
  }

  @Test
  void a_caller_without_an_address_has_an_empty_one() {
    assertThat(Authentication.network(null)).isEmpty();
  }
}
