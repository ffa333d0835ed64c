package dev.menagerie.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameIds;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.timer.Timekeeper;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wave of clocks of one partition, kept by a timekeeper. */
class TimekeeperTest {
  private static final Duration TURN = Duration.ofMinutes(3);

  /** Long enough to be swept before. */
  private static final Duration AHEAD = Duration.ofMillis(800);

  /** More than make a wave. */
  private static final int MANY = 300;

  private final Venue venue = Venue.withPlayCards();
  private final GameId first = venue.install(PlayCards.moles());
  private final List<GameId> all =
      Stream.generate(() -> GameIds.beside(first))
          .map(id -> venue.install(PlayCards.moles(), id))
          .limit(MANY)
          .toList();

  private final AtomicInteger together = new AtomicInteger();
  private final AtomicBoolean isTime = new AtomicBoolean();

  /** The venue's store, where deadlines pass when it is first asked; the first call may fail. */
  private GameStore store(Optional<Throwable> failure) {
    return (GameStore)
        Proxy.newProxyInstance(
            GameStore.class.getClassLoader(),
            new Class<?>[] {GameStore.class},
            (self, method, arguments) -> {
              if (method.getName().equals("commitAll")) {
                if (isTime.compareAndSet(false, true)) venue.pass(AHEAD);
                boolean isGroup = ((List<?>) arguments[0]).size() > 1;
                if (isGroup && together.incrementAndGet() == 1 && failure.isPresent()) {
                  throw failure.get();
                }
              }
              return called(self, method, arguments);
            });
  }

  private @Nullable Object called(Object self, Method method, @Nullable Object[] arguments)
      throws Throwable {
    if (method.isDefault()) return InvocationHandler.invokeDefault(self, method, arguments);
    try {
      return method.invoke(venue.store, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void expireAll(Node node) {
    venue.pass(TURN.minus(AHEAD));
    try (var keeper = new Timekeeper(venue.store, venue.store, NodeId.fresh(), node.games)) {
      keeper.start();
      Awaitility.await()
          .atMost(Duration.ofMinutes(1)) // a busy machine
          .dontCatchUncaughtExceptions()
          .untilAsserted(() ->
              assertThat(all)
                  .extracting(game -> venue.store.head(game).orElseThrow().version())
                  .containsOnly(1L));
    }
  }

  @Test
  void aWaveIsKeptTogether() {
    var node = new Node(venue, store(Optional.empty()));

    expireAll(node);

    assertThat(together.get()).isBetween(2, MANY / 2);
    assertThat(node.heard).extracting(what -> what.game().id()).containsAll(all);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFailedBatchIsWrittenEntryByEntry(boolean isFatal) {
    var failure =
        isFatal ? new StackOverflowError("deep") : new IllegalStateException("broken, as is meant");

    expireAll(new Node(venue, store(Optional.of(failure))));

    assertThat(together.get()).isGreaterThan(1);
  }
}
