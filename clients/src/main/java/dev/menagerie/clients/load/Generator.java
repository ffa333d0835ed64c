package dev.menagerie.clients.load;

/**
 * Plays some of a load's games, in this process or in one of its own. Used by one thread at a time.
 */
interface Generator extends AutoCloseable {
  /** Signs the players in and starts their games; returns when the first games have begun. */
  void open() throws InterruptedException;

  /** Sets the rate of actions a second; only for a load whose plan has rates. */
  void rate(double perSecond);

  /** Sets the counters to zero. */
  void clear() throws InterruptedException;

  /** The counters as they are now. */
  LoadTally.Counted snapshot() throws InterruptedException;

  /** Ends the games and the connections. */
  @Override
  void close();
}
