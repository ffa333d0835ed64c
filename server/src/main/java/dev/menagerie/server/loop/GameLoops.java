package dev.menagerie.server.loop;

import dev.menagerie.server.game.GameId;
import dev.menagerie.socketio.netty.EventLoops;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SingleThreadEventLoop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The event loops of this process as owners of games. A game belongs to one of them by its id. */
public final class GameLoops {
  private static final GameLoops OF_PROCESS = new GameLoops(EventLoops.ofProcess());

  private final List<GameLoop> loops = new ArrayList<>();

  /** These event loops as owners; for a process of its own kind, such as a simulated node. */
  public GameLoops(EventLoopGroup group) {
    for (var loop : group) loops.add(new GameLoop((SingleThreadEventLoop) loop));
  }

  /** Shared by all nodes in this process, as tests have several. */
  public static GameLoops ofProcess() {
    return OF_PROCESS;
  }

  /** The loop that owns a game. */
  public GameLoop owner(GameId game) {
    return loops.get(Math.floorMod(game.hashCode(), loops.size()));
  }

  /** Every loop of the process. */
  public List<GameLoop> all() {
    return Collections.unmodifiableList(loops);
  }

  /**
   * Callers that wait for a game would wait for themselves on a loop.
   *
   * @throws IllegalStateException on one of these loops
   */
  public void mustNotBeOn() {
    for (var loop : loops) {
      if (loop.isCurrent()) throw new IllegalStateException("a game's loop must not wait");
    }
  }
}
