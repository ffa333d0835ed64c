package dev.menagerie.server.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Games;
import dev.menagerie.server.game.Hints.Hint;
import dev.menagerie.server.stores.Rigged;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Connections that take everything and answer nothing are replaced by others that do. */
class LinkProbeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static RedisAddress through(Rigged proxy) {
    var address = RedisURI.create(Stores.redisUrl());
    address.setHost("127.0.0.1");
    address.setPort(proxy.port());
    return RedisAddress.single(address);
  }

  private static Rigged proxy() {
    return new Rigged(RedisURI.create(Stores.redisUrl()).getPort());
  }

  @Test
  void aSilentConnectionForCommandsIsReplaced() {
    try (var proxy = proxy();
        var link = RedisLink.connect(through(proxy))) {
      assertThat(link.isReachable()).isTrue();

      proxy.silence();

      assertThat(link.isReachable()).isFalse();
      Awaitility.await().atMost(PATIENCE).until(link::isReachable);
      assertThat(link.probe().replaced()).isPositive();
    }
  }

  @Test
  void aSilentSubscriptionIsReplacedAndHearsAgain() {
    var heard = new CopyOnWriteArrayList<Hint>();
    try (var proxy = proxy();
        var link = RedisLink.connect(through(proxy));
        var other = RedisNode.connect(Stores.redisUrl(), 1_000);
        var _ = new RedisHints(link).subscribe(heard::add)) {
      other.stores().certified();
      proxy.silence();
      Awaitility.await().atMost(PATIENCE).until(() -> link.probe().replaced() >= 2);
      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(() -> {
            var game = Games.begun(GameId.fresh());
            other.stores().games().install(game);
            other.stores().games().commit(game.id(), game.head(), Games.asked(0, "a"));
            assertThat(heard)
                .anyMatch(
                    hint -> hint instanceof Hint.Moved moved && moved.game().equals(game.id()));
          });
    }
  }

  @Test
  void aQuietConnectionIsKept() {
    try (var link = RedisLink.connect(Stores.redisUrl());
        var _ = new RedisHints(link).subscribe(_ -> {})) {
      Awaitility.await().pollDelay(Duration.ofSeconds(6)).until(link::isReachable);
      assertThat(link.probe().replaced()).isZero();
    }
  }
}
