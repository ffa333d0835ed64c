package dev.menagerie.server.redis;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisURI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisAddressTest {
  @Test
  void clusterHasSeveralHostsAndOneLogin() {
    var address =
        RedisAddress.parse("redis-cluster://ada:p%40ss,word@one:7000,two:7001?timeout=3s");
    assertThat(address.isCluster()).isTrue();
    assertThat(address.authorities()).isEmpty();
    assertThat(address.uris()).extracting(RedisURI::getHost).containsExactly("one", "two");
    assertThat(address.uris()).extracting(RedisURI::getPort).containsExactly(7000, 7001);
    assertThat(address.uris())
        .allSatisfy(uri -> {
          var login = requireNonNull(uri.getCredentialsProvider().resolveCredentials().block());
          assertThat(login.getUsername()).isEqualTo("ada");
          assertThat(new String(login.getPassword())).isEqualTo("p@ss,word");
          assertThat(uri.isSsl()).isFalse();
          assertThat(uri.getTimeout()).hasSeconds(3);
        });
  }

  @Test
  void clusterWithTlsMayNameItsAuthorities() {
    var address = RedisAddress.parse("rediss-cluster://one:7000,two:7000/?sslrootcert=/etc/ca.pem");
    assertThat(address.uris()).hasSize(2).allMatch(RedisURI::isSsl);
    assertThat(address.authorities()).contains(Path.of("/etc/ca.pem"));
  }

  @Test
  void otherAddressesAreOfOneRedis() {
    assertThat(RedisAddress.parse("redis://localhost:6379").isCluster()).isFalse();
    var sentinels = RedisAddress.parse("redis-sentinel://a:26379,b:26379/0#duel");
    assertThat(sentinels.isCluster()).isFalse();
    assertThat(sentinels.uris().getFirst().getSentinels()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis-cluster://",
        "redis-cluster://u:secret@",
        "redis-cluster://u:secret@a:7000,",
        "redis-cluster://u:secret@a:7000/0",
        "redis-cluster://u:secret@a:port,b:7000",
        "redis-clusters://u:secret@a:7000",
        "http://u:secret@a:7000"
      })
  void othersAreRefusedWithoutRepeatingThePassword(String url) {
    assertThatThrownBy(() -> RedisAddress.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a")
        .hasMessageContaining("Redis")
        .hasMessageNotContaining("secret");
  }
}
