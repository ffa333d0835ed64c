package dev.menagerie.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Action;
import dev.menagerie.server.game.ClockReading;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.MessageId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A player passes within five milliseconds of the deadline, on one node, while two others have the
 * clock run out. Whatever comes first, the turn ends once.
 */
class DeadlineRaceTest {
  private static final int AT_ONCE = 16;
  private static final Duration LEAD = Duration.ofMillis(60);
  private static final long AROUND_NANOS = Duration.ofMillis(5).toNanos();

  @TempDir Path directory;

  @Test
  void aTurnEndsOnceHoweverCloseTheRace() throws Exception {
    race(200, 1);
  }

  @Tag("long")
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  @Test
  void aTurnEndsOnceInTenThousandRaces() throws Exception {
    race(10_000, 2);
  }

  private void race(int races, long seed) throws Exception {
    try (var clocks = new RealClocks(directory);
        var runners = Executors.newVirtualThreadPerTaskExecutor()) {
      var player = clocks.node();
      var keepers = List.of(clocks.node(), clocks.node());
      var random = new SplittableRandom(seed);
      int acted = 0;
      for (int done = 0; done < races; done += AT_ONCE) {
        var round = new ArrayList<Future<Boolean>>();
        for (int i = 0; i < AT_ONCE; i++) {
          long offset = random.nextLong(-AROUND_NANOS, AROUND_NANOS + 1);
          round.add(runners.submit(() -> one(clocks, player, keepers, offset)));
        }
        for (var each : round) if (each.get()) acted++;
      }
      System.out.printf(Locale.ROOT, "of %d races the player won %d%n", races, acted);
      assertThat(acted).as("seed %d", seed).isBetween(races / 20, races * 19 / 20);
    }
  }

  /** True if the player was first. */
  private static boolean one(RealClocks clocks, Games player, List<Games> keepers, long offset)
      throws InterruptedException, ExecutionException {
    var game = clocks.game(LEAD);
    player.find(game);
    keepers.forEach(keeper -> keeper.find(game));
    var reading = clocks.redis.stores().games().clock(game).orElseThrow();
    long deadline = System.nanoTime() + reading.remaining().orElseThrow().toNanos();
    Future<Outcome> passing;
    try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
      passing = all.submit(at(deadline + offset, () -> pass(player, game)));
      for (var keeper : keepers) {
        var _ = all.submit(at(deadline, () -> expire(keeper, game)));
      }
    }
    boolean acted = passing.get() instanceof Outcome.Done;
    var records = clocks.records(game);
    assertThat(records).hasSize(1);
    var move = StoredGameReader.record(records.getFirst()).move();
    if (acted) {
      assertThat(move).isInstanceOf(Move.Acted.class);
    } else {
      assertThat(move).isEqualTo(new Move.TimedOut(Seat.FIRST));
      assertThat(records.getFirst().at()).isAfterOrEqualTo(deadlineOf(reading));
    }
    return acted;
  }

  private static Instant deadlineOf(ClockReading reading) {
    return reading.clock().deadline().orElseThrow();
  }

  private static Outcome pass(Games node, GameId game) {
    return node.act(game, Seat.FIRST, new MessageId("pass"), new Action.Pass(), Optional.empty());
  }

  /** As a timekeeper does: too early, it comes back when it is time. */
  private static Outcome expire(Games games, GameId game) {
    var outcome = games.expire(game);
    for (int i = 0; i < 50 && outcome instanceof Outcome.NotYet early && isSoon(early); i++) {
      LockSupport.parkNanos(200_000);
      outcome = games.expire(game);
    }
    return outcome;
  }

  private static boolean isSoon(Outcome.NotYet early) {
    return early
        .deadline()
        .map(deadline -> Duration.between(early.now(), deadline).compareTo(LEAD) < 0)
        .orElse(false);
  }

  private static Callable<Outcome> at(long nanos, Callable<Outcome> what) {
    return () -> {
      for (long left; (left = nanos - System.nanoTime()) > 0; ) LockSupport.parkNanos(left);
      return what.call();
    };
  }
}
