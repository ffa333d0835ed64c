package dev.menagerie.server.embedded;

import java.time.Duration;

/**
 * One store's process. Its port and its data stay the same from one start to the next, so that
 * clients only have to reconnect. Methods are called by one thread at a time.
 */
public final class EmbeddedStore {
  /**
   * Enough for accidents, such as a port that another process has taken; more failures have a
   * lasting reason.
   */
  private static final int START_ATTEMPTS = 5;

  /** Recovery after a crash takes seconds; minutes mean that the store hangs. */
  private static final Polling READY = Polling.forSeconds(120);

  /** The last processes of a killed store, and one that rewrites a file, end by themselves. */
  private static final Duration LOCK_WAIT = Duration.ofSeconds(15);

  /** As long as a store that found its port taken may need to end. */
  private static final Duration FOREIGN_WAIT = Duration.ofSeconds(5);

  private final StoreProgram program;
  private final StoreProcess process;
  private int port;

  EmbeddedStore(StoreProgram program) {
    this.program = program;
    this.process = new StoreProcess(program);
  }

  /**
   * Starts the process and returns once the store answers.
   *
   * @throws EmbeddedStoreFailed when it cannot start, or when the thread is interrupted
   */
  public void start() {
    process.stopOrphan();
    program.prepare();
    long lockLimit = System.nanoTime() + LOCK_WAIT.toNanos();
    int failures = 0;
    while (!startOn(port == 0 ? ProgramRunner.freePort() : port)) {
      if (process.foundLocked()) {
        if (System.nanoTime() > lockLimit) throw stillInUse();
        Polling.pause();
      } else if (++failures == START_ATTEMPTS || !program.isWorthRepeating(process.logTail())) {
        throw new EmbeddedStoreFailed(
            program.name() + " ended at its start; " + process.log() + ":\n" + process.logTail());
      }
    }
    program.afterStart(port);
  }

  private EmbeddedStoreFailed stillInUse() {
    return new EmbeddedStoreFailed(
        program.name()
            + " of another server, perhaps in another container, still uses "
            + program.home()
            + "; stop it first");
  }

  /** False if the process ended. */
  private boolean startOn(int candidate) {
    process.launch(program.configure(candidate));
    long started = System.nanoTime();
    boolean settled =
        READY.until(() -> {
          if (!process.isAlive()) return true;
          return switch (program.ask(candidate, process)) {
            case NOT_YET -> false;
            case READY -> true;
            case FOREIGN -> {
              if (System.nanoTime() - started > FOREIGN_WAIT.toNanos()) throw foreign(candidate);
              yield false;
            }
          };
        });
    if (!settled) {
      throw new EmbeddedStoreFailed(
          program.name() + " did not get ready in time:\n" + process.logTail());
    }
    if (!process.isAlive()) return false;
    port = candidate;
    return true;
  }

  private EmbeddedStoreFailed foreign(int candidate) {
    return new EmbeddedStoreFailed(
        "the "
            + program.name()
            + " on port "
            + candidate
            + " does not take this server's password, or serves another data directory");
  }

  /** Stops the processes that a killed server left running here. */
  void stopOrphan() {
    process.stopOrphan();
  }

  /** Stops the process cleanly; does nothing when it is not running. */
  public void stop() {
    process.stop();
  }

  /** Ends the process as a crash would. */
  public void kill() {
    process.kill();
  }

  /** Whether the process runs. Never wrong, also where the system has no file left to open. */
  public boolean isRunning() {
    return process.isAlive();
  }

  /** The loopback port; 0 before the first start. */
  public int port() {
    return port;
  }

  /**
   * The process's id.
   *
   * @throws java.util.NoSuchElementException when it was not started
   */
  public long pid() {
    return process.pid();
  }

  @Override
  public String toString() {
    return program.name();
  }
}
