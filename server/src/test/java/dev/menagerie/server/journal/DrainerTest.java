package dev.menagerie.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.menagerie.codec.InvalidJson;
import dev.menagerie.codec.JsonProblem;
import dev.menagerie.server.GameUnavailable;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.game.ClockOp;
import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.Ending;
import dev.menagerie.server.game.FailingJournal;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameIds;
import dev.menagerie.server.game.Games;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.History;
import dev.menagerie.server.game.InMemoryGameJournal;
import dev.menagerie.server.game.InMemoryGameStore;
import dev.menagerie.server.game.ManualClock;
import dev.menagerie.server.game.NewGame;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.Partition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class DrainerTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  private final ManualClock clock = new ManualClock();
  private final InMemoryGameStore store = InMemoryGameStore.certified(clock);
  private final InMemoryGameJournal kept = new InMemoryGameJournal(clock, History.COMPOSER);
  private final FailingJournal journal = new FailingJournal(kept);
  private final Drainer drainer = new Drainer(store, journal, store);

  @Test
  void commitsReachTheJournalInOrder() {
    var game = created();
    var head = play(game, 250);
    drainAll();
    assertThat(journal.head(game.id())).contains(head);
    assertThat(journal.rows(game.id())).hasSize(250);
    assertThat(waiting(game)).isZero();
    assertThat(drainer.journaled()).isEqualTo(250);
  }

  @Test
  void batchTakesEntriesOfManyPartitionsUpToItsBound() {
    for (int i = 0; i < 200; i++) play(created(), 5);
    drainAll();
    assertThat(drainer.journaled()).isEqualTo(1_000);
    assertThat(journal.largestBatch()).isBetween(Drainer.OF_ONE_PARTITION, Drainer.BATCH);
  }

  @Test
  void nothingIsRemovedWhileTheJournalIsAway() {
    var game = created();
    var head = play(game, 3);
    journal.goAway();
    assertThatThrownBy(this::drainAll).isInstanceOf(StoreUnavailable.class);
    assertThat(waiting(game)).isEqualTo(3);
    assertThat(drainer.awaitJournaled(game.id(), 3, Duration.ofMillis(30))).isFalse();
    journal.comeBack();
    assertThat(drainer.awaitJournaled(game.id(), 3, SOON)).isTrue();
    assertThat(journal.head(game.id())).contains(head);
  }

  @Test
  void oneGamesMistakeKeepsNoOtherOut() {
    var wrong = created();
    var right = created(GameIds.beside(wrong.id()));
    play(wrong, 2);
    var head = play(right, 2);
    journal.refuse(wrong.id());
    drainAll();
    assertThat(journal.head(right.id())).contains(head);
    assertThat(drainer.stuck()).isEqualTo(1);
    var more = play(right, head, 2);
    drainAll();
    assertThat(journal.head(right.id())).contains(more);
    journal.acceptAll();
    drainer.retryStuck();
    drainAll();
    assertThat(journal.rows(wrong.id())).hasSize(2);
    assertThat(drainer.stuck()).isZero();
  }

  /** A server of the version that stored the game drains it; this one says why it does not. */
  @Test
  void aGameOfANewerVersionIsLeftInTheOutboxWithItsReason() {
    var newer = created();
    var other = created(GameIds.beside(newer.id()));
    play(newer, 2);
    var head = play(other, 2);
    var unknown = new InvalidJson(List.of(new JsonProblem("$.move.type", "must be one of these")));
    journal.refuse(newer.id(), GameUnavailable.version(unknown));

    var logged = logged(this::drainAll);

    assertThat(journal.head(other.id())).contains(head);
    assertThat(waiting(newer)).isEqualTo(2);
    assertThat(logged).hasSize(1);
    assertThat(logged.getFirst().getThrowableProxy()).isNull();
    assertThat(logged.getFirst().getFormattedMessage())
        .startsWith("ALARM: the end of game " + newer.id() + " cannot be written by this server")
        .contains("newer version", "$.move.type");

    var nodeOfThatVersion = new Drainer(store, kept, store);
    nodeOfThatVersion.drain(Set.of(Partition.of(newer.id())));
    drainer.retryStuck();
    drainAll();
    assertThat(kept.rows(newer.id())).hasSize(2);
    assertThat(drainer.stuck()).isZero();
  }

  /** Warnings and errors of a drainer. */
  private static List<ILoggingEvent> logged(Runnable work) {
    var logger = (Logger) LoggerFactory.getLogger(Drainer.class);
    var events = new ListAppender<ILoggingEvent>();
    events.start();
    logger.addAppender(events);
    try {
      work.run();
    } finally {
      logger.detachAppender(events);
    }
    return events.list.stream().filter(e -> e.getLevel().isGreaterOrEqual(Level.WARN)).toList();
  }

  @Test
  void endedGameIsArchivedBeforeItIsLetGo() {
    var game = created();
    var head = play(game, 2);
    var last =
        Games.byService("end")
            .with(Games.over(3))
            .with(new ClockOp.Stop())
            .ending(new Ending("resigned", Optional.of(Games.ADA)));
    store.commit(game.id(), head, last);
    assertThat(drainer.awaitJournaled(game.id(), 3, SOON)).isTrue();
    assertThat(kept.finished(game.id())).isPresent();
    assertThat(store.load(game.id())).isEmpty();
  }

  @Test
  void hintWakesTheLoop() {
    try (var _ = loop()) {
      var game = created();
      var head = play(game, 5);
      Awaitility.await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(journal.head(game.id())).contains(head));
    }
  }

  @Test
  void theRelayDrainsTheOutboxOfADeadNode() {
    var game = created();
    store.acquire("drain:" + Partition.of(game.id()).value(), NodeId.fresh(), Duration.ofDays(1));
    var head = play(game, 5);
    clock.pass(Duration.ofSeconds(1));
    try (var _ = loop()) {
      Awaitility.await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(journal.head(game.id())).contains(head));
    }
  }

  /** So that Postgres alone has everything after the last node was stopped. */
  @Test
  void aStoppingNodeDrainsWhatADeadNodeLeft() {
    var game = created();
    store.acquire("drain:" + Partition.of(game.id()).value(), NodeId.fresh(), Duration.ofDays(1));
    var relay = loop();
    var head = play(game, 5);
    relay.close();
    assertThat(journal.head(game.id())).contains(head);
    assertThat(waiting(game)).isZero();
  }

  @Test
  void aNodeStopsWhileTheJournalIsAway() {
    var game = created();
    var relay = loop();
    journal.goAway();
    play(game, 3);
    relay.close();
    assertThat(waiting(game)).isEqualTo(3);
  }

  @Test
  void everyEntryTellsHowLongItWaited() {
    var waited = new ArrayList<Duration>();
    drainer.lag().observe(waited::add);
    play(created(), 3);
    clock.pass(Duration.ofMillis(200));
    drainAll();
    assertThat(waited)
        .hasSize(3)
        .allSatisfy(lag -> assertThat(lag).isBetween(Duration.ofMillis(200), SOON));
    assertThat(drainer.lag().isAlarming()).isFalse();
  }

  @Test
  void longDrainDoesNotHideHowLateTheJournalIs() {
    try (var _ = loop()) {
      journal.holdUp();
      play(created(), 3);
      Awaitility.await().atMost(SOON).until(journal::isHeldUp);
      clock.pass(JournalLag.ALARM.plusMillis(500));
      Awaitility.await().atMost(SOON).until(drainer.lag()::isAlarming);
      assertThat(drainer.lag().oldest()).isGreaterThan(JournalLag.ALARM);
      assertThat(drainer.lag().waiting()).isEqualTo(3);
      journal.letGo();
      Awaitility.await().atMost(SOON).until(() -> !drainer.lag().isAlarming());
      assertThat(drainer.lag().waiting()).isZero();
    }
  }

  private OutboxRelay loop() {
    return new OutboxRelay(
        drainer, store, store.hints(), store, new RecentEntries(), NodeId.fresh());
  }

  private NewGame created() {
    return created(GameId.fresh());
  }

  private NewGame created(GameId id) {
    var game = Games.begun(id);
    journal.create(game, Optional.empty());
    store.install(game);
    return game;
  }

  private Head play(NewGame game, int commits) {
    return play(game, game.head(), commits);
  }

  private Head play(NewGame game, Head from, int commits) {
    var head = from;
    for (int i = 0; i < commits; i++) {
      var entry = Games.asked(i % 2, "m" + head.version()).with(Games.turn(i));
      head = ((Commit.Committed) store.commit(game.id(), head, entry)).head();
    }
    return head;
  }

  private long waiting(NewGame game) {
    return store.backlog(Partition.of(game.id())).orElseThrow().size();
  }

  private void drainAll() {
    drainer.drain(Set.copyOf(Partition.all()));
  }
}
