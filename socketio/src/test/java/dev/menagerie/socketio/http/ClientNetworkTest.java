package dev.menagerie.socketio.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as one client. */
class ClientNetworkTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "2001:db8:a:b:c:d:e:f, 2001:db8:a:b::",
    "2001:db8::1, 2001:db8:0:0::",
    "::1, 0:0:0:0::",
    "::ffff:192.0.2.7, ::ffff:192.0.2.7",
    "unknown, unknown",
    "no:address, no:address"
  })
  void anAddressCountsAs(String address, String network) {
    assertThat(ClientNetwork.of(address)).isEqualTo(network);
  }
}
