package dev.menagerie.server.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.menagerie.server.Stores;
import dev.menagerie.server.game.ConnectionId;
import dev.menagerie.server.game.Connections;
import dev.menagerie.server.game.ConnectionsContract;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.UserId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisConnectionsTest extends ConnectionsContract {
  private final RedisLink link = RedisLink.connect(Stores.redisUrl());
  private final RedisConnections connections = new RedisConnections(link);

  @AfterEach
  void disconnect() {
    link.close();
  }

  @Override
  protected Connections connections() {
    return connections;
  }

  @Override
  protected void fallSilent(ConnectionId... sessions) {
    for (var session : sessions) {
      RedisReplies.await(link.commands().zadd(Keys.LAST_SEEN, 1, session.value()));
    }
  }

  @Override
  protected void fallSilent(NodeId silent) {
    RedisReplies.await(link.commands().zadd(Keys.NODES_SEEN, 1, silent.value()));
  }

  @Test
  void aNodeThatHasLostAllItsSubscriptionsIsSeen() {
    var asking = NodeId.fresh();
    var other = NodeId.fresh();
    assertThat(connections.unsubscribed(asking)).isEmpty();
    try (var own = NodeSubscription.hold(link, asking)) {
      assertThat(own).isNotNull();
      try (var its = NodeSubscription.hold(link, other)) {
        assertThat(its).isNotNull();
        assertThat(connections.unsubscribed(other)).isPresent();
        assertThat(connections.unsubscribed(asking).orElseThrow()).doesNotContain(asking, other);
      }
      await().until(() -> connections.unsubscribed(asking).orElseThrow().contains(other));
      connections.sweep(other);
      assertThat(connections.unsubscribed(asking).orElseThrow()).doesNotContain(other);
    }
  }

  @Test
  void aNodeThatSubscribesAndNeverGaveASignOfLifeIsSwept() {
    var node = NodeId.fresh();
    try (var own = NodeSubscription.hold(link, node)) {
      assertThat(own).isNotNull();
      assertThat(connections.unsubscribed(node)).isPresent();
    }
    var session = new ConnectionId("s" + UUID.randomUUID());
    connections.register(session, UserId.fresh(), node);
    assertThat(connections.sweep(node)).extracting(c -> c.session()).containsExactly(session);
    assertThat(connections.sweep(node)).isEmpty();
  }

  @Test
  void everyKeyOfAConnectionExpires() {
    var session = new ConnectionId("s" + UUID.randomUUID());
    var user = UserId.fresh();
    var game = GameId.fresh();
    var node = NodeId.fresh();
    connections.register(session, user, node);
    connections.enter(session, game, Connections.Role.PLAYS);
    connections.announce(game, user, Connections.Announced.HERE);
    for (var key :
        new String[] {
          Keys.connectionOf(user),
          Keys.connection(session),
          Keys.connectionsAt(node),
          Keys.connectionsOf(game, Connections.Role.PLAYS),
          Keys.announced(game, user)
        }) {
      assertThat(RedisReplies.await(link.commands().pttl(key))).as(key).isPositive();
    }
  }

  @Test
  void aLongGamesSetsLoseConnectionsThatVanished() {
    var game = GameId.fresh();
    var commands = link.commands();
    for (var as : Connections.Role.values()) {
      var key = Keys.connectionsOf(game, as);
      for (int i = 0; i < 300; i++) RedisReplies.await(commands.zadd(key, i, "s-gone-" + i));
      var session = new ConnectionId("s" + UUID.randomUUID());
      connections.register(session, UserId.fresh(), NodeId.fresh());

      connections.enter(session, game, as);

      assertThat(RedisReplies.await(commands.zrange(key, 0, -1))).containsExactly(session.value());
    }
  }

  @Test
  void theRegistryIsWrittenAsTheKeysSay() {
    var session = new ConnectionId("s" + UUID.randomUUID());
    var user = UserId.fresh();
    var game = GameId.fresh();
    var node = NodeId.fresh();
    connections.register(session, user, node);
    connections.enter(session, game, Connections.Role.PLAYS);
    var commands = link.commands();

    assertThat(RedisReplies.await(commands.hget("user_conn:{" + user + "}", "sid")))
        .isEqualTo(session.value());
    assertThat(RedisReplies.await(commands.hgetall("conn:{" + session + "}")))
        .containsEntry("user_id", user.value())
        .containsEntry("game_id", game.value())
        .containsEntry("node", node.value())
        .containsKeys("connected_at", "last_seen");
    assertThat(RedisReplies.await(commands.zrange("game_conns:{" + game + "}", 0, -1)))
        .containsExactly(session.value());
  }

  @Test
  void connectionLostWithTheStoreIsNoticedByItsHeartbeat() {
    var session = new ConnectionId("s" + UUID.randomUUID());
    var user = UserId.fresh();
    connections.register(session, user, NodeId.fresh());
    RedisReplies.await(link.commands().del(Keys.connectionOf(user)));
    assertThat(connections.touch(List.of(session))).containsExactly(session);
    connections.register(session, user, NodeId.fresh());
    assertThat(connections.touch(List.of(session))).isEmpty();
  }
}
