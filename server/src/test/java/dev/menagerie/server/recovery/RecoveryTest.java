package dev.menagerie.server.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.server.background.Ticker;
import dev.menagerie.server.game.ClockOp;
import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.Ending;
import dev.menagerie.server.game.GameClock;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameIds;
import dev.menagerie.server.game.Games;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.History;
import dev.menagerie.server.game.InMemoryGameJournal;
import dev.menagerie.server.game.InMemoryGameStore;
import dev.menagerie.server.game.InstallResult;
import dev.menagerie.server.game.Intent;
import dev.menagerie.server.game.JournalEntry;
import dev.menagerie.server.game.ManualClock;
import dev.menagerie.server.game.MissedRecords;
import dev.menagerie.server.game.NewGame;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.Outbox;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.game.StoredRecord;
import dev.menagerie.server.journal.Drainer;
import dev.menagerie.server.journal.RecentEntries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecoveryTest {
  private final ManualClock clock = new ManualClock();
  private final InMemoryGameStore store = new InMemoryGameStore(clock, 4_096);
  private final InMemoryGameJournal journal = new InMemoryGameJournal(clock, History.COMPOSER);
  private final Node warm = new Node();
  private final Node cold = new Node();

  private final class Node {
    final NodeId id = NodeId.fresh();
    final RecentEntries recent = new RecentEntries();
    final Recovery recovery = new Recovery(store, store, journal, journal, recent, id);
    final GuardedGameStore games = new GuardedGameStore(store, recent, recovery);
    final Drainer drainer = new Drainer(store, journal, store);
  }

  /** A server recovers before it serves. */
  @BeforeEach
  void recovered() {
    warm.recovery.recover();
    warm.recovery.alive();
    cold.recovery.recover();
    cold.recovery.alive();
  }

  @Test
  void freshStoreIsCertifiedAtOnce() {
    for (var partition : Partition.all()) {
      assertThat(store.certified(partition)).contains(store.run().id());
      assertThat(journal.certified(partition)).contains(store.run().id());
    }
  }

  @Test
  void storeThatKeptEverythingGoesOnInItsEpoch() {
    var game = created(warm);
    var head = play(warm, game, game.head(), 3);
    store.restart();
    var next = play(cold, game, head, 1);
    assertThat(next.epoch()).isEqualTo(1);
    assertThat(journal.rows(game.id())).hasSize(3);
  }

  /** A dead node may have acknowledged commits that store and journal both lack. */
  @Test
  void everythingGoesOnInANewEpochIfANodeHandsInNothing() {
    var game = created(warm);
    var head = play(warm, game, game.head(), 3);
    journal.alive(NodeId.fresh());
    clock.pass(Recovery.SEEN_WITHIN.plusSeconds(1));
    store.restart();
    assertThat(cold.games.load(game.id()).orElseThrow().head()).isEqualTo(head.inEpoch(2));
    assertThat(warm.recovery.lost() + cold.recovery.lost()).isZero();
  }

  @Test
  void aNodeThatIsDeadForLongChangesNothing() {
    journal.alive(NodeId.fresh());
    clock.pass(Duration.ofHours(1));
    var game = created(warm);
    var head = play(warm, game, game.head(), 3);
    store.restart();
    assertThat(cold.games.load(game.id()).orElseThrow().head()).isEqualTo(head);
  }

  @Test
  void aGroupWaitsForTheRecoveryOfItsPartition() {
    var first = created(warm);
    var second = Games.begun(GameIds.beside(first.id()));
    warm.games.install(second);
    store.restart();

    var outcomes =
        warm.games.commitAll(
            List.of(
                new Intent(first.id(), first.head(), Games.byService("x")),
                new Intent(second.id(), second.head().inEpoch(9), Games.byService("y"))));

    var done = (Commit.Committed) outcomes.getFirst();
    assertThat(outcomes.getLast()).isEqualTo(new Commit.Conflict(second.head()));
    assertThat(warm.recent.entries()).extracting(JournalEntry::head).containsExactly(done.head());
  }

  @Test
  void emptyStoreIsRestoredFromTheJournalAndTheNodesMemory() {
    var game = created(warm);
    var head = play(warm, game, game.head(), 5);
    warm.drainer.drain(Set.of(Partition.of(game.id())));
    head = play(warm, game, head, 3);
    store.restartEmpty();
    var loaded = cold.games.load(game.id()).orElseThrow();
    assertThat(loaded.head()).isEqualTo(head.inEpoch(2));
    assertThat(loaded.header()).isEqualTo(game.header());
    assertThat(cold.games.commit(game.id(), loaded.head(), Games.asked(0, "m7")))
        .isEqualTo(new Commit.Duplicate(1, 8, Optional.of("{\"ok\":\"m7\"}")));
    assertThat(play(cold, game, loaded.head(), 1).epoch()).isEqualTo(2);
  }

  @Test
  void storeEmptiedWhileItRunsIsRestoredFromTheJournalAndTheNodesMemory() {
    var game = created(warm);
    var head = play(warm, game, game.head(), 5);
    warm.drainer.drain(Set.of(Partition.of(game.id())));
    head = play(warm, game, head, 3);
    store.flush();
    warm.recovery.watch();
    var loaded = cold.games.load(game.id()).orElseThrow();
    assertThat(loaded.head()).isEqualTo(head.inEpoch(2));
    assertThat(play(cold, game, loaded.head(), 1).epoch()).isEqualTo(2);
    assertThat(warm.recovery.lost()).isZero();
    assertThat(cold.recovery.lost()).isZero();
  }

  @Test
  void tailsAreKeptUntilTheOutboxOfTheirRunIsDrained() {
    var game = created(warm);
    play(warm, game, game.head(), 3);
    var partition = Partition.of(game.id());
    var remembered = warm.recent.entries();
    store.flush();
    cold.recovery.recover();
    var backlog = store.backlog(partition).orElseThrow();

    warm.recent.journaled(partition, warm.recent.mark(partition), backlog.oldest(), backlog.run());

    assertThat(warm.recent.entries()).isEqualTo(remembered);
  }

  @Test
  void oneGameThatIsMissingIsRestoredWhenItIsAskedFor() {
    var game = created(warm);
    var other = created(warm);
    var head = play(warm, game, game.head(), 3);
    warm.drainer.drain(Set.of(Partition.of(game.id())));
    head = play(warm, game, head, 2);
    store.lose(game.id());

    var loaded = cold.games.load(game.id()).orElseThrow();

    assertThat(loaded.head()).isEqualTo(head.inEpoch(2));
    assertThat(play(warm, game, loaded.head(), 1).epoch()).isEqualTo(2);
    assertThat(warm.games.load(other.id()).orElseThrow().head()).isEqualTo(other.head());
    assertThat(cold.games.load(GameId.fresh())).isEmpty();
  }

  @Test
  void oneThatWasDeletedJustAfterItsCreationIsRestored() {
    var game = created(warm);
    store.lose(game.id());
    assertThat(cold.games.load(game.id()).orElseThrow().head()).isEqualTo(game.head().inEpoch(2));
  }

  /** The rules would refuse the repeat, as it is done already. */
  @Test
  void oneThatWasDeletedStillKnowsItsRequests() {
    var game = created(warm);
    play(warm, game, game.head(), 2);
    store.lose(game.id());
    assertThat(cold.games.reply(game.id(), Games.request(0, "m1")))
        .containsInstanceOf(Commit.Duplicate.class);
    assertThat(cold.games.reply(GameId.fresh(), Games.request(0, "m1"))).isEmpty();
  }

  /** Or its node was killed in between; the slow one takes it for the game that it installs. */
  @Test
  void gameThatIsAskedForWhileItIsCreatedIsInstalledOnce() {
    var game = Games.begun(GameId.fresh());
    journal.create(game, Optional.empty());
    var head = cold.games.load(game.id()).orElseThrow().head();
    assertThat(warm.games.install(game))
        .isInstanceOfSatisfying(
            InstallResult.Installed.class,
            installed -> assertThat(installed.head()).isEqualTo(head));
    assertThat(play(warm, game, head, 1)).isEqualTo(cold.games.head(game.id()).orElseThrow());
  }

  @Test
  void storeOfAnotherInstallationIsRefused() {
    var strange = new InMemoryGameJournal(clock, History.COMPOSER);
    var node = new Recovery(store, store, strange, strange, new RecentEntries(), NodeId.fresh());

    assertThatThrownBy(node::requirePair).isInstanceOf(MismatchedStores.class);

    store.flush();
    node.requirePair();
    node.recover();
    node.requirePair();
    assertThatThrownBy(warm.recovery::requirePair).isInstanceOf(MismatchedStores.class);
  }

  @Test
  void restartedStoreAndItsJournalStayAPair() {
    store.restart();
    warm.recovery.requirePair();
    store.restartEmpty();
    warm.recovery.requirePair();
  }

  @Test
  void lostLastMomentIsMadeGoodByTheNodeThatRemembersIt() {
    var game = created(warm);
    var head = play(warm, game, game.head(), 4);
    store.forgetSince(game.id(), 2);
    store.restart();
    var loaded = warm.games.load(game.id()).orElseThrow();
    assertThat(loaded.head()).isEqualTo(head.inEpoch(2));
    assertThat(warm.recent.entries()).isEmpty();
  }

  @Test
  void whatANodeRemembersMayContinueWhatOnlyTheOutboxHas() {
    var game = created(warm);
    var head = play(new Node(), game, game.head(), 1); // by a node that is killed at once
    head = play(warm, game, head, 2);
    store.forgetSince(game.id(), 1);
    store.restart();
    assertThat(cold.games.load(game.id()).orElseThrow().head()).isEqualTo(head.inEpoch(2));
    assertThat(warm.recovery.lost() + cold.recovery.lost()).isZero();
  }

  @Test
  void storeBehindTheJournalCannotForkTheGame() {
    var game = created(warm);
    var before = play(warm, game, game.head(), 2);
    var head = play(warm, game, before, 2);
    warm.drainer.drain(Set.of(Partition.of(game.id())));
    store.forgetSince(game.id(), 2);
    store.restart();
    assertThat(cold.games.commit(game.id(), before, Games.asked(0, "fork")))
        .isEqualTo(new Commit.Conflict(head.inEpoch(2)));
  }

  @Test
  void finishedGameDoesNotComeBack() {
    var game = created(warm);
    var head = play(warm, game, game.head(), 2);
    var last =
        Games.byService("end")
            .with(Games.over(1))
            .with(new ClockOp.Stop())
            .ending(new Ending("resigned", Optional.empty()));
    warm.games.commit(game.id(), head, last);
    journal.append(
        store.oldest(Partition.of(game.id()), 10).stream().map(Outbox.Pending::entry).toList());
    store.forgetSince(game.id(), 2);
    store.restart();
    assertThat(cold.games.load(game.id())).isEmpty();
    assertThat(journal.finished(game.id())).isPresent();
  }

  @Test
  void gameInWhichNothingHappenedIsRestored() {
    var game = created(warm);
    store.restartEmpty();
    var loaded = warm.games.load(game.id()).orElseThrow();
    assertThat(loaded.head()).isEqualTo(game.head().inEpoch(2));
    assertThat(loaded.clock().deadline()).isPresent();
  }

  @Test
  void timeOfTheOutageIsGivenBack() {
    var game = created(warm);
    var started = Games.asked(0, "turn").with(new ClockOp.Start(Duration.ofMinutes(1)));
    var head = ((Commit.Committed) warm.games.commit(game.id(), game.head(), started)).head();
    clock.pass(Duration.ofMinutes(10));
    store.restartEmpty();
    var clockNow = warm.games.clock(game.id()).orElseThrow();
    assertThat(clockNow.remaining()).contains(Duration.ofMinutes(1));
    assertThat(warm.games.commit(game.id(), head.inEpoch(2), Games.ranOut("timeout")))
        .isInstanceOf(Commit.TooEarly.class);
  }

  @Test
  void missedRecordsComeFromTheJournalAndTheStoreTogether() {
    var missed = new MissedRecords(warm.games, journal);
    var game = created(warm);
    var head = play(warm, game, game.head(), 150);
    warm.drainer.drain(Set.of(Partition.of(game.id())));
    head = play(warm, game, head, 30);
    assertThat(versions(missed.since(game.id(), 1, 1).orElseThrow())).hasSize(179);
    assertThat(versions(missed.since(game.id(), 1, 175).orElseThrow()))
        .containsExactly(176L, 177L, 178L, 179L, 180L);
    assertThat(missed.since(game.id(), 1, 180)).contains(List.of());
    assertThat(missed.since(game.id(), 1, 181)).isEmpty();
    assertThat(missed.since(game.id(), 2, 175)).isEmpty();
    play(warm, game, head, 100);
    assertThat(missed.since(game.id(), 1, 1)).isEmpty();
  }

  @Test
  void unjournaledGapIsNotPaperedOver() {
    var missed = new MissedRecords(warm.games, journal);
    var game = created(warm);
    play(warm, game, game.head(), 100);
    assertThat(missed.since(game.id(), 1, 10)).isEmpty();
    assertThat(missed.since(game.id(), 1, 80)).isPresent();
  }

  /** A node that was thought dead, and was only slow. */
  @Test
  void aLateTailIsCountedAsLostAndChangesNothing() {
    var game = created(warm);
    var head = game.head();
    for (int i = 0; i < 4; i++) {
      var commit = store.commit(game.id(), head, Games.asked(0, "m" + i));
      head = ((Commit.Committed) commit).head();
    }
    var remembered = new RecentEntries();
    store.oldest(Partition.of(game.id()), 10).forEach(p -> remembered.add(p.entry()));
    store.forgetSince(game.id(), 1);
    store.restart();
    cold.recovery.recover();
    var kept = cold.games.head(game.id()).orElseThrow();
    try (var late = new Recovery(store, store, journal, journal, remembered, NodeId.fresh())) {
      late.recover();
      assertThat(late.lost()).isEqualTo(3);
    }
    assertThat(cold.games.head(game.id())).contains(kept);
    play(cold, game, kept, 1);
  }

  @Test
  void memoryIsBounded() {
    var game = created(warm);
    var recent = new RecentEntries();
    var guarded = new GuardedGameStore(store, recent, warm.recovery);
    var entry =
        new JournalEntry(
            game.id(),
            game.head().after("{}"),
            clock.instant(),
            Games.byService("x"),
            GameClock.NONE);
    while (recent.hasRoom(Partition.of(game.id()))) recent.add(entry);
    assertThat(guarded.commit(game.id(), game.head(), Games.byService("y")))
        .isEqualTo(new Commit.Full());
    recent.journaled(
        Partition.of(game.id()),
        recent.mark(Partition.of(game.id())),
        Optional.empty(),
        store.run().id());
    assertThat(guarded.commit(game.id(), game.head(), Games.byService("y")))
        .isInstanceOf(Commit.Committed.class);
  }

  @Test
  void recoveryThatAnotherNodeIsAtIsWaitedForAndNoLonger() {
    var other = new InMemoryGameStore(clock, 4_096);
    var hasty =
        new Recovery(
            other,
            other,
            journal,
            journal,
            new RecentEntries(),
            warm.id,
            Duration.ofMillis(20),
            Ticker.SYSTEM);
    journal.exclusively(
        () -> assertThatThrownBy(hasty::recover).hasMessage("redis is unavailable"));
    hasty.recover();
    assertThat(other.certified(new Partition(0))).contains(other.run().id());
  }

  /** An empty store beside a journal with one game, and a node that does not wait for others. */
  private final class Emptied {
    final InMemoryGameStore store = new InMemoryGameStore(clock, 4_096);
    final InMemoryGameJournal journal = new InMemoryGameJournal(clock, History.COMPOSER);
    final NewGame game = Games.begun(GameId.fresh());
    final RecentEntries recent = new RecentEntries();
    final Recovery recovery =
        new Recovery(
            store,
            store,
            journal,
            journal,
            recent,
            NodeId.fresh(),
            Duration.ofMillis(20),
            Ticker.SYSTEM);

    Emptied() {
      journal.create(game, Optional.empty());
    }

    void triesWhileAnotherNodeRecovers() {
      journal.exclusively(
          () -> assertThatThrownBy(recovery::recover).hasMessage("redis is unavailable"));
    }
  }

  @Test
  void eachNodeSeesHowFarTheRecoveryIsWhicheverNodeDoesIt() {
    var emptied = new Emptied();
    var took = new ArrayList<Duration>();
    emptied.recovery.progress().observe(took::add);

    emptied.triesWhileAnotherNodeRecovers();
    assertThat(emptied.recovery.progress().waiting())
        .isEqualTo(new RecoveryProgress.Waiting(Partition.COUNT, 1));
    assertThat(took).isEmpty();

    emptied.recovery.recover();
    assertThat(emptied.recovery.progress().isRecovering()).isFalse();
    assertThat(took).hasSize(1);
  }

  /** The store's list of a user's games is as empty as the store. */
  @Test
  void theListOfAUsersGamesIsWholeWhileARecoveryIsUnderWay() {
    var emptied = new Emptied();
    var games = new GuardedGameStore(emptied.store, emptied.recent, emptied.recovery);

    emptied.triesWhileAnotherNodeRecovers();

    assertThat(games.activeGamesOf(Games.ADA)).containsExactly(emptied.game.id());
  }

  private NewGame created(Node node) {
    var game = Games.begun(GameId.fresh());
    journal.create(game, Optional.empty());
    assertThat(node.games.install(game)).isInstanceOf(InstallResult.Installed.class);
    return game;
  }

  private static Head play(Node node, NewGame game, Head from, int commits) {
    var head = from;
    for (int i = 0; i < commits; i++) {
      var entry = Games.asked(0, "m" + head.version());
      if (head.version() % 40 == 39) entry = entry.with(Games.turn((int) head.version()));
      head = ((Commit.Committed) node.games.commit(game.id(), head, entry)).head();
    }
    return head;
  }

  private static List<Long> versions(List<StoredRecord> records) {
    return records.stream().map(StoredRecord::version).toList();
  }
}
