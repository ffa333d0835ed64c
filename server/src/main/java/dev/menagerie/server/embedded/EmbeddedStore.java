package dev.menagerie.server.embedded;

/**
 * One store's process under this server's care. Its port and its data stay the same from one start
 * to the next, so that clients may simply reconnect.
 */
public sealed interface EmbeddedStore permits EmbeddedPostgres, EmbeddedRedis {
  /** Starts the process and returns once it answers. */
  void start();

  /** Stops the process cleanly; does nothing when it is not running. */
  void stop();

  /** Ends the process as a crash would. */
  void kill();

  /** Whether the process is there. */
  boolean isRunning();

  int port();

  /** The process's id; refused when it is not running. */
  long pid();
}
