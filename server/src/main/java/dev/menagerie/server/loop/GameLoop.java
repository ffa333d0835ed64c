package dev.menagerie.server.loop;

import io.netty.channel.SingleThreadEventLoop;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An event loop as the owner of games: it reads sockets, and runs the work of its games, which is
 * to decide, commit, encode and broadcast. One pass of the loop runs the tasks that have arrived
 * and then those deferred to its end. Work on a loop never blocks. The queue is bounded by the
 * sources of its tasks: client messages, blocked callers and answers to commits.
 */
public final class GameLoop implements Executor {
  private static final Logger LOG = LoggerFactory.getLogger(GameLoop.class);

  private final SingleThreadEventLoop loop;

  GameLoop(SingleThreadEventLoop loop) {
    this.loop = loop;
  }

  /** Runs the task on this loop, after those that came before. Any thread. */
  @Override
  public void execute(Runnable task) {
    loop.execute(() -> guarded(task));
  }

  /** Runs the task once the pass has run everything else. On the loop. */
  public void atEndOfPass(Runnable task) {
    if (!isCurrent()) throw new IllegalStateException("not on the loop");
    loop.executeAfterEventLoopIteration(() -> guarded(task));
  }

  /** Whether the caller is on this loop's thread. */
  public boolean isCurrent() {
    return loop.inEventLoop();
  }

  /** Runs one task: a failure is logged, and the loop continues with other games. */
  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (Throwable failure) {
      LOG.error("work of a game failed", failure);
    }
  }
}
