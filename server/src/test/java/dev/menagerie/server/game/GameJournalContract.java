package dev.menagerie.server.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.menagerie.server.archive.ActiveGame;
import dev.menagerie.server.archive.ArchivePage;
import dev.menagerie.server.archive.GameArchive;
import dev.menagerie.server.archive.InvalidCursor;
import dev.menagerie.server.game.GameJournal.Creation;
import dev.menagerie.server.game.GameJournal.CreationLimits;
import dev.menagerie.server.recovery.RecoveryLedger;
import dev.menagerie.server.recovery.RestorableGame;
import dev.menagerie.server.recovery.RestoredClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The promises of the journal, the archive and the ledger; every implementation keeps them. */
public abstract class GameJournalContract {
  private static final Duration LATELY = Duration.ofSeconds(30);

  private final UserId ada = UserId.fresh();
  private final UserId bob = UserId.fresh();

  protected abstract GameJournal journal();

  protected abstract GameArchive archive();

  protected abstract RecoveryLedger ledger();

  @Test
  void newGameIsKnownAtVersionZero() {
    var game = Games.begun(GameId.fresh(), ada);
    created(game);
    assertThat(journal().create(game, Optional.empty()))
        .isEqualTo(new GameJournal.Creation.Created());
    assertThat(journal().head(game.id())).contains(game.head());
    var active = archive().active(game.id()).orElseThrow();
    assertThat(active.indexEntry()).isEqualTo(game.checkpoint().indexEntry());
    assertThat(active.startedAt()).isPresent();
    assertThat(active.version()).isZero();
    assertThat(archive().active(GameId.fresh())).isEmpty();
    assertThat(journal().head(GameId.fresh())).isEmpty();
  }

  @Test
  void repeatedCreationIsTheFirstOne() {
    var key = new GameJournal.CreationKey(ada, "once");
    var first = Games.begun(GameId.fresh(), ada);
    var second = Games.begun(GameId.fresh(), ada);
    assertThat(journal().create(first, Optional.of(key)))
        .isEqualTo(new GameJournal.Creation.Created());
    assertThat(journal().create(second, Optional.of(key)))
        .isEqualTo(new GameJournal.Creation.Repeated(first.id()));
    assertThat(archive().active(second.id())).isEmpty();
    assertThat(journal().create(second, Optional.of(new GameJournal.CreationKey(bob, "once"))))
        .isEqualTo(new GameJournal.Creation.Created());
  }

  @Test
  void gameThatNeverCameToBeIsForgotten() {
    var key = new GameJournal.CreationKey(ada, "again");
    var game = Games.begun(GameId.fresh(), ada);
    journal().create(game, Optional.of(key));
    assertThat(journal().untouched(Duration.ZERO, 1_000)).contains(game.id());
    assertThat(journal().untouched(Duration.ofDays(1), 1_000)).doesNotContain(game.id());
    journal().discard(game.id());
    assertThat(archive().active(game.id())).isEmpty();
    assertThat(journal().create(Games.begun(GameId.fresh(), ada), Optional.of(key)))
        .isEqualTo(new GameJournal.Creation.Created());

    var played = played();
    assertThat(journal().untouched(Duration.ZERO, 1_000)).doesNotContain(played.id());
    journal().discard(played.id());
    assertThat(archive().active(played.id())).isPresent();
  }

  @Test
  void newGameThatARecoveryHasBroughtIntoTheStoreIsNotForgotten() {
    var game = Games.begun(GameId.fresh(), ada);
    journal().create(game, Optional.empty());
    var known = ledger().unfinished(game.id()).orElseThrow();
    assertThat(known.head()).isEqualTo(game.head());
    ledger().raise(List.of(known));
    journal().discard(game.id());
    assertThat(archive().active(game.id())).isPresent();
  }

  @Test
  void rowsAreKeptCompleteAndInOrder() {
    var history = history();
    history.add(Games.asked(0, "ä\u2603").with(new ClockOp.PauseAndStart(LATELY)));
    history.add(Games.byService("grace").with(new ClockOp.Extend(LATELY)));
    history.add(Games.ranOut("timeout"));
    assertThat(append(history)).isEqualTo(3);
    assertThat(journal().rows(history.id()))
        .isEqualTo(history.entries().stream().map(JournalRow::of).toList());
    assertThat(journal().head(history.id())).contains(history.head());
    assertThat(journal().recordsAfter(history.id(), 1, 1, 1))
        .containsExactly(JournalRow.of(history.entries().get(1)).recorded());
    assertThat(journal().recordsAfter(history.id(), 2, 1, 1)).isEmpty();
  }

  @Test
  void appendingAgainChangesNothing() {
    var history = played();
    assertThat(append(history)).isZero();
    var before = journal().rows(history.id());
    history.add(Games.asked(1, "more"));
    assertThat(append(history)).isEqualTo(1);
    assertThat(journal().rows(history.id())).startsWith(before.toArray(JournalRow[]::new));
  }

  @Test
  void entriesOfManyGamesAreOneBatch() {
    var all = new ArrayList<JournalEntry>();
    var games = new ArrayList<History>();
    for (int g = 0; g < 5; g++) {
      var history = history();
      for (int i = 0; i < 10; i++) history.add(Games.asked(i % 2, "m" + i));
      games.add(history);
      all.addAll(history.entries());
    }
    assertThat(journal().append(all.reversed()).written()).isEqualTo(50);
    games.forEach(game -> assertThat(journal().head(game.id())).contains(game.head()));
  }

  @Test
  void secondHistoryIsEvidenceNotHistory() {
    var history = played();
    var fork = new History(Games.begun(history.id(), ada, bob));
    var other = fork.add(Games.asked(0, "something else"));
    var appended = journal().append(List.of(other));
    assertThat(appended.written()).isZero();
    assertThat(appended.contradictions()).containsExactly(other);
    assertThat(journal().head(history.id())).contains(history.head());
  }

  @Test
  void repliesAreFoundByRequest() {
    var history = played();
    assertThat(journal().reply(history.id(), Games.request(0, "a")))
        .contains(new Commit.Duplicate(1, 1, Optional.of("{\"ok\":\"a\"}")));
    assertThat(journal().reply(history.id(), Games.request(1, "a"))).isEmpty();
    assertThat(journal().reply(history.id(), Request.of(0, new MessageId("a"), "x")))
        .contains(new Commit.Reused(1, 1));
  }

  @Test
  void turnBoundaryUpdatesTheActiveGame() {
    var history = new History(Games.waiting(GameId.fresh()));
    journal().create(Games.waiting(history.id()), Optional.empty());
    assertThat(archive().active(history.id()).orElseThrow().startedAt()).isEmpty();
    history.add(Games.asked(1, "join").with(state(LifecycleStatus.SETUP, 0)));
    var boundary =
        history.add(
            Games.asked(0, "pass")
                .with(state(LifecycleStatus.ACTIVE, 1))
                .with(new ClockOp.Start(LATELY)));
    history.add(Games.asked(1, "later"));
    append(history);
    var active = archive().active(history.id()).orElseThrow();
    assertThat(active.indexEntry())
        .isEqualTo(Games.indexEntry(LifecycleStatus.ACTIVE, 1, ada, bob));
    assertThat(active.version()).isEqualTo(2);
    assertThat(active.startedAt()).contains(history.entries().getFirst().at());
    assertThat(active.updatedAt()).isEqualTo(boundary.at());
    assertThat(active.turnDeadline()).contains(boundary.at().plus(LATELY));
    var grace = history.add(Games.byService("grace").with(new ClockOp.Extend(LATELY)));
    append(history);
    assertThat(archive().active(history.id()).orElseThrow().turnDeadline())
        .isEqualTo(grace.clock().deadline());
    history.add(Games.byService("stop").with(new ClockOp.Stop()));
    append(history);
    assertThat(archive().active(history.id()).orElseThrow().turnDeadline()).isEmpty();
  }

  @Test
  void aTurnIsInTheIndexThoughNoCheckpointComesWithIt() {
    var history = played();
    history.add(Games.asked(0, "pass").beginning(2).with(new ClockOp.Start(LATELY)));
    var third = history.add(Games.asked(1, "pass").beginning(3));
    history.add(Games.asked(0, "later"));

    append(history);

    var active = archive().active(history.id()).orElseThrow();
    assertThat(active.indexEntry().turn()).isEqualTo(3);
    assertThat(active.updatedAt()).isEqualTo(third.at());
    assertThat(active.version()).as("of the checkpoint").isEqualTo(2);
  }

  @Test
  void endMovesTheGameIntoTheArchive() {
    var history = played();
    var last = history.end(ada, bob);
    append(history);
    assertThat(archive().active(history.id())).isEmpty();
    var finished = archive().finished(history.id()).orElseThrow();
    assertThat(finished.head()).isEqualTo(last.head());
    assertThat(finished.ending()).isEqualTo(last.ending().orElseThrow());
    assertThat(finished.endedAt()).isEqualTo(last.at());
    assertThat(finished.finalState()).isEqualTo("{\"final\":true}");
    assertThat(finished.indexEntry().status()).isEqualTo(LifecycleStatus.FINISHED);
    assertThat(finished.chronicle().actions()).isEqualTo("{\"actions\":4}");
    assertThat(finished.chronicle().seed()).isEqualTo("seed of " + history.id());
    assertThat(finished.duration())
        .isEqualTo(Duration.between(finished.startedAt(), finished.endedAt()));
    assertThat(append(history)).isZero();
    var ended = archive().ended(history.id()).orElseThrow();
    assertThat(ended.ending()).isEqualTo(finished.ending());
    assertThat(ended.head()).isEqualTo(finished.head());
    assertThat(ended.finalState()).isEqualTo(finished.finalState());
    assertThat(archive().finished(history.id())).contains(finished);
    assertThat(journal().rows(history.id())).hasSize(4);
    assertThat(journal().head(history.id())).contains(last.head());
    assertThat(journal().reply(history.id(), Games.request(1, "resign"))).isPresent();
  }

  @Test
  void historyIsReadPageByPageLatestFirst() {
    var ended = new ArrayList<GameId>();
    for (int i = 0; i < 5; i++) {
      var history = played();
      history.end(ada, bob);
      append(history);
      ended.addFirst(history.id());
    }
    var seen = new ArrayList<GameId>();
    Optional<String> cursor = Optional.empty();
    do {
      var page = archive().historyOf(bob, cursor, 2);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
      page.items().forEach(game -> seen.add(game.game()));
      cursor = page.next();
    } while (cursor.isPresent());
    assertThat(seen).containsExactlyElementsOf(ended);
    assertThat(archive().historyOf(UserId.fresh(), Optional.empty(), 10).items()).isEmpty();
    for (var wrong : List.of("nonsense!", "", "AAAA", "bm90IGEgdGltZSBhdCBhbGw")) {
      assertThatThrownBy(() -> archive().historyOf(bob, Optional.of(wrong), 2))
          .as(wrong)
          .isInstanceOf(InvalidCursor.class);
    }
  }

  @Test
  void listsShowWhatTheyShould() {
    var open = Games.waiting(GameId.fresh());
    var running = Games.begun(GameId.fresh(), ada, bob);
    var hidden = hidden(LifecycleStatus.ACTIVE);
    var unlisted = hidden(LifecycleStatus.WAITING);
    List.of(open, running, hidden, unlisted).forEach(this::created);
    assertThat(all(archive().live(Optional.empty(), 100))).contains(running.id());
    assertThat(all(archive().live(Optional.empty(), 100)))
        .doesNotContain(hidden.id(), open.id(), unlisted.id());
    assertThat(all(archive().open(Optional.empty(), 100))).contains(open.id());
    assertThat(all(archive().open(Optional.empty(), 100)))
        .doesNotContain(hidden.id(), running.id(), unlisted.id());
    assertThat(all(archive().activeOf(bob, Optional.empty(), 100)))
        .containsExactlyInAnyOrder(running.id(), hidden.id(), unlisted.id());
    var first = archive().live(Optional.empty(), 1);
    assertThat(first.items()).hasSize(1);
  }

  /** An order by activity would reveal the moves of a game with a spectator delay. */
  @Test
  void activityDoesNotMoveAGameInTheListOfLiveGames() {
    var older = history();
    var newer = Games.begun(GameId.fresh(), ada, bob);
    created(newer);
    older.add(Games.asked(0, "move").with(state(LifecycleStatus.ACTIVE, 2)));
    append(older);
    assertThat(all(archive().live(Optional.empty(), 100)))
        .filteredOn(Set.of(older.id(), newer.id())::contains)
        .containsExactly(newer.id(), older.id());
  }

  @Test
  void restoreBeginsANewEpochAtTheJournalsHead() {
    var history = played();
    var journaled = history.head();
    assertThat(raised(history.id(), new Head(1, 2, "stale"))).isEmpty();
    var back = raised(history.id(), journaled).getFirst();
    assertThat(back.head()).isEqualTo(journaled.inEpoch(2));
    assertThat(back.snapshotVersion()).isEqualTo(2);
    assertThat(back.snapshot()).isEqualTo("{\"turn\":1}");
    var rows = journal().rows(history.id());
    assertThat(back.records()).containsExactly(rows.getLast().recorded());
    assertThat(back.at()).isEqualTo(rows.getLast().at());
    assertThat(back.requests())
        .containsExactlyElementsOf(
            rows.stream().flatMap(row -> row.committedRequest().stream()).toList())
        .contains(new CommittedRequest(Games.request(0, "a"), 1, 1));
    assertThat(back.clock().left()).contains(LATELY.minusMillis(7));
    assertThat(back.players()).containsExactly(ada, bob);

    var late = history.add(Games.asked(1, "too late"));
    append(history);
    assertThat(journal().head(history.id())).contains(back.head());
    assertThat(journal().rows(history.id())).hasSize(3);
    assertThat(journal().reply(history.id(), Games.request(1, "too late"))).isEmpty();

    history.continueAt(back.head());
    var goesOn = history.add(Games.asked(1, "too late"));
    assertThat(goesOn.head().version()).isEqualTo(late.head().version());
    append(history);
    assertThat(journal().head(history.id())).contains(goesOn.head());
    assertThat(journal().rows(history.id()))
        .extracting(row -> row.head().epoch())
        .containsExactly(1, 1, 1, 2);
    history.end(ada, bob);
    append(history);
    assertThat(archive().finished(history.id()).orElseThrow().chronicle().actions())
        .isEqualTo("{\"actions\":5}");
    assertThat(raised(history.id(), history.head())).isEmpty();
    assertThat(ledger().finishedOf(Set.of(history.id(), GameId.fresh())))
        .containsExactly(history.id());
  }

  @Test
  void aSecondRestoreLeavesOutWhatTheFirstGaveUp() {
    var history = played();
    var second = raised(history.id(), history.head()).getFirst();
    history.add(Games.asked(1, "given up"));
    append(history);
    history.continueAt(second.head());
    for (int i = 0; i < 12; i++) history.add(Games.asked(1, "kept " + i));
    append(history);

    var third = raised(history.id(), history.head()).getFirst();

    var rows = journal().rows(history.id());
    assertThat(rows).hasSize(15);
    assertThat(third.head()).isEqualTo(history.head().inEpoch(3));
    assertThat(third.records())
        .isEqualTo(rows.stream().map(JournalRow::recorded).skip(third.snapshotVersion()).toList());
    assertThat(third.replies())
        .isEqualTo(Map.of(14L, rows.get(13).reply(), 15L, rows.get(14).reply()));
    assertThat(third.requests())
        .extracting(CommittedRequest::version)
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 15).boxed().toList());
  }

  private List<RestorableGame> raised(GameId game, Head journaled) {
    return ledger().raise(List.of(new RecoveryLedger.Known(game, journaled)));
  }

  @Test
  void manyGamesAreRaisedTogetherEachWithWhatIsItsOwn() {
    var one = played();
    var moved = played();
    var other = Games.begun(GameId.fresh(), ada, bob);
    created(other);
    var before = moved.head();
    moved.add(Games.asked(1, "more"));
    append(moved);

    var raised =
        ledger()
            .raise(
                List.of(
                    new RecoveryLedger.Known(other.id(), other.head()),
                    new RecoveryLedger.Known(moved.id(), before),
                    new RecoveryLedger.Known(one.id(), one.head())));

    assertThat(raised)
        .extracting(RestorableGame::game, RestorableGame::head, back -> back.records().size())
        .containsExactlyInAnyOrder(
            tuple(one.id(), one.head().inEpoch(2), 1),
            tuple(other.id(), other.head().inEpoch(2), 0));
    assertThat(journal().head(moved.id()).orElseThrow().epoch()).isEqualTo(1);
  }

  @Test
  void unfinishedGamesAreCountedByPartitionAndFoundByPlayer() {
    var running = played();
    var over = played();
    over.end(ada, bob);
    append(over);
    var own = Partition.of(running.id());

    assertThat(ledger().gamesIn(Set.of(own)))
        .containsExactly(Map.entry(own, ledger().unfinished(Set.of(own)).size()));
    assertThat(ledger().unfinishedOf(ada)).contains(running.id()).doesNotContain(over.id());
    assertThat(ledger().unfinishedOf(new UserId("nobody-" + ada))).isEmpty();
  }

  @Test
  void gameInWhichNothingHappenedIsRestoredToo() {
    var game = Games.begun(GameId.fresh(), ada, bob);
    created(game);
    var partition = Set.of(Partition.of(game.id()));
    assertThat(ledger().unfinished(partition))
        .contains(new RecoveryLedger.Known(game.id(), game.head()));
    var back = raised(game.id(), game.head()).getFirst();
    assertThat(back.records()).isEmpty();
    assertThat(back.replies()).isEmpty();
    assertThat(back.clock())
        .isEqualTo(new RestoredClock(1, Optional.of(Games.LONG), Optional.empty()));
    assertThat(ledger().unfinished(partition))
        .contains(new RecoveryLedger.Known(game.id(), back.head()));
  }

  @Test
  void handedInTailIsAdoptedLinkByLink() {
    var history = played();
    var next = history.add(Games.asked(0, "x").with(state(LifecycleStatus.ACTIVE, 2)));
    var afterIt = history.add(Games.asked(1, "y").with(new ClockOp.Start(LATELY)));
    var lost = history.add(Games.asked(0, "lost with its node"));
    var orphan = history.add(Games.asked(1, "z"));
    var one = NodeId.fresh();
    var two = NodeId.fresh();
    ledger().alive(one);
    ledger().alive(two);
    var run = UUID.randomUUID().toString();
    assertThat(ledger().awaited(run, LATELY)).contains(one, two);
    ledger().handIn(one, run, List.of(afterIt, orphan));
    ledger().handIn(two, run, List.of(history.entries().getFirst(), next));
    ledger().handIn(two, run, List.of());
    assertThat(ledger().awaited(run, LATELY)).doesNotContain(one, two);
    assertThat(ledger().handedIn()).contains(Partition.of(history.id()));
    assertThat(adopted(run)).isEqualTo(new RecoveryLedger.Adopted(2, 1));
    assertThat(ledger().handedIn()).isEmpty();
    assertThat(journal().head(history.id())).contains(afterIt.head());
    var active = archive().active(history.id()).orElseThrow();
    assertThat(active.indexEntry().turn()).isEqualTo(2);
    assertThat(adopted(run)).isEqualTo(new RecoveryLedger.Adopted(0, 0));
    assertThat(ledger().setAside(run, Duration.ZERO)).isZero();
    assertThat(lost.head().version()).isEqualTo(orphan.head().version() - 1);
    ledger().gone(one);
    assertThat(ledger().awaited("other", LATELY)).contains(two).doesNotContain(one);
    ledger().discardOtherNodes(one);
    assertThat(ledger().awaited("other", LATELY)).doesNotContain(two);
  }

  /** Waits for no node: nodes of other tests may be alive in the same database. */
  private RecoveryLedger.Adopted adopted(String run) {
    return ledger().adopt(run, Duration.ZERO);
  }

  /** Another node has handed in for a newer run: what comes before its entries is still to come. */
  @Test
  void nothingIsStoredApartWhileANodeIsAwaited() {
    var history = played();
    var next = history.add(Games.asked(0, "x"));
    var afterIt = history.add(Games.asked(1, "y"));
    var node = NodeId.fresh();
    ledger().alive(node);
    ledger().handIn(node, "newer run", List.of(afterIt));

    assertThat(ledger().adopt("older run", LATELY).orphaned()).isZero();
    assertThat(ledger().setAside("older run", LATELY)).isZero();

    ledger().handIn(NodeId.fresh(), "newer run", List.of(next));
    assertThat(adopted("newer run")).isEqualTo(new RecoveryLedger.Adopted(2, 0));
    assertThat(journal().head(history.id())).contains(afterIt.head());
    ledger().gone(node);
  }

  @Test
  void oneRecoveryAtATime() {
    var inner = new ArrayList<Boolean>();
    assertThat(ledger().exclusively(() -> inner.add(fromElsewhere()))).isTrue();
    assertThat(inner).containsExactly(false);
    assertThat(ledger().exclusively(() -> {})).isTrue();
  }

  /** Whether another node could begin a recovery now. */
  private boolean fromElsewhere() {
    return ledger().exclusively(() -> {});
  }

  @Test
  void certificatesAreRemembered() {
    var partition = new Partition(7);
    var other = new Partition(8);
    ledger().certified(Set.of(partition, other), StoreRun.of("first"), NodeId.fresh());
    var second = new StoreRun("all", Map.of(partition, "its own", other, "the other's"));
    ledger().certified(Set.of(partition), second, NodeId.fresh());
    assertThat(ledger().certified(partition)).contains("its own");
    assertThat(ledger().certified(other)).contains("first");
    ledger().certified(Set.of(partition, other), second, NodeId.fresh());
    assertThat(ledger().certified(other)).contains("the other's");
  }

  private void created(NewGame game) {
    assertThat(journal().create(game, Optional.empty()))
        .isEqualTo(new GameJournal.Creation.Created());
  }

  private History history() {
    var game = Games.begun(GameId.fresh(), ada, bob);
    created(game);
    return new History(game);
  }

  /** A game with three commits journaled, the second of them a turn boundary. */
  private History played() {
    var history = history();
    history.add(Games.asked(0, "a"));
    history.add(
        Games.asked(1, "b").with(state(LifecycleStatus.ACTIVE, 1)).with(new ClockOp.Start(LATELY)));
    history.add(Games.asked(0, "c"));
    assertThat(append(history)).isEqualTo(3);
    return history;
  }

  private int append(History history) {
    var appended = journal().append(history.entries());
    assertThat(appended.contradictions()).isEmpty();
    return appended.written();
  }

  private Checkpoint state(LifecycleStatus status, int turn) {
    return new Checkpoint("{\"turn\":" + turn + "}", Games.indexEntry(status, turn, ada, bob));
  }

  private NewGame hidden(LifecycleStatus status) {
    var indexEntry =
        new GameIndexEntry(
            status, "casual", List.of(bob), Audience.PRIVATE, LobbyListing.UNLISTED, 0, "{}");
    return new NewGame(GameId.fresh(), "{}", new Checkpoint("{}", indexEntry), new ClockOp.Keep());
  }

  private static List<GameId> all(ArchivePage<ActiveGame> page) {
    return page.items().stream().map(ActiveGame::game).toList();
  }

  @Test
  void aUserHasNoMoreUnfinishedGamesThanAllowed() {
    var limits = new CreationLimits(2, 1);
    assertThat(creation(listed(ada), limits)).isEqualTo(new Creation.Created());
    assertThat(creation(listed(ada), limits))
        .isEqualTo(new Creation.LimitReached(Creation.Limit.LISTED, 1));
    assertThat(creation(waiting(ada, LobbyListing.UNLISTED), limits))
        .isEqualTo(new Creation.Created());
    assertThat(creation(waiting(ada, LobbyListing.UNLISTED), limits))
        .isEqualTo(new Creation.LimitReached(Creation.Limit.UNFINISHED, 2));
    assertThat(creation(listed(bob), limits)).isEqualTo(new Creation.Created());
  }

  @Test
  void aRepeatedCreationIsNoFurtherGame() {
    var limits = new CreationLimits(1, 1);
    var key = Optional.of(new GameJournal.CreationKey(ada, "the only one"));
    var game = Games.begun(GameId.fresh(), ada);
    assertThat(journal().create(game, key, limits)).isEqualTo(new Creation.Created());
    assertThat(journal().create(Games.begun(GameId.fresh(), ada), key, limits))
        .isEqualTo(new Creation.Repeated(game.id()));
  }

  @Test
  void ofCreationsAtOnceNoMoreSucceedThanAllowed() throws Exception {
    var limits = new CreationLimits(3, 3);
    try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
      var creations =
          IntStream.range(0, 20)
              .mapToObj(_ -> all.submit(() -> creation(listed(ada), limits)))
              .toList();
      int created = 0;
      for (var creation : creations) {
        if (creation.get() instanceof Creation.Created) created++;
      }
      assertThat(created).isEqualTo(3);
    }
  }

  @Test
  void aUsersGamesComeInPages() {
    var games = IntStream.range(0, 5).mapToObj(_ -> Games.begun(GameId.fresh(), ada, bob)).toList();
    games.forEach(this::created);
    var found = new ArrayList<GameId>();
    var cursor = Optional.<String>empty();
    do {
      var page = archive().activeOf(ada, cursor, 2);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
      page.items().forEach(game -> found.add(game.game()));
      cursor = page.next();
    } while (cursor.isPresent());
    assertThat(found).containsExactlyInAnyOrderElementsOf(games.stream().map(NewGame::id).toList());
  }

  private Creation creation(NewGame game, CreationLimits limits) {
    return journal().create(game, Optional.empty(), limits);
  }

  private static NewGame listed(UserId creator) {
    return waiting(creator, LobbyListing.LISTED);
  }

  private static NewGame waiting(UserId creator, LobbyListing listing) {
    var indexEntry =
        new GameIndexEntry(
            LifecycleStatus.WAITING, "casual", List.of(creator), Audience.PUBLIC, listing, 0, "{}");
    return new NewGame(
        GameId.fresh(), "{}", new Checkpoint("{}", indexEntry), new ClockOp.Start(Games.LONG));
  }
}
