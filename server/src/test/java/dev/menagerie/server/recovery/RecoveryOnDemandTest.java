package dev.menagerie.server.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.background.Ticker;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Games;
import dev.menagerie.server.game.History;
import dev.menagerie.server.game.InMemoryGameJournal;
import dev.menagerie.server.game.InMemoryGameStore;
import dev.menagerie.server.game.ManualClock;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.Outbox;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.journal.RecentEntries;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Who asks for one game while everything is being recovered. */
class RecoveryOnDemandTest {
  private final ManualClock clock = new ManualClock();
  private final InMemoryGameStore store = new InMemoryGameStore(clock, 4_096);
  private final InMemoryGameJournal journal = new InMemoryGameJournal(clock, History.COMPOSER);

  /** The store's outbox, which a recovery reads before all else in a partition. */
  private record WatchedOutbox(Outbox outbox, Consumer<Partition> onRead) implements Outbox {
    @Override
    public Waiting oldest(Set<Partition> partitions, int each) {
      partitions.forEach(onRead);
      return outbox.oldest(partitions, each);
    }

    @Override
    public void journaled(Collection<Pending> taken) {
      outbox.journaled(taken);
    }

    @Override
    public Map<Partition, Backlog> backlogs(Collection<Partition> partitions) {
      return outbox.backlogs(partitions);
    }
  }

  /** Whose callers would wait for an hour. */
  private Recovery recovery(Consumer<Partition> onRead) {
    var outbox = new WatchedOutbox(store, onRead);
    var recent = new RecentEntries();
    var hour = Duration.ofHours(1);
    return new Recovery(
        store, outbox, journal, journal, recent, NodeId.fresh(), hour, Ticker.SYSTEM);
  }

  /** Also the first one: it once opened all the others before it was answered. */
  @Test
  void aCallerWaitsForItsPartitionAlone() {
    var game = Games.begun(GameId.fresh());
    journal.create(game, Optional.empty());
    var wanted = Partition.of(game.id());
    var others = new CountDownLatch(1);
    try (var recovery =
        recovery(read -> {
          if (!read.equals(wanted)) await(others);
        })) {
      recovery.recover(wanted);
      assertThat(store.certified(wanted)).contains(store.run().id());
      assertThat(store.observed(game.id())).isPresent();
      assertThat(recovery.progress().isRecovering()).isTrue();
      others.countDown();
      recovery.recover();
      assertThat(recovery.progress().isRecovering()).isFalse();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A node that was not waited for hands in while games are compared: too late, and counted. */
  @Test
  void whatIsHandedInDuringTheComparisonIsCountedAsLost() {
    var game = Games.begun(GameId.fresh());
    journal.create(game, Optional.empty());
    var history = new History(game);
    history.add(Games.asked(0, "no node remembers it"));
    var known = history.add(Games.asked(1, "one node remembers it"));
    var late = new AtomicBoolean();
    try (var recovery =
        recovery(_ -> {
          if (late.compareAndSet(false, true)) {
            journal.handIn(NodeId.fresh(), store.run().id(), List.of(known));
          }
        })) {
      recovery.recover();
      assertThat(recovery.lost()).isOne();
    }
  }

  @Test
  void aCallerIsToldAtOnceThatAStoreIsAway() {
    try (var recovery =
        recovery(_ -> {
          throw new StoreUnavailable(StoreUnavailable.Store.REDIS, new IOException("away"));
        })) {
      assertThatThrownBy(() -> recovery.recover(Partition.all().getFirst()))
          .isInstanceOf(StoreUnavailable.class);
    }
  }
}
