package dev.menagerie.server.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.bots.BotKind;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.cards.house.RulesJson;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Action;
import dev.menagerie.server.Stores;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.play.Moment;
import dev.menagerie.server.play.Outcome;
import dev.menagerie.server.replay.Replayer;
import dev.menagerie.server.replay.Replays;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.assertj.core.groups.Tuple;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Sixteen writers on two nodes press for the same two players at once, without any lock between the
 * nodes. That the outcome is linearizable is shown by the versions: acknowledgements sorted by
 * version are a game the pure rules agree with, and none contradicts the order of real time.
 */
class ManyWritersTest {
  private static final int WRITERS = 16;
  private static final Duration SOON = Duration.ofSeconds(20);

  /** One acknowledgement, with the instants between which it was under way. */
  private record Acknowledged(long sent, long answered, long version, String message) {}

  @Test
  void sixteenWritersOnTwoNodesMakeOneGame() throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    try (var left = PlayingNode.start(Stores.redisUrl(), Stores.database());
        var right = PlayingNode.start(Stores.redisUrl(), Stores.database())) {
      var game = left.begin(Presets.POCKET, "pocket-embers", "pocket-shallows");
      var acknowledged = played(game, List.of(left, right), seed);
      assertThat(acknowledged).isNotEmpty();
      inOrderOfTime(acknowledged);
      acceptedByTheRules(left, game, acknowledged, seed);
    }
  }

  /** The timers of both nodes ring at once, while the player whose turn it is acts. */
  @Test
  void aTurnThatEndsOnBothNodesAtOnceEndsOnce() throws Exception {
    try (var left = PlayingNode.start(Stores.redisUrl(), Stores.database());
        var right = PlayingNode.start(Stores.redisUrl(), Stores.database());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var game = left.begin(quick(), "pocket-embers", "pocket-shallows");
      for (int turn = 0; turn < 6 && !left.moment(game).isOver(); turn++) {
        var clock = left.stores.games.clock(game).orElseThrow();
        var before = clock.clock().number();
        Awaitility.await().pollDelay(clock.remaining().orElseThrow()).until(() -> true);
        var rings = new ArrayList<Future<Outcome>>();
        for (int i = 0; i < WRITERS; i++) {
          var node = i % 2 == 0 ? left : right;
          rings.add(threads.submit(() -> node.games.expire(game)));
        }
        int expired = 0;
        for (var ring : rings) if (ring.get() instanceof Outcome.Done) expired++;
        assertThat(expired).as("turn %d", turn).isLessThanOrEqualTo(1);
        assertThat(left.stores.games.clock(game).map(c -> c.clock().number()))
            .as("turn %d: somebody did it", turn)
            .hasValueSatisfying(number -> assertThat(number).isGreaterThan(before));
      }
    }
  }

  private static RulesConfig quick() {
    var json =
        """
        {"preset": "pocket", "timer":
          {"turn_ms": 1000, "warning_ms": 500, "choice_ms": 1000, "grace_ms": 500}}
        """;
    return RulesJson.read(Json.tree(json.getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT));
  }

  @Test
  void aFinishedGameDoesNotChange() {
    try (var left = PlayingNode.start(Stores.redisUrl(), Stores.database());
        var right = PlayingNode.start(Stores.redisUrl(), Stores.database())) {
      var game = left.begin(Presets.POCKET, "pocket-embers", "pocket-shallows");
      left.games.resign(game, Seat.FIRST, new MessageId("enough"));
      var finished = left.stores.archive.finished(game).orElseThrow();
      var rows = left.stores.journal.rows(game);
      for (var node : List.of(left, right)) {
        for (var seat : Seat.values()) {
          assertThat(node.games.resign(game, seat, new MessageId("again")))
              .isInstanceOf(Outcome.Refused.class);
          assertThat(node.act(game, seat, "more", new Action.Pass()))
              .isInstanceOf(Outcome.Refused.class);
        }
        assertThat(node.games.expire(game)).isInstanceOf(Outcome.Refused.class);
      }
      left.stores.drainer.drain(Set.of(Partition.of(game)));
      assertThat(left.stores.archive.finished(game)).contains(finished);
      assertThat(left.stores.journal.rows(game)).isEqualTo(rows);
    }
  }

  private static List<Acknowledged> played(GameId game, List<PlayingNode> nodes, long seed)
      throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writers = new ArrayList<Future<List<Acknowledged>>>();
      for (int i = 0; i < WRITERS; i++) {
        var node = nodes.get(i % nodes.size());
        writers.add(threads.submit(writer(node, game, i, seed + i)));
      }
      var all = new ArrayList<Acknowledged>();
      for (var writer : writers) all.addAll(writer.get());
      all.sort(Comparator.comparingLong(Acknowledged::version));
      return all;
    }
  }

  /** Sends what would be legal at the moment it last heard of; mostly it is too late. */
  private static Callable<List<Acknowledged>> writer(
      PlayingNode node, GameId game, int number, long seed) {
    return () -> {
      var random = new SplittableRandom(seed);
      var mine = new ArrayList<Acknowledged>();
      for (int i = 0; true; i++) {
        Moment moment = node.moment(game);
        if (moment.isOver()) return mine;
        Seat seat = moment.state().orElseThrow().toAct().orElseThrow();
        var action = node.choice(game, moment, seat, BotKind.RANDOM, random.nextLong());
        var message = "w" + number + "-" + i;
        long sent = System.nanoTime();
        if (node.act(game, seat, message, action) instanceof Outcome.Done done) {
          long version = done.commit().after().version();
          mine.add(new Acknowledged(sent, System.nanoTime(), version, message));
        }
      }
    };
  }

  private static void inOrderOfTime(List<Acknowledged> acknowledged) {
    long latestSent = Long.MIN_VALUE;
    for (var one : acknowledged) {
      // Every one of a smaller version was sent before this one was answered.
      assertThat(latestSent).as("version %d", one.version()).isLessThan(one.answered());
      latestSent = Math.max(latestSent, one.sent());
    }
  }

  private static void acceptedByTheRules(
      PlayingNode node, GameId game, List<Acknowledged> acknowledged, long seed) {
    Awaitility.await().atMost(SOON).until(() -> node.stores.archive.finished(game).isPresent());
    var rows = node.stores.journal.rows(game);
    assertThat(rows)
        .extracting(row -> row.head().version())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, rows.size()).boxed().toList());
    var asked = rows.stream().filter(row -> row.request().isPresent()).toList();
    // The deal has no request; every other version answers exactly one acknowledged message.
    assertThat(asked)
        .extracting(row -> row.head().version(), row -> row.request().orElseThrow().id().value())
        .containsExactlyElementsOf(
            acknowledged.stream().map(one -> Tuple.tuple(one.version(), one.message())).toList());
    var document = Replays.of(node.stores.archive.finished(game).orElseThrow());
    var verdict = new Replayer(PlayingNode.SETS.catalog()).verify(document);
    assertThat(verdict.ok()).as("seed %d: %s", seed, verdict).isTrue();
    assertThat(verdict.digestsChecked()).isEqualTo(rows.size());
  }
}
