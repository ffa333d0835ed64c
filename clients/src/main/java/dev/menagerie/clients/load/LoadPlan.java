package dev.menagerie.clients.load;

import java.net.URI;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * What to put on a server.
 *
 * @param origin of the server, without a path
 * @param games played at once; each has two players, and a new one begins where one ends
 * @param warmUp played before anything is counted
 * @param measured how long is counted
 * @param think how long a player waits before an action in the mean, drawn evenly from zero to
 *     twice that
 * @param rules the preset
 * @param sync the form of the players' updates
 * @param compressed whether players ask the server to compress what it tells them
 * @param seed of everything the players choose
 * @param serverProcess whose processor time is read, where /proc shows it
 */
public record LoadPlan(
    URI origin,
    int games,
    Duration warmUp,
    Duration measured,
    Duration think,
    String rules,
    Sync sync,
    boolean compressed,
    long seed,
    OptionalLong serverProcess) {

  /** Whole states, or the differences. */
  public enum Sync {
    FULL,
    DELTA
  }
}
