package dev.menagerie.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.game.ConnectionId;
import dev.menagerie.server.game.Connections.Connection;
import dev.menagerie.server.game.Connections.Role;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.UserId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The end of each connection of a dead node is reported, even if the store is away for a while. */
class DeparturesTest {
  private final Scheduler scheduler = new Scheduler();

  @AfterEach
  void close() {
    scheduler.close();
  }

  private static Connection connection() {
    return new Connection(
        new ConnectionId("s" + UserId.fresh()),
        UserId.fresh(),
        new NodeId("dead"),
        Optional.empty(),
        Role.PLAYS,
        Instant.EPOCH,
        Instant.EPOCH);
  }

  @Test
  void manyAreReportedAtTheSameTime() {
    var all = new CyclicBarrier(Departures.AT_ONCE);
    var reported = new AtomicInteger();
    var departures =
        new Departures(
            _ -> {
              meet(all);
              reported.incrementAndGet();
            },
            scheduler);
    departures.report(Stream.generate(() -> connection()).limit(Departures.AT_ONCE).toList());
    assertThat(reported).hasValue(Departures.AT_ONCE);
  }

  private static void meet(CyclicBarrier all) {
    try {
      all.await(30, TimeUnit.SECONDS);
    } catch (Exception alone) {
      throw new AssertionError("one after the other", alone);
    }
  }

  @Test
  void aReportThatTheStoreKeptFromSucceedingIsRepeated() {
    var unlucky = connection();
    var broken = connection();
    var last = connection();
    Queue<ConnectionId> reported = new ConcurrentLinkedQueue<>();
    var failures = new AtomicInteger(2);
    var departures =
        new Departures(
            gone -> {
              if (gone.equals(broken)) throw new IllegalStateException("a mistake in the report");
              if (gone.equals(unlucky) && failures.getAndDecrement() > 0) {
                throw new StoreUnavailable(StoreUnavailable.Store.REDIS, new IOException("away"));
              }
              reported.add(gone.session());
            },
            scheduler);
    departures.report(List.of(unlucky, broken, last));
    assertThat(reported).containsExactly(last.session());
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(reported).containsExactly(last.session(), unlucky.session()));
  }
}
