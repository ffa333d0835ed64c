package dev.menagerie.server.simulation;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.Hints;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;

/** Hints as a node receives them: late, in any order, or not at all. */
final class RemoteHints implements Hints {
  private static final long LATE_NANOS = 40_000_000;

  private final SimulatedProcess receiver;
  private final Hints hints;
  private final Hints remote;
  private final Rpc rpc;
  private int lossOneIn;

  RemoteHints(SimulatedProcess receiver, Hints hints, Rpc rpc) {
    this.receiver = receiver;
    this.hints = hints;
    this.remote = Remote.port(Hints.class, hints, rpc);
    this.rpc = rpc;
  }

  /** One hint of so many is lost; 0: none. */
  void lose(int oneIn) {
    lossOneIn = oneIn;
  }

  @Override
  public Map<GameId, Head> follow(Collection<GameId> games) {
    return remote.follow(games);
  }

  @Override
  public void unfollow(Collection<GameId> games) {
    remote.unfollow(games);
  }

  @Override
  public Subscription subscribe(Consumer<Hint> listener) {
    return hints.subscribe(hint -> {
      var random = receiver.timeline().random();
      if (receiver.isKilled() || rpc.isCut()) return;
      if (lossOneIn > 0 && random.nextInt(lossOneIn) == 0) return;
      boolean isLate = random.nextInt(10) == 0;
      long delay = (long) (random.nextDouble() * (isLate ? LATE_NANOS : LATE_NANOS / 100));
      receiver.timeline().afterNanos(delay, () -> receiver.start(() -> listener.accept(hint)));
    });
  }
}
