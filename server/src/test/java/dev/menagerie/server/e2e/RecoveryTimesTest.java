package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.stores.Rigged;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long players wait after a fault, on two servers with stores of their own: measured and
 * printed for the table in the docs. {@code -Drecovery.games=N} plants another number.
 */
@Tag("long")
class RecoveryTimesTest {
  private static final int GAMES = Integer.getInteger("recovery.games", 10_000);

  /** Copied with one statement, within the time that a statement has. */
  private static final int AT_ONCE = 250;

  private static final Duration ENOUGH = Duration.ofMinutes(2);

  @TempDir Path directory;

  private Cluster cluster;

  @BeforeEach
  void start() throws Exception {
    cluster = Cluster.start(directory);
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void killedNode() {
    try (var duel = Duel.on(cluster.left().origin(), cluster.right().origin())) {
      duel.steps(6);
      duel.player(1).passOver();
      long killed = System.nanoTime();
      cluster.left().kill();
      duel.player(1).nextPresence("disconnected", ENOUGH);
      shown("kill of a node: the opponent is told", killed);
      cluster.left().startAgain();
      duel.moveTo(0, cluster.left().origin());
      duel.steps(4);
      killed = System.nanoTime();
      cluster.left().kill();
      duel.moveTo(0, cluster.right().origin());
      duel.steps(2);
      shown("kill of a node: both play on", killed);
    } finally {
      cluster.left().startAgain();
    }
  }

  @Test
  void restartedStores() {
    try (var duel = Duel.on(cluster.left().origin(), cluster.right().origin())) {
      duel.steps(6);
      cluster.redis().kill();
      cluster.redis().start();
      long back = System.nanoTime();
      duel.steps(2);
      shown("restart of Redis: both play on", back);
      cluster.postgres().kill();
      cluster.postgres().start();
      back = System.nanoTime();
      var deck = Map.<String, Object>of("deck_id", "pocket-embers", "rules_config", "pocket");
      var api = duel.person(0).api();
      awaited(() -> api.post("/games", deck).status() == 201);
      shown("restart of Postgres: a game is created", back);
    }
  }

  @Test
  void healedNetwork() {
    try (var duel = Duel.on(cluster.left().origin(), cluster.right().origin())) {
      duel.steps(4);
      for (var mode : new Rigged.Mode[] {Rigged.Mode.CUT_BEFORE, Rigged.Mode.SILENT}) {
        cluster.network().now(mode);
        cluster.network().cut();
        var api = Api.of(cluster.left().origin());
        awaited(() -> api.get("/health/ready").status() == 503);
        cluster.network().now(Rigged.Mode.WHOLE);
        cluster.network().cut();
        long healed = System.nanoTime();
        duel.steps(2);
        shown("Redis reached again after " + mode + ": both play on", healed);
      }
    }
  }

  @Test
  void manyGames() throws Exception {
    try (var duel = Duel.on(cluster.left().origin(), cluster.right().origin())) {
      duel.steps(30);
      cluster.awaitJournaled(duel);
      plant(new GameId(duel.game()));
      cluster.redis().kill();
      cluster.redisFiles().delete();
      cluster.redis().start();
      long back = System.nanoTime();
      for (int seat = 0; seat < 2; seat++) duel.rejoin(seat);
      duel.steps(2);
      shown(GAMES + " games, Redis empty: two players play on", back);
      awaited(() -> isOpen(cluster.left()) && isOpen(cluster.right()));
      shown(GAMES + " games, Redis empty: every game is open", back);
      cluster.nothingIsLost("Redis emptied with " + GAMES + " games", duel);
    }
  }

  @Test
  void startWithManyGames() throws Exception {
    try (var duel = Duel.on(cluster.left().origin(), cluster.left().origin())) {
      duel.steps(30);
      cluster.awaitJournaled(duel);
      plant(new GameId(duel.game()));
      cluster.right().close();
      cluster.left().kill();
      cluster.redis().kill();
      cluster.redisFiles().delete();
      cluster.redis().start();
      long begun = System.nanoTime();
      cluster.left().startAgain();
      shown("start with " + GAMES + " games: ready", begun);
      for (int seat = 0; seat < 2; seat++) duel.moveTo(seat, cluster.left().origin());
      duel.steps(2);
      shown("start with " + GAMES + " games: two players play on", begun);
      awaited(() -> isOpen(cluster.left()));
      shown("start with " + GAMES + " games: every game is open", begun);
    } finally {
      cluster.right().startAgain();
    }
  }

  /** Asked once players have moved again: the server has noticed then that Redis is another one. */
  private static boolean isOpen(ServerProcess server) {
    var ready = Api.of(server.origin()).get("/health/ready");
    return ready.status() == 200 && !ready.ok().has("recovering");
  }

  /** Copies a game: unfinished games of other players, with as much history. */
  private void plant(GameId game) {
    for (int planted = 0; planted < GAMES; planted += AT_ONCE) {
      var ids = Stream.generate(GameId::fresh).limit(AT_ONCE).toList();
      copy("active_games", game, ids);
      copy("game_epochs", game, ids);
      copy("game_journal", game, ids);
    }
  }

  private void copy(String table, GameId game, List<GameId> copies) {
    cluster
        .database()
        .read(handle ->
            handle
                .createUpdate(
                    "insert into "
                        + table
                        + " select (jsonb_populate_record(t, jsonb_build_object('game_id', c.id,"
                        + " 'partition', c.p, 'players', array[c.id || 'a', c.id || 'b']))).*"
                        + " from unnest(:ids::text[], :partitions::int[]) as c (id, p), "
                        + table
                        + " t where t.game_id = :game")
                .bind("game", game.value())
                .bindArray("ids", String.class, copies.stream().map(GameId::value).toArray())
                .bindArray(
                    "partitions",
                    Integer.class,
                    copies.stream().map(id -> Partition.of(id).value()).toArray())
                .execute());
  }

  private static void awaited(BooleanSupplier what) {
    Awaitility.await()
        .atMost(ENOUGH)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptions()
        .until(what::getAsBoolean);
  }

  /** What it took is for the reader: other work may share the machine. */
  private static void shown(String what, long since) {
    var took = Duration.ofNanos(System.nanoTime() - since);
    System.out.printf(Locale.ROOT, "%s: %.2f s%n", what, took.toMillis() / 1e3);
    assertThat(took).as(what).isLessThan(ENOUGH);
  }
}
