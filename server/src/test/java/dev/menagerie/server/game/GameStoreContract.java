package dev.menagerie.server.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.server.background.Ticker;
import dev.menagerie.server.journal.PartitionLeases;
import dev.menagerie.server.recovery.RestorableGame;
import dev.menagerie.server.recovery.RestoredClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The promises of a store of running games; every implementation keeps all of them. */
public abstract class GameStoreContract {
  private static final Duration TURN = Duration.ofMillis(200);
  private static final Duration LEASE = Duration.ofSeconds(10);
  private static final Duration TURN_AND_MORE = Duration.ofMillis(250);

  /** A certified store; another store's games do not matter. */
  protected abstract StorePorts stores();

  /** A second node's view of the same store. */
  protected abstract StorePorts other();

  /** Lets the store's time pass. */
  protected abstract void pass(Duration time);

  /** The bound of the outbox, small enough to be reached. */
  protected abstract int outboxBound();

  /** Everything may be deleted between the comparison with the journal and the certificate. */
  @Test
  void aPartitionIsCertifiedForTheDataItWasComparedWithOnly() {
    var store = stores().restoration();
    var partition = Partition.all().getFirst();
    var before = store.certified(partition);
    var run = store.run();
    assertThat(store.certify(partition, StoreRun.of(run.of(partition) + "x"))).isFalse();
    assertThat(store.certified(partition)).isEqualTo(before);
    assertThat(store.certify(partition, run)).isTrue();
    assertThat(store.certified(partition))
        .contains(run.of(partition))
        .contains(store.run(partition));
    assertThat(store.certified(run)).contains(partition);
  }

  @Test
  void aNewGameHasVersionZero() {
    var game = Games.waiting(GameId.fresh());
    var installed = (InstallResult.Installed) stores().games().install(game);
    assertThat(installed.head()).isEqualTo(game.head());
    assertThat(installed.clock().deadline()).isPresent();

    var loaded = loaded(game.id());
    assertThat(loaded.header()).isEqualTo(game.header());
    assertThat(loaded.head()).isEqualTo(game.head());
    assertThat(loaded.snapshot()).isEqualTo("{\"state\":0}");
    assertThat(loaded.since()).isEmpty();
    assertThat(loaded.clock()).isEqualTo(installed.clock());
    assertThat(loaded.ending()).isEmpty();
  }

  @Test
  void installingTwiceKeepsTheFirstGame() {
    var game = installed();
    var head = committed(game, game.head(), Games.asked(0, "a")).head();
    var again = (InstallResult.Installed) stores().games().install(game);
    assertThat(again.head()).isEqualTo(head);
  }

  @Test
  void commitMovesTheHeadByOneAndKeepsTheRecord() {
    var game = installed();
    var entry = Games.asked(0, "a");
    var committed = committed(game, game.head(), entry);
    assertThat(committed.head()).isEqualTo(game.head().after(entry.record()));
    var loaded = loaded(game.id());
    assertThat(loaded.head()).isEqualTo(committed.head());
    assertThat(loaded.since()).containsExactly(new StoredRecord(1, committed.at(), entry.record()));
  }

  @Test
  void sameMessageTwiceCommitsOnce() {
    var game = installed();
    var entry = Games.asked(0, "a");
    var first = committed(game, game.head(), entry);
    var later = committed(game, first.head(), Games.asked(1, "b"));
    var duplicate = new Commit.Duplicate(1, 1, Optional.of(entry.reply()));
    assertThat(other().games().commit(game.id(), game.head(), entry)).isEqualTo(duplicate);
    assertThat(stores().games().commit(game.id(), later.head(), entry)).isEqualTo(duplicate);
    assertThat(stores().games().head(game.id())).contains(later.head());
  }

  @Test
  void sameIdOfAnotherSeatIsAnotherRequest() {
    var game = installed();
    var first = committed(game, game.head(), Games.asked(0, "a"));
    assertThat(committed(game, first.head(), Games.asked(1, "a")).head().version()).isEqualTo(2);
  }

  @Test
  void sameIdForSomethingElseIsRefused() {
    var game = installed();
    var head = committed(game, game.head(), Games.asked(0, "a")).head();
    var other =
        Entry.of(new Cause.Asked(Request.of(0, new MessageId("a"), "other")), "{\"x\":1}", "{}");
    assertThat(stores().games().commit(game.id(), head, other)).isEqualTo(new Commit.Reused(1, 1));
    assertThat(stores().games().head(game.id())).contains(head);
  }

  @Test
  void strangeMessageIdsAreKeptApart() {
    var game = installed();
    var head = game.head();
    for (var id : List.of("1:a", "a:1", "{g00}", "a b", "ä", "'\"\\", "0", "*")) {
      head = committed(game, head, Games.asked(0, id)).head();
    }
    assertThat(stores().games().reply(game.id(), Games.request(0, "ä")))
        .contains(new Commit.Duplicate(1, 5, Optional.of("{\"ok\":\"ä\"}")));
  }

  @Test
  void staleHeadIsRefused() {
    var game = installed();
    var head = committed(game, game.head(), Games.asked(0, "a")).head();
    assertThat(stores().games().commit(game.id(), game.head(), Games.asked(0, "b")))
        .isEqualTo(new Commit.Conflict(head));
    var sameVersion = new Head(1, 1, "0".repeat(64));
    assertThat(stores().games().commit(game.id(), sameVersion, Games.asked(0, "b")))
        .isEqualTo(new Commit.Conflict(head));
    assertThat(loaded(game.id()).since()).hasSize(1);
  }

  @Test
  void gameThatIsNotThereIsMissing() {
    var game = Games.begun(GameId.fresh());
    assertThat(stores().games().commit(game.id(), game.head(), Games.asked(0, "a")))
        .isEqualTo(new Commit.Missing());
    assertThat(stores().games().load(game.id())).isEmpty();
    assertThat(stores().games().head(game.id())).isEmpty();
    assertThat(stores().games().clock(game.id())).isEmpty();
  }

  @Test
  void eachCommitOfAGroupIsIndependent() {
    var moves = installed();
    var stale = together(moves);
    var repeated = together(moves);
    var early = together(moves);
    var ends = together(moves);
    var missing = Games.begun(GameIds.beside(moves.id()));
    var last = together(moves);
    var staleAt = committed(stale, stale.head(), Games.asked(0, "a")).head();
    var again = Games.asked(0, "again");
    var repeatedAt = committed(repeated, repeated.head(), again).head();
    var ending = new Ending("resigned", Optional.of(Games.BOB));
    var resigned =
        Games.asked(0, "resign").with(Games.over(4)).with(new ClockOp.Stop()).ending(ending);
    var heard = new CopyOnWriteArrayList<Hints.Hint>();
    try (var _ = other().hints().subscribe(heard::add)) {
      other().hints().follow(List.of(moves.id(), stale.id(), ends.id(), last.id()));
      var outcomes =
          stores()
              .games()
              .commitAll(
                  List.of(
                      intent(moves, Games.asked(1, "m").with(new ClockOp.Start(TURN))),
                      intent(stale, Games.asked(0, "b")),
                      intent(repeated, again),
                      intent(early, Games.ranOut("timeout")),
                      intent(ends, resigned),
                      intent(missing, Games.byService("x")),
                      intent(last, Games.byService("y").with(Games.turn(2)))));

      var moved = (Commit.Committed) outcomes.get(0);
      assertThat(moved.clock().deadline()).contains(moved.at().plus(TURN));
      assertThat(outcomes.get(1)).isEqualTo(new Commit.Conflict(staleAt));
      assertThat(outcomes.get(2)).isEqualTo(new Commit.Duplicate(1, 1, Optional.of(again.reply())));
      assertThat(outcomes.get(3)).isInstanceOf(Commit.TooEarly.class);
      var ended = (Commit.Committed) outcomes.get(4);
      assertThat(outcomes.get(5)).isEqualTo(new Commit.Missing());
      var lastOne = (Commit.Committed) outcomes.get(6);

      assertThat(loaded(moves.id()).head()).isEqualTo(moved.head());
      assertThat(loaded(moves.id()).since()).hasSize(1);
      assertThat(loaded(stale.id()).head()).isEqualTo(staleAt);
      assertThat(loaded(repeated.id()).head()).isEqualTo(repeatedAt);
      assertThat(loaded(early.id()).head()).isEqualTo(early.head());
      assertThat(loaded(ends.id()).ending()).contains(ending);
      assertThat(loaded(last.id()).snapshot()).isEqualTo("{\"state\":2}");
      var partition = Partition.of(moves.id());
      assertThat(stores().outbox().oldest(partition, 1_000))
          .extracting(pending -> pending.entry().head())
          .contains(moved.head(), ended.head(), lastOne.head());
      assertThat(swept(partition, TURN).due())
          .contains(new Deadlines.Due(moves.id(), moved.at().plus(TURN)));
      assertThat(swept(partition, Duration.ofDays(1)).due())
          .extracting(Deadlines.Due::game)
          .contains(early.id(), last.id())
          .doesNotContain(ends.id());
      Awaitility.await()
          .untilAsserted(() ->
              assertThat(heard)
                  .filteredOn(Hints.Hint.Moved.class::isInstance)
                  .extracting(hint -> ((Hints.Hint.Moved) hint).game())
                  .contains(moves.id(), ends.id(), last.id()));
    }
  }

  @Test
  void onlyGamesOfOnePartitionAreCommittedTogetherAndNoneTwice() {
    var game = installed();
    var elsewhere = Games.begun(GameIds.awayFrom(game.id()));
    var move = intent(game, Games.byService("x"));

    for (var wrong : List.of(List.of(move, move), List.of(move, intent(elsewhere, move.entry())))) {
      assertThatThrownBy(() -> stores().games().commitAll(wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> stores().games().commitAll(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(loaded(game.id()).head()).isEqualTo(game.head());
  }

  @Test
  void aGroupFillsTheOutboxEntryByEntry() {
    var first = installed();
    var second = together(first);
    var partition = Partition.of(first.id());
    int room = outboxBound() - (int) backlog(partition);
    var head = first.head();
    for (int i = 1; i < room; i++) {
      head = committed(first, head, Games.byService("m" + i).with(Games.turn(i))).head();
    }

    var outcomes =
        stores()
            .games()
            .commitAll(
                List.of(
                    new Intent(first.id(), head, Games.byService("x").with(Games.turn(0))),
                    intent(second, Games.byService("y"))));

    assertThat(outcomes.getFirst()).isInstanceOf(Commit.Committed.class);
    assertThat(outcomes.getLast()).isEqualTo(new Commit.Full());
    assertThat(backlog(partition)).isEqualTo(outboxBound());
  }

  @Test
  void gamesOfSeveralPartitionsAreCommittedTogether() {
    var first = installed();
    var second = together(first);
    var away = installed(Games.begun(GameIds.awayFrom(first.id())));
    var stale = together(away);
    var staleAt = committed(stale, stale.head(), Games.asked(0, "a")).head();

    var outcomes =
        stores()
            .games()
            .commitAsync(
                List.of(
                    intent(first, Games.asked(0, "m").with(new ClockOp.Start(TURN))),
                    intent(second, Games.byService("x")),
                    intent(away, Games.byService("y").with(new ClockOp.Start(TURN))),
                    intent(stale, Games.asked(0, "b"))))
            .toCompletableFuture()
            .join();

    for (int i = 0; i < 3; i++) {
      var game = List.of(first, second, away).get(i);
      var done = (Commit.Committed) outcomes.get(i);
      assertThat(loaded(game.id()).head()).isEqualTo(done.head());
      assertThat(stores().outbox().oldest(Partition.of(game.id()), 1_000))
          .extracting(pending -> pending.entry().head())
          .contains(done.head());
    }
    assertThat(outcomes.get(3)).isEqualTo(new Commit.Conflict(staleAt));
    for (var game : List.of(first, away)) {
      assertThat(swept(Partition.of(game.id()), TURN).due())
          .extracting(Deadlines.Due::game)
          .contains(game.id());
    }
  }

  private static Intent intent(NewGame game, Entry entry) {
    return new Intent(game.id(), game.head(), entry);
  }

  /** Another game, in the same partition. */
  private NewGame together(NewGame other) {
    var game = Games.begun(GameIds.beside(other.id()));
    assertThat(stores().games().install(game)).isInstanceOf(InstallResult.Installed.class);
    return game;
  }

  @Test
  void checkpointTakesThePlaceOfTheRecordsBeforeIt() {
    var game = installed();
    var head = committed(game, game.head(), Games.asked(0, "a")).head();
    head = committed(game, head, Games.asked(0, "b").with(Games.turn(2))).head();
    head = committed(game, head, Games.asked(1, "c")).head();
    var loaded = loaded(game.id());
    assertThat(loaded.snapshot()).isEqualTo("{\"state\":2}");
    assertThat(loaded.snapshotVersion()).isEqualTo(2);
    assertThat(loaded.since()).extracting(StoredRecord::version).containsExactly(3L);
    assertThat(loaded.head()).isEqualTo(head);
  }

  @Test
  void overdueCheckpointIsOurMistake() {
    var game = installed();
    var head = many(game, game.head(), GameStore.RECENT_RECORDS);
    assertThat(loaded(game.id()).since()).hasSize(GameStore.RECENT_RECORDS);
    assertThatThrownBy(() -> stores().games().commit(game.id(), head, Games.byService("late")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("checkpoint");
    committed(game, head, Games.byService("late").with(Games.turn(1)));
  }

  @Test
  void recentRecordsStayAtHandBehindACheckpoint() {
    var game = installed();
    int recent = GameStore.RECENT_RECORDS;
    var head = many(game, game.head(), recent);
    head = committed(game, head, Games.byService("boundary").with(Games.turn(1))).head();
    head = many(game, head, 3);
    long last = recent + 4L;
    assertThat(head.version()).isEqualTo(last);
    assertThat(stores().games().recordsAfter(game.id(), 1, last)).contains(List.of());
    assertThat(stores().games().recordsAfter(game.id(), 1, 4))
        .hasValueSatisfying(records ->
            assertThat(records)
                .extracting(StoredRecord::version)
                .containsExactlyElementsOf(LongStream.rangeClosed(5, last).boxed().toList()));
    assertThat(stores().games().recordsAfter(game.id(), 1, 3)).isEmpty();
    assertThat(stores().games().recordsAfter(game.id(), 1, last + 1)).isEmpty();
    assertThat(stores().games().recordsAfter(game.id(), 2, last)).isEmpty();
    assertThat(loaded(game.id()).since()).hasSize(3);
  }

  @Test
  void theLastRepliesAreKeptAndOlderOnesAreOnlyKnown() {
    var game = installed();
    var head = game.head();
    for (int i = 1; i <= GameStore.WHOLE_REPLIES + 1; i++) {
      head = committed(game, head, Games.asked(0, "m" + i).with(Games.turn(i))).head();
    }
    assertThat(stores().games().reply(game.id(), Games.request(0, "m1")))
        .contains(new Commit.Duplicate(1, 1, Optional.empty()));
    assertThat(stores().games().reply(game.id(), Games.request(0, "m2")))
        .contains(new Commit.Duplicate(1, 2, Optional.of("{\"ok\":\"m2\"}")));
    assertThat(stores().games().reply(game.id(), Games.request(0, "never"))).isEmpty();
    assertThat(stores().games().reply(GameId.fresh(), Games.request(0, "m1")))
        .contains(new Commit.Missing());
    assertThat(stores().games().commit(game.id(), head, Games.asked(0, "m1")))
        .isEqualTo(new Commit.Duplicate(1, 1, Optional.empty()));
  }

  @Test
  void deadlineMovesWithTheCommit() {
    var game = installed();
    var committed = committed(game, game.head(), Games.asked(0, "a").with(new ClockOp.Start(TURN)));
    assertThat(committed.clock().deadline()).contains(committed.at().plus(TURN));
    assertThat(committed.clock().number()).isEqualTo(2);
    var reading = stores().games().clock(game.id()).orElseThrow();
    assertThat(reading.clock()).isEqualTo(committed.clock());
    assertThat(reading.remaining().orElseThrow()).isLessThanOrEqualTo(TURN);
  }

  @Test
  void clockRunsOutAtItsDeadlineAndNotBefore() {
    var game = installed();
    var head =
        committed(game, game.head(), Games.asked(0, "a").with(new ClockOp.Start(TURN))).head();
    var early = stores().games().commit(game.id(), head, Games.ranOut("timeout"));
    assertThat(early).isInstanceOf(Commit.TooEarly.class);
    pass(TURN_AND_MORE);
    var late = committed(game, head, Games.ranOut("timeout").with(new ClockOp.Stop()));
    assertThat(late.clock().deadline()).isEmpty();
    assertThat(stores().games().commit(game.id(), late.head(), Games.ranOut("again")))
        .isInstanceOf(Commit.TooEarly.class);
  }

  @Test
  void clockPausesDuringAChoice() {
    var game = installed();
    var first =
        committed(game, game.head(), Games.asked(0, "a").with(new ClockOp.Start(Games.LONG)));
    var choice =
        committed(game, first.head(), Games.asked(0, "b").with(new ClockOp.PauseAndStart(TURN)));
    assertThat(choice.clock().deadline()).contains(choice.at().plus(TURN));
    var left = Duration.between(choice.at(), first.clock().deadline().orElseThrow());
    assertThat(choice.clock().paused()).contains(left);
    var nested =
        committed(game, choice.head(), Games.asked(1, "c").with(new ClockOp.PauseAndStart(TURN)));
    assertThat(nested.clock().paused()).contains(left);
    pass(TURN);
    var resumed = committed(game, nested.head(), Games.asked(1, "d").with(new ClockOp.Resume()));
    assertThat(resumed.clock().deadline()).contains(resumed.at().plus(left));
    assertThat(resumed.clock().paused()).isEmpty();
    var extended =
        committed(game, resumed.head(), Games.byService("grace").with(new ClockOp.Extend(TURN)));
    assertThat(extended.clock().deadline()).contains(resumed.at().plus(left).plus(TURN));
    var kept = committed(game, extended.head(), Games.asked(0, "e"));
    assertThat(kept.clock()).isEqualTo(extended.clock());
    var stopped = committed(game, kept.head(), Games.asked(0, "f").with(new ClockOp.Stop()));
    assertThat(stopped.clock())
        .isEqualTo(
            new GameClock(extended.clock().number() + 1, Optional.empty(), Optional.empty()));
    var nothing = committed(game, stopped.head(), Games.byService("x").with(new ClockOp.Resume()));
    assertThat(nothing.clock().deadline()).isEmpty();
    assertThat(
            committed(game, nothing.head(), Games.byService("y").with(new ClockOp.Extend(TURN)))
                .clock()
                .deadline())
        .isEmpty();
  }

  @Test
  void whatACapCutsOffAClockIsKeptForItsEnd() {
    var game = installed();
    var cap = new ClockOp.Capped(new ClockOp.Keep(), TURN);
    var whole =
        committed(game, game.head(), Games.asked(0, "a").with(new ClockOp.Start(Games.LONG)));
    var end = whole.clock().deadline().orElseThrow();
    var head = whole.head();
    for (int i = 0; i < 3; i++) {
      var cut = committed(game, head, Games.byService("left" + i).with(cap));
      assertThat(cut.clock().deadline()).contains(cut.at().plus(TURN));
      assertThat(cut.clock().paused()).contains(Duration.between(cut.at().plus(TURN), end));
      pass(Duration.ofMillis(1));
      var whole2 =
          committed(game, cut.head(), Games.byService("back" + i).with(new ClockOp.Uncap()));
      assertThat(whole2.clock().deadline()).as("no time is earned").contains(end);
      assertThat(whole2.clock().paused()).isEmpty();
      assertThat(whole2.clock().number()).isEqualTo(whole.clock().number() + 2L * (i + 1));
      head = whole2.head();
    }
    var started =
        committed(
            game,
            head,
            Games.asked(0, "b").with(new ClockOp.Capped(new ClockOp.Start(Games.LONG), TURN)));
    assertThat(started.clock().deadline()).contains(started.at().plus(TURN));
    assertThat(started.clock().paused()).contains(Games.LONG.minus(TURN));
    var asked =
        committed(game, started.head(), Games.asked(0, "c").with(new ClockOp.PauseAndStart(TURN)));
    var resumed =
        committed(
            game,
            asked.head(),
            Games.asked(1, "d").with(new ClockOp.Capped(new ClockOp.Resume(), TURN)));
    assertThat(resumed.clock().deadline()).contains(resumed.at().plus(TURN));
    assertThat(resumed.clock().paused()).contains(Games.LONG.minus(TURN).minus(TURN));
    var shorter =
        committed(
            game,
            resumed.head(),
            Games.asked(0, "e").with(new ClockOp.Capped(new ClockOp.Start(TURN), Games.LONG)));
    assertThat(shorter.clock().deadline()).contains(shorter.at().plus(TURN));
    assertThat(shorter.clock().paused()).isEmpty();
    pass(TURN);
    var late = committed(game, shorter.head(), Games.ranOut("late").with(new ClockOp.Stop()));
    assertThat(late.clock().paused()).isEmpty();
  }

  @Test
  void aSweepReturnsDueAndNextDeadlines() {
    var game = installed();
    var partition = Partition.of(game.id());
    var committed = committed(game, game.head(), Games.asked(0, "a").with(new ClockOp.Start(TURN)));
    var due = new Deadlines.Due(game.id(), committed.clock().deadline().orElseThrow());
    assertThat(swept(partition, Duration.ZERO).due()).doesNotContain(due);
    assertThat(swept(partition, TURN).due()).contains(due);
    pass(TURN_AND_MORE);
    var sweep = swept(partition, Duration.ZERO);
    assertThat(sweep.due()).contains(due);
    assertThat(sweep.now()).isAfter(due.deadline());
    committed(game, committed.head(), Games.ranOut("x").with(new ClockOp.Stop()));
    assertThat(swept(partition, Games.LONG).due()).doesNotContain(due);
  }

  @Test
  void timeWithoutANodeIsGivenBack() {
    var game = installed();
    var partition = Partition.of(game.id());
    swept(partition, Duration.ZERO);
    var before = stores().games().clock(game.id()).orElseThrow();
    var outage = Deadlines.OUTAGE.plusMillis(200);
    pass(outage);
    var lost = swept(partition, Duration.ZERO).givenBack();
    assertThat(lost).isGreaterThanOrEqualTo(outage);
    var after = stores().games().clock(game.id()).orElseThrow();
    assertThat(after.clock()).isEqualTo(before.clock().givenBack(lost));
    assertThat(swept(partition, Duration.ZERO).givenBack()).isZero();
    assertThat(swept(partition, Games.LONG.plus(outage)).due())
        .contains(new Deadlines.Due(game.id(), after.clock().deadline().orElseThrow()));
  }

  @Test
  void noClockRunsOutInTimeThatIsStillToBeGivenBack() {
    var game = installed();
    var partition = Partition.of(game.id());
    var turn = Deadlines.OUTAGE.minusMillis(500);
    var started = committed(game, game.head(), Games.asked(0, "a").with(new ClockOp.Start(turn)));
    var deadline = started.clock().deadline().orElseThrow();
    swept(partition, Duration.ZERO);
    pass(Deadlines.OUTAGE.plusMillis(300));

    var woken = stores().games().commit(game.id(), started.head(), Games.ranOut("timeout"));
    assertThat(woken).isInstanceOf(Commit.TooEarly.class);
    var early = (Commit.TooEarly) woken;
    assertThat(early.now()).isAfter(deadline);
    assertThat(early.deadline().orElseThrow()).isAfter(early.now());

    var sweep = swept(partition, Duration.ZERO);
    assertThat(sweep.moved()).contains(game.id());
    var clock = stores().games().clock(game.id()).orElseThrow().clock();
    assertThat(clock.deadline()).contains(deadline.plus(sweep.givenBack()));
  }

  @Test
  void deadlineIsPutOffAsLongAsItIsThatOne() {
    var game = installed();
    var deadlines = stores().deadlines();
    var before = stores().games().clock(game.id()).orElseThrow().clock();
    var deadline = before.deadline().orElseThrow();
    deadlines.putOff(game.id(), deadline, TURN);
    deadlines.putOff(game.id(), deadline, TURN); // it has moved: nothing happens
    deadlines.putOff(GameId.fresh(), deadline, TURN);
    var after = stores().games().clock(game.id()).orElseThrow().clock();
    assertThat(after).isEqualTo(before.givenBack(TURN));
    assertThat(swept(Partition.of(game.id()), Games.LONG.plus(TURN)).due())
        .contains(new Deadlines.Due(game.id(), after.deadline().orElseThrow()));
  }

  @Test
  void everyCommitWaitsInTheOutboxUntilJournaled() {
    var game = installed();
    var partition = Partition.of(game.id());
    var entry = Games.asked(0, "ä").with(Games.turn(3)).with(new ClockOp.PauseAndStart(TURN));
    var first = committed(game, game.head(), entry);
    var second = committed(game, first.head(), Games.byService("b"));
    var pending = mine(partition, game.id());
    assertThat(pending)
        .extracting(Outbox.Pending::entry)
        .containsExactly(
            new JournalEntry(game.id(), first.head(), first.at(), entry, first.clock()),
            new JournalEntry(
                game.id(), second.head(), second.at(), Games.byService("b"), second.clock()));
    stores().outbox().journaled(List.of(pending.getFirst()));
    stores().outbox().journaled(List.of(pending.getFirst()));
    assertThat(mine(partition, game.id())).containsExactly(pending.getLast());
    var backlog = stores().outbox().backlog(partition).orElseThrow();
    assertThat(backlog.size()).isEqualTo(1);
    // A store may read its clock once for the commit and again for the outbox.
    var soon = Duration.ofSeconds(5);
    assertThat(backlog.oldest().orElseThrow()).isBetween(second.at(), second.at().plus(soon));
    assertThat(backlog.age()).isLessThan(soon);
  }

  @Test
  void fullOutboxIsBusyForNewGamesFirst() {
    var game = installed();
    var partition = Partition.of(game.id());
    var head = game.head();
    int room = outboxBound() - (int) backlog(partition);
    for (int i = 0; i < room; i++) {
      head = committed(game, head, Games.byService("m" + i).with(Games.turn(i))).head();
    }
    assertThat(backlog(partition)).isEqualTo(outboxBound());
    assertThat(stores().games().commit(game.id(), head, Games.asked(0, "x")))
        .isEqualTo(new Commit.Full());
    assertThat(stores().games().install(Games.begun(GameIds.in(partition))))
        .isEqualTo(new InstallResult.Full());
    drop(partition, 1);
    committed(game, head, Games.asked(0, "x"));
    drop(partition, outboxBound());
    assertThat(stores().games().install(Games.begun(GameIds.in(partition))))
        .isInstanceOf(InstallResult.Installed.class);
  }

  @Test
  void endedGameStaysAsItIs() {
    var game = installed();
    var ending = new Ending("resigned", Optional.of(Games.BOB));
    var last = Games.asked(0, "resign").with(Games.over(4)).with(new ClockOp.Stop()).ending(ending);
    var head = committed(game, game.head(), last).head();
    assertThat(stores().games().commit(game.id(), head, Games.asked(1, "more")))
        .isEqualTo(new Commit.Ended(head));
    assertThat(stores().games().commit(game.id(), head, last))
        .isEqualTo(new Commit.Duplicate(1, 1, Optional.of(last.reply())));
    assertThat(loaded(game.id()).ending()).contains(ending);
    assertThat(mine(Partition.of(game.id()), game.id()).getLast().entry().ending())
        .contains(ending);
    assertThat(swept(Partition.of(game.id()), Duration.ofDays(1)).due())
        .noneMatch(due -> due.game().equals(game.id()));
  }

  @Test
  void usersGamesAreFoundMostRecentlyActiveFirst() {
    var ada = UserId.fresh();
    var bob = UserId.fresh();
    var older = Games.begun(GameId.fresh(), ada, bob);
    var newer = Games.begun(GameId.fresh(), ada);
    stores().games().install(older);
    pass(Duration.ofMillis(3));
    stores().games().install(newer);
    assertThat(stores().games().activeGamesOf(ada)).containsExactly(newer.id(), older.id());
    pass(Duration.ofMillis(3));
    var head = committed(older, older.head(), Games.asked(0, "a")).head();
    assertThat(stores().games().activeGamesOf(ada)).containsExactly(older.id(), newer.id());
    pass(Duration.ofMillis(3));
    var joined = new Checkpoint("{}", Games.indexEntry(LifecycleStatus.SETUP, 0, ada, bob));
    committed(newer, newer.head(), Games.asked(1, "join").with(joined));
    assertThat(stores().games().activeGamesOf(bob)).containsExactly(newer.id(), older.id());
    var end =
        Games.byService("end")
            .with(new Checkpoint("{}", Games.indexEntry(LifecycleStatus.FINISHED, 1, ada, bob)))
            .ending(new Ending("resigned", Optional.empty()));
    committed(older, head, end);
    assertThat(stores().games().activeGamesOf(ada)).containsExactly(newer.id());
    assertThat(stores().games().activeGamesOf(UserId.fresh())).isEmpty();
  }

  @Test
  void aNodeHearsEachCommitToAGameThatItFollows() {
    var heard = new CopyOnWriteArrayList<Hints.Hint>();
    try (var _ = other().hints().subscribe(heard::add)) {
      var game = installed();
      var before = committed(game, game.head(), Games.asked(0, "a")).head();

      assertThat(other().hints().follow(List.of(game.id(), GameId.fresh())))
          .containsExactly(Map.entry(game.id(), before));
      var entry = Games.asked(1, "b");
      committed(game, before, entry);

      Awaitility.await().untilAsserted(() -> assertThat(moves(heard, game)).hasSize(1));
      var hint = moves(heard, game).getFirst();
      assertThat(hint.version()).isEqualTo(2);
      assertThat(Optional.of(List.of(hint.record().orElseThrow())))
          .isEqualTo(stores().games().recordsAfter(game.id(), 1, 1));
    }
  }

  @Test
  void aNodeHearsNothingOfGamesThatItDoesNotFollow() {
    var heard = new CopyOnWriteArrayList<Hints.Hint>();
    try (var _ = other().hints().subscribe(heard::add)) {
      var never = installed();
      var noLonger = installed();
      var followed = installed();
      other().hints().follow(List.of(noLonger.id(), followed.id()));
      other().hints().unfollow(List.of(noLonger.id(), never.id()));

      committed(never, never.head(), Games.asked(0, "a"));
      committed(noLonger, noLonger.head(), Games.asked(0, "a"));
      committed(followed, followed.head(), Games.asked(0, "a"));

      Awaitility.await().untilAsserted(() -> assertThat(moves(heard, followed)).hasSize(1));
      assertThat(moves(heard, never)).isEmpty();
      assertThat(moves(heard, noLonger)).isEmpty();
    }
  }

  @Test
  void aRecordThatIsTooLongForAHintIsReadFromTheStore() {
    var heard = new CopyOnWriteArrayList<Hints.Hint>();
    try (var _ = other().hints().subscribe(heard::add)) {
      var game = installed();
      other().hints().follow(List.of(game.id()));
      var asked = Games.asked(0, "a");
      var record = "x".repeat(100_000);

      committed(game, game.head(), Entry.of(asked.cause(), record, asked.reply()));

      Awaitility.await().untilAsserted(() -> assertThat(moves(heard, game)).hasSize(1));
      var hinted = moves(heard, game).getFirst().record().map(StoredRecord::record);
      assertThat(hinted.orElse(record)).isEqualTo(record);
    }
  }

  @Test
  void theNodeThatDrainsAPartitionHearsOfAnotherNodesCommits() {
    var heard = new CopyOnWriteArrayList<Hints.Hint>();
    var game = installed();
    var partition = Partition.of(game.id());
    var ticker = Ticker.SYSTEM;
    var lease = new PartitionLeases(other().leases(), "drain", other().node(), LEASE, ticker);
    try (var _ = other().hints().subscribe(heard::add)) {
      Awaitility.await().until(() -> lease.isHeld(partition));

      committed(game, game.head(), Games.asked(0, "a"));

      Awaitility.await()
          .untilAsserted(() -> assertThat(heard).contains(new Hints.Hint.OutboxFilled(partition)));
    } finally {
      lease.releaseAll();
    }
  }

  private static List<Hints.Hint.Moved> moves(List<Hints.Hint> heard, NewGame game) {
    return heard.stream()
        .flatMap(hint -> hint instanceof Hints.Hint.Moved moved ? Stream.of(moved) : Stream.of())
        .filter(moved -> moved.game().equals(game.id()))
        .toList();
  }

  @Test
  void leaseIsOneNodesUntilItEnds() {
    var one = NodeId.fresh();
    var two = NodeId.fresh();
    var chore = "chore-" + one;
    assertThat(stores().leases().acquire(chore, one, TURN)).isTrue();
    assertThat(stores().leases().acquire(chore, one, TURN)).isTrue();
    assertThat(other().leases().acquire(chore, two, TURN)).isFalse();
    other().leases().release(chore, two);
    assertThat(other().leases().acquire(chore, two, TURN)).isFalse();
    pass(TURN_AND_MORE);
    assertThat(other().leases().acquire(chore, two, TURN)).isTrue();
    assertThat(stores().leases().acquire(chore, one, TURN)).isFalse();
    other().leases().release(chore, two);
    assertThat(stores().leases().acquire(chore, one, TURN)).isTrue();
  }

  @Test
  void sixteenWritersOnTwoNodesMakeOneHistory() throws Exception {
    var game = installed();
    int each = 12;
    try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Future<List<Long>>>();
      for (int w = 0; w < 16; w++) {
        all.add(writers.submit(writer(w % 2 == 0 ? stores() : other(), game, w, each)));
      }
      var versions = new ArrayList<Long>();
      for (var writer : all) versions.addAll(get(writer));
      assertThat(versions)
          .containsExactlyInAnyOrderElementsOf(
              IntStream.rangeClosed(1, 16 * each).mapToObj(Long::valueOf).toList());
    }
    var head = game.head();
    for (var pending : mine(Partition.of(game.id()), game.id())) {
      head = head.after(pending.entry().entry().record());
      assertThat(pending.entry().head()).isEqualTo(head);
    }
    assertThat(stores().games().head(game.id())).contains(head);
  }

  @Test
  void hundredTimesTheSameOnTwoNodesCommitsOnce() throws Exception {
    var game = installed();
    var entry = Games.asked(0, "again and again");
    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Future<Commit>>();
      for (int i = 0; i < 100; i++) {
        var store = (i % 2 == 0 ? stores() : other()).games();
        all.add(senders.submit(() -> store.commit(game.id(), game.head(), entry)));
      }
      var outcomes = new ArrayList<Commit>();
      for (var sender : all) outcomes.add(get(sender));
      assertThat(outcomes).filteredOn(o -> o instanceof Commit.Committed).hasSize(1);
      assertThat(outcomes)
          .filteredOn(o -> o.equals(new Commit.Duplicate(1, 1, Optional.of(entry.reply()))))
          .hasSize(99);
    }
    assertThat(mine(Partition.of(game.id()), game.id())).hasSize(1);
  }

  @Test
  void restoredGameGoesOnInItsNewEpoch() {
    var game = Games.begun(GameId.fresh());
    var row =
        new JournalRow(
            game.head().after("{\"did\":\"a\"}"),
            Instant.parse("2026-11-01T10:00:00Z"),
            Optional.of(Games.request(0, "a")),
            "{\"did\":\"a\"}",
            "{\"ok\":\"a\"}",
            GameClock.NONE);
    var back =
        new RestorableGame(
            game.id(),
            game.header(),
            row.head().inEpoch(2),
            row.at(),
            0,
            "{\"state\":0}",
            List.of(row.recorded()),
            List.of(row.committedRequest().orElseThrow()),
            Map.of(1L, row.reply()),
            new RestoredClock(7, Optional.of(Games.LONG), Optional.of(TURN)),
            List.of(Games.ADA, Games.BOB));
    var restoration = stores().restoration();
    assertThat(restoration.restore(List.of(back), Map.of(game.id(), row.head()))).isFalse();
    assertThat(restoration.restore(List.of(back), Map.of())).isTrue();
    assertThat(restoration.restore(List.of(back), Map.of())).isFalse();

    var loaded = loaded(game.id());
    assertThat(loaded.head()).isEqualTo(back.head());
    assertThat(loaded.since()).containsExactly(row.recorded());
    assertThat(loaded.clock().number()).isEqualTo(7);
    assertThat(loaded.clock().paused()).contains(TURN);
    assertThat(loaded.clock().deadline().orElseThrow()).isAfter(loaded.now());
    assertThat(stores().games().commit(game.id(), back.head(), Games.asked(0, "a")))
        .isEqualTo(new Commit.Duplicate(1, 1, Optional.of("{\"ok\":\"a\"}")));
    assertThat(stores().games().commit(game.id(), row.head(), Games.asked(0, "b")))
        .isEqualTo(new Commit.Conflict(back.head()));
    assertThat(committed(game, back.head(), Games.asked(0, "b")).head().epoch()).isEqualTo(2);
    assertThat(stores().games().activeGamesOf(Games.BOB)).contains(game.id());
    assertThat(swept(Partition.of(game.id()), Games.LONG.multipliedBy(2)).due())
        .anyMatch(due -> due.game().equals(game.id()));
  }

  private Callable<List<Long>> writer(StorePorts stores, NewGame game, int number, int times) {
    return () -> {
      var mine = new ArrayList<Long>();
      var head = game.head();
      while (mine.size() < times) {
        var entry = Games.asked(number, number + "-" + mine.size()).with(Games.turn(number));
        switch (stores.games().commit(game.id(), head, entry)) {
          case Commit.Committed done -> {
            head = done.head();
            mine.add(head.version());
          }
          case Commit.Conflict conflict -> head = conflict.actual();
          case Commit other -> throw new AssertionError(other.toString());
        }
      }
      return mine;
    };
  }

  private static <T> T get(Future<T> future) throws InterruptedException, ExecutionException {
    return future.get();
  }

  /** No relay runs here: the entries of one test must not fill the partitions of the next. */
  @AfterEach
  void emptyOutboxes() {
    for (var partition : Partition.all()) {
      drop(partition, outboxBound());
    }
  }

  protected final NewGame installed() {
    return installed(Games.begun(GameId.fresh()));
  }

  private NewGame installed(NewGame game) {
    // Another test may have swept long ago, and no clock expires in a partition without recent
    // sweeps.
    swept(Partition.of(game.id()), Duration.ZERO);
    assertThat(stores().games().install(game)).isInstanceOf(InstallResult.Installed.class);
    return game;
  }

  protected final Commit.Committed committed(NewGame game, Head head, Entry entry) {
    var commit = stores().games().commit(game.id(), head, entry);
    assertThat(commit).isInstanceOf(Commit.Committed.class);
    return (Commit.Committed) commit;
  }

  private Head many(NewGame game, Head head, int times) {
    var now = head;
    for (int i = 0; i < times; i++) now = committed(game, now, Games.byService("s" + i)).head();
    return now;
  }

  private StoredGame loaded(GameId game) {
    return other().games().load(game).orElseThrow();
  }

  private Deadlines.Sweep swept(Partition partition, Duration horizon) {
    return stores().deadlines().sweep(partition, horizon).orElseThrow();
  }

  private List<Outbox.Pending> mine(Partition partition, GameId game) {
    return stores().outbox().oldest(partition, 1_000).stream()
        .filter(pending -> pending.entry().game().equals(game))
        .toList();
  }

  private long backlog(Partition partition) {
    return stores().outbox().backlog(partition).orElseThrow().size();
  }

  private void drop(Partition partition, int count) {
    var outbox = stores().outbox();
    outbox.journaled(outbox.oldest(partition, count));
  }

  @Test
  void commitsOfTheClockDoNotCountAsRequests() {
    var game = withRequests(GameStore.MAX_REQUESTS - 300, 2 * GameStore.MAX_REQUESTS);

    assertThat(stores().games().commit(game.game(), game.head(), Games.asked(0, "one more")))
        .isInstanceOf(Commit.Committed.class);
  }

  @Test
  void pastTheMostRequestsOnlyOneThatEndsTheGameIsTaken() {
    var game = withRequests(GameStore.MAX_REQUESTS + 300, 2 * GameStore.MAX_REQUESTS);
    var store = stores().games();

    assertThat(store.commit(game.game(), game.head(), Games.asked(0, "one more")))
        .isEqualTo(new Commit.Exhausted());
    assertThat(store.commit(game.game(), game.head(), Games.byService("a note")))
        .isInstanceOf(Commit.Committed.class);
    var head = store.head(game.game()).orElseThrow();
    var resignation =
        Games.asked(1, "resign")
            .with(Games.over(9))
            .ending(new Ending("resigned", Optional.of(Games.ADA)));
    assertThat(store.commit(game.game(), head, resignation)).isInstanceOf(Commit.Committed.class);
  }

  /** A game with that many requests, and commits of the clock up to the version. */
  private RestorableGame withRequests(int requests, long version) {
    var id = GameId.fresh();
    var game =
        new RestorableGame(
            id,
            "{}",
            new Head(2, version, "digest"),
            Instant.EPOCH,
            version,
            "{\"state\":0}",
            List.of(),
            IntStream.range(0, requests)
                .mapToObj(i -> new CommittedRequest(Games.request(0, "old-" + i), 1, i + 1L))
                .toList(),
            Map.of(),
            new RestoredClock(7, Optional.of(Games.LONG), Optional.empty()),
            List.of(Games.ADA, Games.BOB));
    assertThat(stores().restoration().restore(List.of(game), Map.of())).isTrue();
    return game;
  }
}
