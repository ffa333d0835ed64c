package dev.menagerie.server.play;

import dev.menagerie.server.game.GameId;
import java.util.List;
import java.util.stream.IntStream;

/** The loops of this process, one for each core. A game belongs to one of them by its id. */
final class GameLoops {
  private static final GameLoops OF_PROCESS =
      new GameLoops(Runtime.getRuntime().availableProcessors());

  private final List<GameLoop> loops;

  private GameLoops(int count) {
    loops = IntStream.range(0, count).mapToObj(i -> new GameLoop("games-" + i)).toList();
  }

  /** Shared by all nodes in this process, as tests have several. */
  static GameLoops ofProcess() {
    return OF_PROCESS;
  }

  /** The loop that owns a game. */
  GameLoop owner(GameId game) {
    return loops.get(number(game));
  }

  /** The number of that loop, from 0. */
  int number(GameId game) {
    return Math.floorMod(game.hashCode(), loops.size());
  }

  GameLoop get(int number) {
    return loops.get(number);
  }

  int size() {
    return loops.size();
  }

  /**
   * Callers that wait for a game would wait for themselves on a loop.
   *
   * @throws IllegalStateException on one of these loops
   */
  void mustNotBeOn() {
    for (var loop : loops) {
      if (loop.isCurrent()) throw new IllegalStateException("a game's loop must not wait");
    }
  }
}
