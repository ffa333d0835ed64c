package dev.menagerie.server.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.bots.BotKind;
import dev.menagerie.server.Stores;
import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.Connections.Announced;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.postgres.Database;
import dev.menagerie.server.recovery.RecoveryLedger.Known;
import dev.menagerie.server.redis.PlainRedis;
import dev.menagerie.server.redis.RedisConnections;
import dev.menagerie.server.redis.RedisNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server continues with the Redis of a released version as if it had written it. */
class ReleasedRedisTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir Path directory;

  private static List<Release> releases() {
    return Release.all().stream().filter(ReleasedRedis::isIn).toList();
  }

  @ParameterizedTest
  @MethodSource("releases")
  void itsGamesContinueInTheirEpoch(Release release) throws Exception {
    var kept = ReleasedRedis.of(release);
    var address = Stores.emptyDatabase();
    release.restore(address);
    assertThat(kept.outbox()).as("a commit that only Redis has").isNotEmpty();
    try (var redis = PlainRedis.start(directory, PlainRedis.durable())) {
      kept.restore(redis.url());
      try (var database = Database.open(address);
          var node = PlayingNode.start(redis.url(), database)) {
        var unfinished = node.stores.ledger.unfinished(Set.copyOf(Partition.all()));
        assertThat(unfinished).hasSizeGreaterThanOrEqualTo(2);
        for (var known : unfinished) isAsItWas(node, kept, known);
        var running =
            unfinished.stream().filter(one -> node.moment(one.game()).state().isPresent()).toList();
        assertThat(running).isNotEmpty();
        for (var known : running) playsOn(node, kept, known);
      }
    }
  }

  private static void isAsItWas(PlayingNode node, ReleasedRedis kept, Known known) {
    var fields = kept.game(known.game());
    var head = node.moment(known.game()).head();
    assertThat(head.epoch()).hasToString(fields.get("e"));
    assertThat(head.version()).hasToString(fields.get("v"));
    assertThat(head.digest()).isEqualTo(fields.get("d"));
  }

  private static void playsOn(PlayingNode node, ReleasedRedis kept, Known known) {
    var game = known.game();
    var requests = kept.requests(game);
    assertThat(requests).isNotEmpty();
    for (var asked : requests) {
      var reply = node.stores.games.reply(game, asked.request()).orElseThrow();
      assertThat(reply)
          .isInstanceOfSatisfying(
              Commit.Duplicate.class,
              first -> {
                assertThat(first.epoch()).isEqualTo(asked.epoch());
                assertThat(first.version()).isEqualTo(asked.version());
              });
    }
    var before = node.moment(game).head();
    node.step(game, BotKind.GREEDY, 5);
    var after = node.moment(game).head();
    assertThat(after.epoch()).isEqualTo(before.epoch());
    assertThat(after.version()).isEqualTo(before.version() + 1);
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(node.stores.journal.rows(game)).hasSize((int) after.version()));
  }

  @ParameterizedTest
  @MethodSource("releases")
  void itsConnectionsAreKnown(Release release) throws Exception {
    var kept = ReleasedRedis.of(release);
    try (var redis = PlainRedis.start(directory, PlainRedis.durable())) {
      kept.restore(redis.url());
      try (var node = RedisNode.connect(redis.url(), 1)) {
        var connections = new RedisConnections(node.link());
        var connection = connections.of(PlayingNode.ADA.id()).orElseThrow();
        var game = connection.game().orElseThrow();
        assertThat(connections.players(game)).containsExactly(connection);
        assertThat(connections.visits(game)).hasSize(1);
        assertThat(connections.lastAnnounced(game, PlayingNode.ADA.id())).contains(Announced.HERE);
        assertThat(connections.sweep(connection.node())).containsExactly(connection);
        assertThat(connections.players(game)).isEmpty();
      }
    }
  }
}
