package dev.menagerie.bots.simulate;

import dev.menagerie.rules.state.EndReason;
import java.util.List;
import java.util.Map;

/**
 * What came of a simulation.
 *
 * @param decks in the order of the entrants
 * @param firstNamedWins games won by the deck, and so the bot, that was named first
 * @param commands of all games together
 */
public record Report(
    int games,
    int ties,
    int firstNamedWins,
    long commands,
    long turns,
    double seconds,
    List<DeckResult> decks,
    Map<EndReason, Integer> endings) {
  public Report {
    decks = List.copyOf(decks);
    endings = Map.copyOf(endings);
  }

  /** How one deck fared; a tie is half a win. */
  public record DeckResult(String name, int games, int wins, int ties) {
    public double winRate() {
      return games == 0 ? 0 : (wins + ties / 2.0) / games;
    }
  }

  public double gamesPerSecond() {
    return seconds == 0 ? 0 : games / seconds;
  }

  public double meanCommands() {
    return (double) commands / games;
  }

  public double meanTurns() {
    return (double) turns / games;
  }
}
