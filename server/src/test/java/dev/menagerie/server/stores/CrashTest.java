package dev.menagerie.server.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.embedded.DataDirectory;
import dev.menagerie.server.embedded.EmbeddedStore;
import dev.menagerie.server.embedded.EmbeddedStores;
import dev.menagerie.server.embedded.EmbeddedStores.Kind;
import dev.menagerie.server.game.Cause;
import dev.menagerie.server.game.ClockOp;
import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.Deadlines;
import dev.menagerie.server.game.Ending;
import dev.menagerie.server.game.Entry;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameIds;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.Games;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.InstallResult;
import dev.menagerie.server.game.JournalRow;
import dev.menagerie.server.game.NewGame;
import dev.menagerie.server.game.Outbox;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.postgres.Database;
import dev.menagerie.server.redis.RedisGameStore;
import dev.menagerie.server.redis.RedisNode;
import dev.menagerie.testkit.Signals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real processes are killed as the kernel would; every acknowledged action must be there
 * afterwards.
 */
class CrashTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int BOUND = 64;

  @TempDir static Path directory;

  private static DataDirectory data;
  private static EmbeddedStores stores;
  private static Database database;

  @BeforeAll
  static void start() {
    data = DataDirectory.lock(directory);
    stores = Stores.own(data);
    database = Database.open(stores.postgres());
  }

  @AfterAll
  static void stop() {
    database.close();
    stores.close();
    data.close();
  }

  @Test
  void redisKilledAndBackWithItsDataLosesNothing() {
    try (var node = node()) {
      var game = created(node);
      var head = play(node, game, game.head(), 7);
      redis().kill();
      redis().start();
      var loaded = afterReconnecting(node).load(game.id()).orElseThrow();
      assertThat(loaded.head()).isEqualTo(head);
      assertThat(node.games.commit(game.id(), head, Games.asked(0, "m6")))
          .isEqualTo(new Commit.Duplicate(1, 7, Optional.of("{\"ok\":\"m6\"}")));
      play(node, game, head, 3);
      assertJournaled(node, game, 10);
    }
  }

  @Test
  void lastSecondThatRedisLostIsInTheMemoryOfTheNode() throws IOException {
    try (var node = node()) {
      var game = created(node);
      var head = play(node, game, game.head(), 5);
      long size = files().written();
      head = play(node, game, head, 6);
      redis().kill();
      files().rollBack(size);
      redis().start();
      var loaded = afterReconnecting(node).load(game.id()).orElseThrow();
      assertThat(loaded.head()).isEqualTo(head.inEpoch(2));
      assertThat(node.games.commit(game.id(), loaded.head(), Games.asked(0, "m10")))
          .isEqualTo(new Commit.Duplicate(1, 11, Optional.of("{\"ok\":\"m10\"}")));
      play(node, game, loaded.head(), 2);
      assertJournaled(node, game, 13);
    }
  }

  @Test
  void emptyRedisIsRestoredByWhicheverNodeNoticesFirst() throws IOException {
    try (var warm = node();
        var cold = node()) {
      warm.recovery.alive();
      cold.recovery.alive();
      var game = created(warm);
      var head = play(warm, game, game.head(), 5);
      warm.drainer.drain(Set.of(Partition.of(game.id())));
      head = play(warm, game, head, 5);
      var untouched = created(warm);
      redis().kill();
      files().delete();
      redis().start();
      var loaded = afterReconnecting(cold).load(game.id()).orElseThrow();
      assertThat(loaded.head()).isEqualTo(head.inEpoch(2));
      assertThat(loaded.clock().deadline()).isPresent();
      assertThat(cold.games.load(untouched.id()).orElseThrow().head())
          .isEqualTo(untouched.head().inEpoch(2));
      assertThat(cold.games.activeGamesOf(Games.ADA)).contains(game.id(), untouched.id());
      play(cold, game, loaded.head(), 2);
      assertJournaled(cold, game, 12);
    }
  }

  @Test
  void losingTheNodeTooLosesUnjournaledCommitsOnly() throws IOException {
    var lost = node();
    var game = created(lost);
    var journaled = play(lost, game, game.head(), 5);
    lost.drainer.drain(Set.of(Partition.of(game.id())));
    play(lost, game, journaled, 3);
    lost.die();
    redis().kill();
    files().delete();
    redis().start();
    try (var next = node()) {
      var loaded = next.games.load(game.id()).orElseThrow();
      assertThat(loaded.head()).isEqualTo(journaled.inEpoch(2));
      System.out.println("both lost: 3 commits not yet journaled are gone, 5 journaled are there");
      play(next, game, loaded.head(), 1);
      assertJournaled(next, game, 6);
    }
  }

  @Test
  void nodeThatDiesLeavesItsCommitsToTheOthers() {
    var dying = node();
    var game = created(dying);
    var head = play(dying, game, game.head(), 9);
    dying.die();
    try (var next = node();
        var _ = next.draining()) {
      assertThat(next.games.head(game.id())).contains(head);
      Awaitility.await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(next.journal.head(game.id())).contains(head));
      play(next, game, head, 1);
    }
  }

  @Test
  void postgresKilledMidwayHasEveryRowOnceWhenItIsBack() {
    try (var node = node();
        var _ = node.draining()) {
      var game = created(node);
      var head = play(node, game, game.head(), 10);
      postgres().kill();
      head = play(node, game, head, 20);
      postgres().start();
      head = play(node, game, head, 10);
      assertJournaled(node, game, 40);
      assertThat(node.games.head(game.id())).contains(head);
    }
  }

  /** The bound that servers have, and a small one that shows where it lies. */
  @ParameterizedTest
  @ValueSource(ints = {BOUND, RedisGameStore.OUTBOX_BOUND})
  void withoutPostgresPlayGoesOnToTheBoundAndNewGamesAreRefusedFirst(int bound) {
    try (var node = Node.start(stores.redisUrl(), database, bound)) {
      var game = created(node);
      var sibling = Games.begun(GameIds.beside(game.id()));
      assertThat(node.journal.create(sibling, Optional.empty())).isNotNull();
      postgres().kill();
      try {
        var head = play(node, game, game.head(), bound / 2);
        assertThat(node.games.install(sibling)).isEqualTo(new InstallResult.Full());
        head = play(node, game, head, bound / 2);
        assertThat(node.games.commit(game.id(), head, Games.asked(0, "over")))
            .isEqualTo(new Commit.Full());
        assertThat(node.drainer.awaitJournaled(game.id(), bound, Duration.ofMillis(50))).isFalse();
      } finally {
        postgres().start();
      }
      assertJournaled(node, game, bound);
      play(node, game, node.games.head(game.id()).orElseThrow(), 1);
      assertThat(node.games.install(sibling)).isInstanceOf(InstallResult.Installed.class);
    }
  }

  @Test
  void frozenRedisRepliesLateAndTakesEffectOnce() throws Exception {
    try (var node = node()) {
      var game = created(node);
      var head = play(node, game, game.head(), 2);
      Signals.send(redis().pid(), "STOP");
      var commit =
          CompletableFuture.supplyAsync(
              () -> node.games.commit(game.id(), head, Games.asked(0, "frozen")));
      Awaitility.await().pollDelay(Duration.ofMillis(1_500)).until(() -> true);
      Signals.send(redis().pid(), "CONT");
      var done = (Commit.Committed) commit.get();
      assertThat(done.head()).isEqualTo(head.after(Games.asked(0, "frozen").record()));
      assertThat(node.games.head(game.id())).contains(done.head());
      assertJournaled(node, game, 3);
    }
  }

  @Test
  void redisThatStaysAwayLeavesTheFateUnknownAndTheTruthToBeAsked() {
    try (var rigged = new Rigged(redis().port());
        var node = node(rigged)) {
      var game = created(node);
      var head = play(node, game, game.head(), 1);
      rigged.now(Rigged.Mode.SILENT_AFTER);
      var entry = Games.asked(0, "unknown");
      assertThat(node.games.commit(game.id(), head, entry)).isEqualTo(new Commit.Unknown());
      rigged.now(Rigged.Mode.WHOLE);
      rigged.cut();
      Awaitility.await()
          .atMost(SOON)
          .ignoreExceptions()
          .untilAsserted(() ->
              assertThat(node.games.commit(game.id(), head, entry))
                  .isEqualTo(new Commit.Duplicate(1, 2, Optional.of(entry.reply()))));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Rigged.Mode.class,
      names = {"CUT_BEFORE", "CUT_AFTER"})
  void everyKindOfCommitSurvivesABrokenConnectionOnce(Rigged.Mode mode) {
    try (var rigged = new Rigged(redis().port());
        var node = node(rigged);
        var honest = node()) {
      var game = created(node);
      var head = game.head();
      long version = 0;
      for (var entry : everyKind()) {
        if (entry.cause() instanceof Cause.ClockRanOut) {
          awaitDeadline(honest, game);
        }
        rigged.once(mode);
        var outcome = node.games.commit(game.id(), head, entry);
        assertThat(outcome).as(entry.toString()).isInstanceOf(Commit.Committed.class);
        head = ((Commit.Committed) outcome).head();
        assertThat(head.version()).isEqualTo(++version);
        assertThat(honest.games.head(game.id())).contains(head);
      }
      assertJournaled(honest, game, version);
      assertThat(honest.archive.finished(game.id()).orElseThrow().head()).isEqualTo(head);
    }
  }

  /** Each step of a drain is one operation of a store: to die between two is to stop after one. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void drainerThatDiesAfterAnyStepLeavesTheRestToTheNext(int steps) {
    try (var dying = node();
        var next = node()) {
      var game = created(dying);
      var partition = Partition.of(game.id());
      var head = game.head();
      for (var entry : everyKind()) {
        if (entry.cause() instanceof Cause.ClockRanOut) awaitDeadline(next, game);
        head = ((Commit.Committed) dying.games.commit(game.id(), head, entry)).head();
        var pending = dying.ports.outbox().oldest(partition, BOUND);
        if (steps > 0) dying.journal.append(pending.stream().map(Outbox.Pending::entry).toList());
        if (steps > 1 && entry.ending().isPresent()) dying.games.retire(game.id());
        if (steps > 2) dying.ports.outbox().journaled(pending);
        next.drainer.drain(Set.of(partition));
        assertThat(next.journal.head(game.id())).as(entry.toString()).contains(head);
        assertThat(next.ports.outbox().oldest(partition, BOUND)).isEmpty();
      }
      assertJournaled(next, game, head.version());
      assertThat(next.archive.finished(game.id()).orElseThrow().head()).isEqualTo(head);
      assertThat(next.archive.active(game.id())).isEmpty();
      try (var redis = RedisNode.connect(stores.redisUrl(), BOUND)) {
        assertThat(redis.keysOf(List.of(game.id()))).isNotEmpty().allMatch(redis::expires);
      }
    }
  }

  @Test
  void timeOfAnOutageIsGivenBackByTheFirstSweepAfterIt() {
    try (var node = node()) {
      var game = created(node);
      var partition = Partition.of(game.id());
      node.ports.deadlines().sweep(partition, Duration.ZERO);
      var before = node.games.clock(game.id()).orElseThrow().clock().deadline().orElseThrow();
      redis().kill();
      Awaitility.await().pollDelay(Deadlines.OUTAGE.plusMillis(300)).until(() -> true);
      redis().start();
      assertThat(afterReconnecting(node).head(game.id())).contains(game.head());
      var sweep = node.ports.deadlines().sweep(partition, Duration.ZERO).orElseThrow();
      assertThat(sweep.givenBack()).isGreaterThan(Deadlines.OUTAGE);
      assertThat(node.games.clock(game.id()).orElseThrow().clock().deadline())
          .contains(before.plus(sweep.givenBack()));
    }
  }

  private static List<Entry> everyKind() {
    var entries = new ArrayList<Entry>();
    entries.add(Games.asked(0, "start").with(new ClockOp.Start(Duration.ofMillis(300))));
    entries.add(Games.ranOut("timeout").with(new ClockOp.Start(Games.LONG)));
    entries.add(Games.asked(1, "choice").with(new ClockOp.PauseAndStart(Games.LONG)));
    entries.add(Games.asked(0, "chosen").with(new ClockOp.Resume()));
    entries.add(Games.byService("grace").with(new ClockOp.Extend(Games.LONG)));
    entries.add(Games.asked(1, "boundary").with(Games.turn(2)));
    entries.add(
        Games.asked(1, "end")
            .with(Games.over(2))
            .with(new ClockOp.Stop())
            .ending(new Ending("resigned", Optional.of(Games.ADA))));
    return entries;
  }

  private static void awaitDeadline(Node node, NewGame game) {
    Awaitility.await()
        .atMost(SOON)
        .until(() -> node.games.clock(game.id()).orElseThrow().remaining().orElseThrow().isZero());
  }

  private static Node node() {
    return Node.start(stores.redisUrl(), database, BOUND);
  }

  private static Node node(Rigged network) {
    var url = stores.redisUrl().replaceFirst(":\\d+$", ":" + network.port());
    return Node.start(url, database, BOUND);
  }

  private static GameStore afterReconnecting(Node node) {
    Awaitility.await().atMost(SOON).until(node::reaches);
    return node.games;
  }

  /** In a partition whose outbox is empty: what other tests left there would count. */
  private static NewGame created(Node node) {
    var game =
        Stream.generate(() -> Games.begun(GameId.fresh()))
            .limit(10_000)
            .filter(next -> node.ports.outbox().oldest(Partition.of(next.id()), 1).isEmpty())
            .findFirst()
            .orElseThrow();
    node.journal.create(game, Optional.empty());
    assertThat(node.games.install(game)).isInstanceOf(InstallResult.Installed.class);
    return game;
  }

  private static Head play(Node node, NewGame game, Head from, int commits) {
    var head = from;
    for (int i = 0; i < commits; i++) {
      var entry = Games.asked(0, "m" + head.version());
      if (head.version() % 6 == 5) entry = entry.with(Games.turn((int) head.version()));
      var outcome = node.games.commit(game.id(), head, entry);
      assertThat(outcome).isInstanceOf(Commit.Committed.class);
      head = ((Commit.Committed) outcome).head();
    }
    return head;
  }

  /** Every version once, each following on the one before. */
  private static void assertJournaled(Node node, NewGame game, long version) {
    assertThat(node.drainer.awaitJournaled(game.id(), version, SOON)).isTrue();
    var rows = node.journal.rows(game.id());
    assertThat(rows)
        .extracting(row -> row.head().version())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, version).boxed().toList());
    var digest = game.head();
    for (JournalRow row : rows) {
      digest = digest.after(row.record());
      assertThat(row.head().digest()).isEqualTo(digest.digest());
    }
    assertThat(node.drainer.contradictions()).isZero();
  }

  private static EmbeddedStore redis() {
    return stores.store(Kind.REDIS);
  }

  private static RedisFiles files() {
    return RedisFiles.under(directory);
  }

  private static EmbeddedStore postgres() {
    return stores.store(Kind.POSTGRES);
  }
}
