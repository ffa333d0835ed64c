package dev.menagerie.clients.load;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * What to put on a server.
 *
 * @param origin of the server, without a path
 * @param games played at once; each has two players, and a new one begins where one ends
 * @param warmUp played before anything is counted
 * @param measured how long each step is counted
 * @param pace when players act
 * @param rules the preset
 * @param sync the form of the players' updates
 * @param compressed whether players ask the server to compress what it tells them
 * @param seed of everything the players choose
 * @param processes that play the games, this one included
 * @param serverProcess whose processor time is read, where /proc shows it
 */
public record LoadPlan(
    URI origin,
    int games,
    Duration warmUp,
    Duration measured,
    Pace pace,
    String rules,
    Sync sync,
    boolean compressed,
    long seed,
    int processes,
    OptionalLong serverProcess) {

  /** The plan of one of the processes: a share of the games, with a seed of its own. */
  LoadPlan part(int index) {
    int share = games / processes + (index < games % processes ? 1 : 0);
    return new LoadPlan(
        origin,
        share,
        warmUp,
        measured,
        pace,
        rules,
        sync,
        compressed,
        seed + index,
        1,
        serverProcess);
  }

  /** Whole states, or the differences. */
  public enum Sync {
    FULL,
    DELTA
  }

  /** When players act. */
  public sealed interface Pace {
    /**
     * Each player acts after a while, once the last action is answered: a slow server is sent less.
     *
     * @param mean how long a player waits in the mean, drawn evenly from zero to twice that
     */
    record Think(Duration mean) implements Pace {}

    /**
     * Actions are due at random moments (a Poisson process), however slow the server is, and a
     * delay counts from the moment an action was due: free of coordinated omission.
     *
     * @param steps rates of actions a second over all games, one measured after the other
     * @param longest a step with a slower 99th percentile is the last
     */
    record Arrivals(List<Double> steps, Duration longest) implements Pace {
      public Arrivals {
        steps = List.copyOf(steps);
      }
    }
  }
}
