package dev.menagerie.rules.state;

import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.SpecialCondition;
import java.util.List;
import java.util.Optional;

/**
 * One event: the only way a game changes. Carries the outcome of chance and everything that a
 * viewer may know of it. Cards are named by {@link Ref}, Pokémon in play by serial, with the ref of
 * their topmost card.
 */
public sealed interface Event {

  // Setup

  record FirstFlipped(Seat seat) implements Event {}

  record FirstChosen(Seat seat) implements Event {}

  /** The hand was revealed because it has no Basic; {@code alone}: the opponent's hand had one. */
  record MulliganTaken(Seat seat, List<Integer> cards, boolean alone) implements Event {}

  record PlacingBegan(Seat seat) implements Event {}

  record Placed(Seat seat, int card, int serial, boolean active) implements Event {}

  record PrizesSet(Seat seat, List<Integer> cards) implements Event {}

  record Revealed(Seat seat, int active, List<Integer> bench) implements Event {}

  record GameBegan(Seat first) implements Event {}

  /** Everything goes back to where a game begins, for one with fewer prizes. */
  record SuddenDeathBegan(int number) implements Event {}

  // Turn

  record TurnBegan(Seat seat, int number) implements Event {}

  record PhaseBegan(Phase phase) implements Event {}

  record TurnEnded(Seat seat, int number) implements Event {}

  // Cards

  /** The order of the deck from bottom to top, by instance. */
  record DeckShuffled(Seat seat, List<Integer> order) implements Event {}

  /** The refs are those of the cards in hand. */
  record CardsDrawn(Seat seat, List<Integer> cards) implements Event {}

  /**
   * Cards moved from one pile of their owner to another.
   *
   * @param before refs in the old pile
   * @param after refs in the new pile
   * @param shown whether both players may see the cards
   * @param by the player who may always see them, like the owner of a hand
   */
  record CardsMoved(
      Seat seat,
      Pile from,
      Destination to,
      List<Integer> before,
      List<Integer> after,
      boolean shown,
      Seat by)
      implements Event {}

  record CardsRevealed(Seat seat, Pile from, List<Integer> cards) implements Event {}

  record CardsLookedAt(Seat by, Seat of, Pile from, List<Integer> cards) implements Event {}

  record PrizeTaken(Seat seat, int index, int card) implements Event {}

  record PointsScored(Seat seat, int points) implements Event {}

  // Pokémon

  record PokemonPlayed(Seat seat, int card, int serial) implements Event {}

  record PokemonBenched(Seat seat, Pile from, int card, int serial) implements Event {}

  record Evolved(Seat seat, Pile from, int serial, int before, int card) implements Event {}

  /**
   * The topmost card left: {@code before} is its old ref, {@code after} its new one; {@code card}
   * is the new topmost card.
   */
  record Devolved(Seat seat, int serial, int before, int card, Destination to, int after)
      implements Event {}

  /** The Pokémon left play: its own cards went to one place, attached cards to another. */
  record LeftPlay(
      Seat seat,
      int serial,
      int card,
      Destination to,
      Destination attached,
      boolean knockedOut,
      boolean byAttack)
      implements Event {}

  /** The bench Pokémon {@code serial} became Active; {@code former} went to its place, or is -1. */
  record ActiveChanged(Seat seat, int serial, int card, int former, int formerCard)
      implements Event {}

  record Retreated(Seat seat, int serial, int card) implements Event {}

  record Doomed(Seat seat, int serial, int card) implements Event {}

  // Attached cards

  record EnergyAttached(Seat seat, Pile from, int card, int serial, int target, boolean ofTurn)
      implements Event {}

  /** Energy made out of nothing and attached at once. */
  record EnergyGenerated(
      Seat seat, int instance, int definition, int serial, int target, boolean ofTurn)
      implements Event {}

  record ZoneTurned(Seat seat, Optional<EnergyType> current, Optional<EnergyType> next)
      implements Event {}

  record EnergyFlipped(Seat seat, int card) implements Event {}

  record EnergyMoved(Seat seat, int card, int from, int fromCard, int to, int toCard)
      implements Event {}

  record ToolAttached(Seat seat, int card, int serial, int target) implements Event {}

  /** An attached card left its Pokémon. */
  record Detached(Seat seat, int serial, int target, int card, Destination to, int after)
      implements Event {}

  // Trainers, abilities, attacks

  record TrainerPlayed(Seat seat, int card) implements Event {}

  record StadiumPlayed(Seat seat, int card) implements Event {}

  record StadiumLeft(Seat seat, int card) implements Event {}

  /** {@code byName}: others of that name cannot be used any more this turn. */
  record AbilityUsed(Seat seat, int serial, int card, int ability, String name, boolean byName)
      implements Event {}

  record AttackUsed(Seat seat, int serial, int card, String name) implements Event {}

  record AttackFailed(Seat seat, int serial, int card) implements Event {}

  record CoinFlipped(Seat seat, boolean heads) implements Event {}

  // Damage and conditions

  record DamageDealt(Seat seat, int serial, int card, int amount, boolean byAttack)
      implements Event {}

  record CountersPlaced(Seat seat, int serial, int card, int counters) implements Event {}

  record Healed(Seat seat, int serial, int card, int amount) implements Event {}

  record ConditionApplied(Seat seat, int serial, int card, SpecialCondition condition, int strength)
      implements Event {}

  record ConditionEnded(Seat seat, int serial, int card, SpecialCondition condition)
      implements Event {}

  // Lasting and delayed effects

  /** {@code target}: ref of the Pokémon's topmost card, or -1 for a player. */
  record EffectBegan(LastingEffect lasting, int target, String effect) implements Event {}

  record EffectDelayed(DelayedEffect delayed) implements Event {}

  record DelayedCame(int index) implements Event {}

  record Allowed(Seat seat, int energy, int supporters) implements Event {}

  // Choices, clock, end

  record ChoiceMade(Seat seat) implements Event {}

  /** The frames and the pending choice have changed; without either, the turn player may act. */
  record ControlChanged(List<Frame> frames, Optional<PendingChoice> pending, int choices)
      implements Event {}

  record ClockChanged(int number, ClockKind kind, boolean turnStarted) implements Event {}

  record TimedOut(Seat seat, int used) implements Event {}

  /** The turn whose time is up passes as soon as it can. */
  record TurnExpired(boolean expired) implements Event {}

  record GraceGranted(Seat seat) implements Event {}

  record PlayerLeft(Seat seat) implements Event {}

  record PlayerReturned(Seat seat) implements Event {}

  /** A player's time ran out while they were away; until they return the other one may claim. */
  record ClaimOpened(Seat seat) implements Event {}

  /** A command is carried out; {@code number}: those of players so far. */
  record CommandCounted(int number, boolean byPlayer) implements Event {}

  record GameEnded(Optional<Seat> winner, EndReason reason) implements Event {}

  /** Which clock runs. */
  enum ClockKind {
    NONE,
    TURN,
    CHOICE
  }
}
