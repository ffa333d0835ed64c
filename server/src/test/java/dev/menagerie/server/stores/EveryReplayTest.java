package dev.menagerie.server.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.bots.BotKind;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.server.Stores;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.redis.RedisNode;
import dev.menagerie.server.replay.Replayer;
import dev.menagerie.server.replay.Replays;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Games played through two nodes on real stores; the archived replay proves each of them. */
class EveryReplayTest {
  /** Played at once: more wait for the same two cores. */
  private static final int AT_ONCE = 16;

  private static final int MAX_VERSIONS = 3_000;
  private static final Duration SOON = Duration.ofSeconds(30);

  private static final List<List<String>> TABLES =
      List.of(
          List.of("pocket", "pocket-embers", "pocket-shallows"),
          List.of("pocket", "pocket-bramble", "pocket-moonthread"),
          List.of("standard", "standard-quarry", "standard-stormline"),
          List.of("house", "house-quarry", "house-aurora"));

  @Test
  void everyGameOfASliceReplaysToItsDigests() throws Exception {
    play(12);
  }

  @Test
  @Tag("long")
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void everyGameOfAThousandReplaysToItsDigests() throws Exception {
    play(1_000);
  }

  private static void play(int count) throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    long began = System.nanoTime();
    try (var left = PlayingNode.start(Stores.redisUrl(), Stores.database());
        var right = PlayingNode.start(Stores.redisUrl(), Stores.database());
        var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      var games = new ArrayList<Future<GameId>>();
      for (int i = 0; i < count; i++) {
        long dice = seed + i;
        games.add(threads.submit(() -> finished(left, right, dice)));
      }
      var over = new ArrayList<GameId>();
      for (var game : games) over.add(game.get());
      long commits = 0;
      for (var game : over) commits += proven(left, game, seed);
      System.out.printf(
          Locale.ROOT,
          "%d games, %d commits, every digest agrees; %.0f commits/s with the proof%n",
          count,
          commits,
          commits / ((System.nanoTime() - began) / 1e9));
      inRedisOnlyWhatLingers(over);
      printSizes(over);
    }
  }

  /** Prints the size of a commit and of a state, in Redis and, before compression, in Postgres. */
  private static void printSizes(Collection<GameId> games) {
    var ids = games.stream().map(GameId::value).toArray();
    var sizes =
        Stores.database()
            .read(handle ->
                handle
                    .createQuery(
                        """
                        select round(avg(octet_length(record))) as record,
                          round(avg(octet_length(reply))) as reply,
                          (select round(avg(octet_length(final_state))) from game_history
                            where game_id = any(:games::text[])) as state
                        from game_journal where game_id = any(:games::text[])
                        """)
                    .bindArray("games", String.class, ids)
                    .mapToMap()
                    .one());
    System.out.printf(
        Locale.ROOT,
        "bytes on average: record %s, reply %s, state %s%n",
        sizes.get("record"),
        sizes.get("reply"),
        sizes.get("state"));
  }

  /**
   * Each step runs on the other node than the one before, so a node's cached moment is never
   * current.
   */
  private static GameId finished(PlayingNode left, PlayingNode right, long dice) {
    var table = TABLES.get((int) Math.floorMod(dice, (long) TABLES.size()));
    var rules = Presets.named(table.getFirst()).orElseThrow();
    var game = left.begin(rules, table.get(1), table.get(2));
    for (int i = 0; i < MAX_VERSIONS; i++) {
      var node = i % 2 == 0 ? right : left;
      var moment = node.moment(game);
      if (moment.isOver()) return game;
      node.step(game, dice % 3 == 0 ? BotKind.GREEDY : BotKind.RANDOM, dice);
    }
    throw new AssertionError("dice " + dice + ": the game does not end");
  }

  /** How many commits it had. */
  private static int proven(PlayingNode node, GameId game, long seed) {
    Awaitility.await().atMost(SOON).until(() -> node.stores.archive.finished(game).isPresent());
    var finished = node.stores.archive.finished(game).orElseThrow();
    var rows = node.stores.journal.rows(game);
    assertThat(rows)
        .extracting(row -> row.head().version())
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, finished.head().version()).boxed().toList());
    assertThat(rows.getLast().head()).isEqualTo(finished.head());
    var document = Replays.of(finished);
    var verdict = new Replayer(PlayingNode.SETS.catalog()).verify(document);
    assertThat(verdict.ok()).as("seed %d, game %s: %s", seed, game, verdict).isTrue();
    assertThat(verdict.digestsChecked()).isEqualTo(rows.size());
    assertThat(node.stores.archive.active(game)).isEmpty();
    return rows.size();
  }

  /** The rest of a finished game in Redis is small and expires. */
  private static void inRedisOnlyWhatLingers(Collection<GameId> games) {
    try (var redis = RedisNode.connect(Stores.redisUrl(), 1)) {
      var keys = redis.keysOf(games);
      assertThat(keys).hasSizeLessThanOrEqualTo(2 * games.size());
      assertThat(keys).allSatisfy(key -> assertThat(redis.expires(key)).as(key).isTrue());
    }
  }
}
