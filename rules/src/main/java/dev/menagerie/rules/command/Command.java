package dev.menagerie.rules.command;

import dev.menagerie.rules.game.Decision;
import dev.menagerie.rules.state.Seat;
import java.time.Duration;
import java.util.List;

/**
 * What someone asks of a game: a player, in terms of card instances, or the service around it. The
 * rules answer with a {@link Decision}. Cards are named by instance, Pokémon in play (targets,
 * bench, users) by serial; both are known to the server only.
 */
public sealed interface Command {
  /** In place of a Pokémon: the stadium in play. */
  int STADIUM = -1;

  /** The seat that asks. */
  Seat seat();

  /** What a player does on their own, when it is for them to act and nothing has to be chosen. */
  sealed interface Act extends Command {}

  /** A Basic from hand to the bench; in setup to the active spot first. */
  record PlayPokemon(Seat seat, int card) implements Act {}

  record Evolve(Seat seat, int card, int target) implements Act {}

  record AttachEnergy(Seat seat, int card, int target) implements Act {}

  /** Attaches the energy that the player's energy zone shows. */
  record AttachFromZone(Seat seat, int target) implements Act {}

  record PlayTrainer(Seat seat, int card) implements Act {}

  record PlayTool(Seat seat, int card, int target) implements Act {}

  /** {@code pokemon}: a serial, or {@link #STADIUM}. */
  record UseAbility(Seat seat, int pokemon, int ability) implements Act {}

  /** Uses an ability of a card in hand or discard pile. */
  record UseCardAbility(Seat seat, int card, int ability) implements Act {}

  /** Retreat; what to pay is asked for if there is a choice. */
  record Retreat(Seat seat, int bench) implements Act {}

  record RetreatPaying(Seat seat, int bench, List<Integer> energy) implements Act {
    public RetreatPaying {
      energy = List.copyOf(energy);
    }
  }

  /** {@code attack}: as {@link dev.menagerie.rules.query.Attackable} numbers them. */
  record Attack(Seat seat, int attack) implements Act {}

  /** Ends the turn, or placing in setup. */
  record Pass(Seat seat) implements Act {}

  /** Answers the pending choice {@code choice} with options by their place in it. */
  record Select(Seat seat, int choice, List<Integer> options) implements Command {
    public Select {
      options = List.copyOf(options);
    }
  }

  record Resign(Seat seat) implements Command {}

  /** The opponent is gone: their time ran out while they were away. */
  record ClaimWin(Seat seat) implements Command {}

  /** {@link ClaimWin}, but for a tie. */
  record ClaimDraw(Seat seat) implements Command {}

  /** Sent when a player has left, and has not come back within some seconds. */
  record NoteLeft(Seat seat) implements Command {}

  /** Sent when a player who had left is back. */
  record NoteReturned(Seat seat) implements Command {}

  /** Sent by the timer for the player to act. Refused if clock {@code clock} has been replaced. */
  record ExpireClock(Seat seat, int clock) implements Command {}

  /** Sent when a player is back; gives more time once per player and turn. */
  record GrantGrace(Seat seat) implements Command {}

  /** Sent by an operator: more time for the player to act, however often. */
  record GrantTime(Seat seat, Duration time) implements Command {
    public GrantTime {
      if (!time.isPositive()) throw new IllegalArgumentException("a grant is of some time");
    }
  }

  /** Sent by an operator: the game ends without a result. It belongs to no seat. */
  record VoidGame() implements Command {
    @Override
    public Seat seat() {
      return Seat.FIRST;
    }
  }
}
