package dev.menagerie.bots.simulate;

import dev.menagerie.rules.state.EndReason;
import java.util.List;
import java.util.Map;

/**
 * The result of a simulation.
 *
 * @param decks in the order of the entrants
 * @param firstNamedWins games won by the deck, and so the bot, that was named first
 * @param beginnerWins games won by the player who had the first turn
 * @param commands of all games together
 * @param seconds from the first game's start to the last one's end
 * @param warmSeconds those of the second half of the games
 */
public record Report(
    int games,
    int ties,
    int firstNamedWins,
    int beginnerWins,
    long commands,
    long turns,
    double seconds,
    double warmSeconds,
    List<DeckResult> decks,
    Map<EndReason, Integer> endings) {
  public Report {
    decks = List.copyOf(decks);
    endings = Map.copyOf(endings);
  }

  /** How one deck fared; a tie is half a win. */
  public record DeckResult(String name, int games, int wins, int ties) {
    /** Wins divided by games, from 0 to 1. */
    public double winRate() {
      return games == 0 ? 0 : (wins + ties / 2.0) / games;
    }
  }

  /** How often the player who had the first turn won; a tie is half a win. */
  public double beginnerRate() {
    return (beginnerWins + ties / 2.0) / games;
  }

  /** Games divided by seconds of wall time. */
  public double gamesPerSecond() {
    return seconds == 0 ? 0 : games / seconds;
  }

  /** Without the first half, in which the rules are still being compiled. */
  public double warmGamesPerSecond() {
    return warmSeconds == 0 ? 0 : (games - games / 2) / warmSeconds;
  }

  /** The mean number of commands in a game. */
  public double meanCommands() {
    return (double) commands / games;
  }

  /** The mean number of turns in a game, counted over both players. */
  public double meanTurns() {
    return (double) turns / games;
  }
}
