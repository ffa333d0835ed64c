package dev.menagerie.rules.command;

import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.state.Seat;
import java.util.List;

/**
 * Why the rules refuse a command, with the facts a client needs to show it. A refusal changes
 * nothing.
 */
public sealed interface Rejection {
  record GameOver() implements Rejection {}

  record NotYourTurn() implements Rejection {}

  /** The card does not exist or is in another zone; the rejection does not reveal which. */
  record NoSuchCard() implements Rejection {}

  record NoSuchTarget() implements Rejection {}

  record NoSuchAttack(int attacks) implements Rejection {}

  record NoSuchAbility() implements Rejection {}

  /** Only placing is allowed before the game has begun. */
  record NotInSetup() implements Rejection {}

  record ChooseFirst() implements Rejection {}

  record NoSuchChoice() implements Rejection {}

  record BadSelection(int min, int max) implements Rejection {}

  record PlaceActiveFirst() implements Rejection {}

  record WrongKindOfCard() implements Rejection {}

  record NotBasic() implements Rejection {}

  record BenchFull(int max) implements Rejection {}

  record DoesNotEvolve() implements Rejection {}

  record TooEarlyToEvolve() implements Rejection {}

  record EnergyAlreadyAttached(int allowedPerTurn) implements Rejection {}

  record WrongEnergySource() implements Rejection {}

  record NoEnergyInZone() implements Rejection {}

  record SupporterAlreadyPlayed(int allowedPerTurn) implements Rejection {}

  record StadiumAlreadyPlayed(int allowedPerTurn) implements Rejection {}

  record SameStadium() implements Rejection {}

  record TooManyItems(int allowedPerTurn) implements Rejection {}

  record ToolAlreadyAttached(int allowed) implements Rejection {}

  record NotInFirstTurn() implements Rejection {}

  record WouldDoNothing() implements Rejection {}

  /** An effect in play forbids it. */
  record Forbidden() implements Rejection {}

  record AbilityAlreadyUsed() implements Rejection {}

  record AlreadyRetreated(int allowedPerTurn) implements Rejection {}

  record CannotPayRetreat(int cost) implements Rejection {}

  /** Asleep or paralyzed. */
  record CannotMove() implements Rejection {}

  /**
   * The attack costs more than is attached.
   *
   * @param missing the part of the attack's cost that no attached energy can pay
   */
  record CostNotPaid(List<EnergyType> missing) implements Rejection {
    public CostNotPaid {
      missing = List.copyOf(missing);
    }
  }

  record ClockReplaced() implements Rejection {}

  record NoClock() implements Rejection {}

  record GraceUsed(Seat by) implements Rejection {}

  /** The opponent is not gone. */
  record NothingToClaim() implements Rejection {}

  /** The player is away already, or is not away. */
  record PresenceUnchanged() implements Rejection {}
}
