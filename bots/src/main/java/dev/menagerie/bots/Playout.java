package dev.menagerie.bots;

import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.rules.game.Chance;
import dev.menagerie.rules.game.Decision;
import dev.menagerie.rules.game.Game;
import dev.menagerie.rules.game.GameSetup;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Result;
import dev.menagerie.rules.state.Seat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Whole games played in this process. */
public final class Playout {
  /**
   * A game that lasts longer than this number of commands is a fault. The longest legitimate ones
   * have some thousands.
   */
  private static final int MAX_COMMANDS = 50_000;

  private Playout() {}

  /**
   * How a game went.
   *
   * @param commands given by both players
   * @param turns of both players
   * @param beginner the player of the first turn; absent: the game ended before it
   */
  public record Outcome(Result result, int commands, int turns, Optional<Seat> beginner) {}

  /** A game of two bots, each seeing its own seat's view only. */
  public static Outcome play(GameSetup setup, Bot first, Bot second) {
    return play(setup, Mover.seated(first), Mover.seated(second));
  }

  /** A game of two of the bots that come with the game; the same seed gives the same play. */
  public static Outcome play(GameSetup setup, BotKind first, BotKind second, long seed) {
    return play(setup, first, second, List.of(setup.first(), setup.second()), seed);
  }

  /**
   * The same, for bots that look ahead with these decks.
   *
   * @param knownDecks decks that a bot which looks ahead thinks of
   */
  public static Outcome play(
      GameSetup setup, BotKind first, BotKind second, List<DeckList> knownDecks, long seed) {
    return play(
        setup, mover(first, setup, knownDecks, seed), mover(second, setup, knownDecks, ~seed));
  }

  private static Mover mover(BotKind kind, GameSetup setup, List<DeckList> knownDecks, long seed) {
    return switch (kind) {
      case RANDOM -> Mover.random(new SplittableRandom(seed));
      case GREEDY, SEARCH ->
          Mover.choosing(kind.chooser(setup.cards().catalog(), setup.rules(), knownDecks, seed));
    };
  }

  /** A game of two movers. */
  public static Outcome play(GameSetup setup, Mover first, Mover second) {
    GameState state = Game.open(setup, Chance.keyed(setup.seed(), 0, 0)).next();
    int commands = 0;
    int turns = 0;
    Optional<Seat> beginner = Optional.empty();
    while (state.result().isEmpty()) {
      Seat seat = state.toAct().orElseThrow();
      Mover mover = seat == Seat.FIRST ? first : second;
      var command = mover.choose(state, seat);
      commands++;
      if (commands > MAX_COMMANDS) {
        throw new IllegalStateException("a game does not end: " + command);
      }
      state =
          switch (Game.decide(state, command, Chance.keyed(setup.seed(), 0, commands))) {
            case Decision.Accepted accepted -> accepted.next();
            case Decision.Rejected(var reason) -> throw new IllegalMove(command.toString(), reason);
          };
      turns = Math.max(turns, state.turn());
      if (beginner.isEmpty()) {
        beginner = state.turnSeat();
      }
    }
    return new Outcome(state.result().orElseThrow(), commands, turns, beginner);
  }
}
