package dev.menagerie.server.play;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The threads on which bots choose, and nothing else: looking ahead takes a processor for a while,
 * which the threads of players must not wait for. Thread safe.
 */
final class BotThreads {
  private static final int IDLE_SECONDS = 30;

  private final ThreadPoolExecutor threads;

  /**
   * So many threads, started when they are needed.
   *
   * @param most at least one
   */
  BotThreads(int most) {
    threads =
        new ThreadPoolExecutor(
            most,
            most,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), // one entry at most for each running game with a bot
            Thread.ofPlatform().daemon().name("bot-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
  }

  /** One less than the machine has processors. */
  static BotThreads ofThisMachine() {
    return new BotThreads(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
  }

  /**
   * Lets a bot choose on a thread of these; bots that wait for one go in the order of the calls.
   *
   * @return what it chose; what it throws is thrown here
   */
  <T> T choose(Supplier<T> choice) {
    try {
      return CompletableFuture.supplyAsync(choice, threads).join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) throw cause;
      throw failed;
    }
  }

  /** About how many bots wait for a thread. */
  int waiting() {
    return threads.getQueue().size();
  }
}
