package dev.menagerie.server.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.Stores;
import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Games;
import dev.menagerie.server.game.Hints.Hint;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.stores.Rigged;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
  void aFollowerMissesNoCommitWhileItsSilentSubscriptionIsReplaced() {
    var heard = new CopyOnWriteArrayList<Hint>();
    try (var proxy = proxy();
        var link = RedisLink.connect(through(proxy));
        var other = RedisNode.connect(Stores.redisUrl(), 1_000)) {
      other.stores().certified();
      var hints = new RedisHints(link, NodeId.fresh());
      var game = Games.begun(GameId.fresh());
      var store = other.stores().games();
      store.install(game);
      try (var _ = hints.subscribe(heard::add)) {
        hints.follow(List.of(game.id()));
        Awaitility.await().atMost(PATIENCE).until(() -> heard.contains(new Hint.MaybeLost()));
        heard.clear();
        proxy.silence();

        var missed = (Commit.Committed) store.commit(game.id(), game.head(), Games.asked(0, "a"));

        Awaitility.await().atMost(PATIENCE).until(() -> heard.contains(new Hint.MaybeLost()));
        assertThat(link.probe().replaced()).isPositive();
        Awaitility.await()
            .atMost(PATIENCE)
            .ignoreException(StoreUnavailable.class)
            .untilAsserted(() ->
                assertThat(hints.follow(List.of(game.id())))
                    .containsExactly(Map.entry(game.id(), missed.head())));
        store.commit(game.id(), missed.head(), Games.asked(0, "b"));
        Awaitility.await()
            .atMost(PATIENCE)
            .until(() ->
                heard.stream()
                    .anyMatch(hint -> hint instanceof Hint.Moved moved && moved.version() == 2));
      }
    }
  }

  @Test
  void aQuietConnectionIsKept() {
    try (var link = RedisLink.connect(Stores.redisUrl());
        var _ = new RedisHints(link, NodeId.fresh()).subscribe(_ -> {})) {
      Awaitility.await().pollDelay(Duration.ofSeconds(6)).until(link::isReachable);
      assertThat(link.probe().replaced()).isZero();
    }
  }
}
